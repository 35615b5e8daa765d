"""The filter line above the pages: pair, years, kinds, actors, search; it shows the URL's view.

The line is HTML, whose links and boxes lead to the URL of the next view (`assets/filters.js`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import streamlit as st

from components.data import queries
from components.html import search_notice
from components.i18n.countries import pair_name
from components.i18n.escape import escape
from components.i18n.words import Words
from components.view import page_titles, view_state
from components.view.url_values import LONGEST
from components.view.view_state import PARAMETERS, YEARS, ViewState
from components.widgets import facets, filter_labels, navigation, pinning

PAIRS: Final = 400  # options of the box of pairs
ACTORS: Final = 60  # links of the list of actors
# page → the table whose rows it shows
TABLES: Final = {
    "overview": "events",
    "timeline": "events",
    "quotes": "quotes",
    "network": "entities",
    "articles": "articles",
}
# parameters that a change of a filter drops, because they are a part of the former list
DROPPED: Final = ("leaf", "period")


def bar(page: str) -> ViewState:
    """Draw the filter line of a page and return the view it shows."""
    view = navigation.current()
    path = page_titles.path(page)
    st.html(queries.rendered(line, path, view))
    _notices(path, view)
    if notice := _search_notice(path, view):
        st.html(notice)
    pinning.tray(page, view)
    return view


def line(page: str, view: ViewState) -> str:
    """The filter line of a page (its path) as HTML.

    On a phone a button opens all boxes but that of the pair as a sheet.
    """
    words = view.words
    opener, closer = escape(words.t("Filter")), escape(words.t("Show the page"))
    name = escape(words.t("Filters"))
    return (
        f'<form class="filters" role="search" aria-label="{name}" '
        f'data-dropped="{" ".join(PARAMETERS[drop][0] for drop in DROPPED)}">{_pair(view)}'
        f'<button type="button" class="filters-opener" aria-expanded="false">{opener}'
        f"{_chosen_count(view)}</button>"
        f'<div class="filters-rest">{_years(view)}{_kinds(page, view)}{_actors(page, view)}'
        f"{_search(view)}{_facets_link(page, view)}{facets.hidden_events(page, view)}"
        f'<button type="button" class="filters-closer">{closer}</button></div>'
        f"{facets.chips(page, view)}</form>"
    )


def _chosen_count(view: ViewState) -> str:
    """The number of chosen values beside the pair, which the line shows itself."""
    count = sum(1 for _ in filter_labels.choices(view.without("pair")))
    return f' <span class="count">{view.words.number(count)}</span>' if count else ""


def _box(name: str, title: str, options: Iterable[tuple[str, str, bool]], none: str) -> str:
    """A select box for the filter `name`: options of value, label, and whether it is chosen."""
    body = "".join(
        f'<option value="{escape(value)}"{" selected" if is_chosen else ""}>'
        f"{escape(label)}</option>"
        for value, label, is_chosen in options
    )
    return (
        f'<select class="filter-{name}" aria-label="{escape(title)}" '
        f'data-parameter="{PARAMETERS[name][0]}"><option value="">{escape(none)}</option>{body}'
        "</select>"
    )


def _pair(view: ViewState) -> str:
    words, counts = view.words, queries.facet_counts("pair", view.selection())
    shown = dict.fromkeys([*view.chosen("pair"), *list(counts)[:PAIRS]])
    options = [
        (
            pair,
            f"{pair_name(pair, words)} ({words.number(counts.get(pair, 0))})",
            pair == view.pair,
        )
        for pair in shown
    ]
    return _box("pair", words.t("Pair of states"), options, words.t("all pairs"))


def _years(view: ViewState) -> str:
    words, chosen = view.words, [getattr(view, name) for name in YEARS]
    years = sorted({*queries.years(), *filter(None, chosen)})
    labels = (
        (words.t("From year"), words.t("any first year"), years),
        (
            words.t("To year"),
            words.t("any last year"),
            years[::-1],
        ),
    )
    boxes = [
        _box(name, title, [(str(year), str(year), year == own) for year in listed], none)
        for name, own, (title, none, listed) in zip(YEARS, chosen, labels, strict=True)
    ]
    return f'<span class="filter-years">{"".join(boxes)}</span>'


def _kinds(page: str, view: ViewState) -> str:
    return _menu("kinds", page, view, view.words.t("all kinds"))


def _actors(page: str, view: ViewState) -> str:
    return _menu("actors", page, view, view.words.t("all actors"))


def _menu(name: str, page: str, view: ViewState, none: str) -> str:
    """A menu of links that choose values of a list; a longer one has a box that narrows it."""
    words, chosen = view.words, view.chosen(name)
    title = words.t(facets.TITLES[name])
    state = words.t("{title}: {count}", title=title, count=len(chosen)) if chosen else none
    values = facets.values(name, view, most=ACTORS)
    narrow = _narrowing(words) if len(values) > facets.SHOWN else ""
    return (
        f'<details class="filter-{name}"><summary>{escape(state)}</summary><div class="menu">'
        f'{narrow}<ul aria-label="{escape(title)}">{facets.items(page, name, values, view)}</ul>'
        "</div></details>"
    )


def _narrowing(words: Words) -> str:
    title = escape(words.t("only names with"))
    return f'<input type="search" class="narrow" aria-label="{title}" placeholder="{title}">'


def _search(view: ViewState) -> str:
    words = view.words
    title, hint = escape(words.t("Search")), escape(words.t("a word or a name"))
    return (
        f'<span class="filter-query"><input type="search" enterkeyhint="search" '
        f'data-parameter="{PARAMETERS["query"][0]}" maxlength="{LONGEST}" aria-label="{title}" '
        f'placeholder="{hint}" value="{escape(view.query)}"><button type="submit">{title}</button>'
        "</span>"
    )


def _facets_link(page: str, view: ViewState) -> str:
    text = view.words.t("Close the lists") if view.facets else view.words.t("All choices")
    address = escape(view_state.href(page, view, facets=not view.facets))
    return f'<a class="quiet" href="{address}">{escape(text)}</a>'


def _notices(page: str, view: ViewState) -> None:
    words = view.words
    if ignored := navigation.ignored():
        text = words.t(
            "Ignored in this link, because it means nothing here: {parts}.",
            parts=words.join(ignored),
        )
        st.html(f'<p class="notice" role="status">{escape(text)}</p>')
    if view.facets:
        st.html(facets.panel(page, view))


def _search_notice(page: str, view: ViewState) -> str:
    """The related words that the search also finds."""
    related = queries.related_words(view.query) if view.query.strip() else []

    def address(query: str) -> str:
        return view_state.href(page, view, query=query, leaf=1)

    return search_notice.html(view.query, related, view.words, address)


def nothing_here(view: ViewState, what: str) -> str:
    """The reason why a list is empty; `what` is a translated plural («events»)."""
    words = view.words
    if not view.is_filtered:
        return words.t("The articles held so far gave no {what}.", what=what)
    choice = filter_labels.in_words(view)
    return words.t("No {what} here for this choice: {choice}.", what=what, choice=choice)


def empty(page: str, view: ViewState, what: str) -> None:
    """Draw the reason why a list is empty, and links that drop one filter or all of them."""
    st.html(reason(page, view, what))


def reason(page: str, view: ViewState, what: str) -> str:
    """The reason why a list is empty; each filter is a link, with what a page has without it."""
    text = escape(nothing_here(view, what))
    path, words = page_titles.path(page), view.words
    looser = [
        (choice, queries.count(TABLES[page], choice.without.selection()))
        for choice in filter_labels.choices(view)
        if page in TABLES
    ]
    links = [
        _link(
            view_state.href(path, choice.without.marked(), leaf=1),
            words.t("without {choice}: {count}", choice=choice.label, count=count),
        )
        for choice, count in looser
        if count
    ]
    if view.is_filtered:
        links.append(_link(view_state.href(path, view.everything()), words.t("show everything")))
    items = "".join(f"<li>{link}</li>" for link in links)
    ways = f'<ul class="ways">{items}</ul>' if items else ""
    return f'<div class="empty" role="status"><p>{text}</p>{ways}</div>'


def _link(address: str, text: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>'
