"""The filter bar of the pages: pair, years, kinds, actors, search; it reads and writes the URL."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from components.data import queries
from components.i18n.escape import escape
from components.i18n.words import Words
from components.theme.event_kinds import KINDS, kind
from components.view import view_state
from components.view.url_values import LONGEST
from components.view.view_state import ViewState
from components.widgets import facets, filter_labels, navigation, pairs, pinning


def bar(page: str) -> ViewState:
    """Draw the filter bar of a page and return the view it shows."""
    view = navigation.current()
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        pairs.choice(view)
        _years(view)
        _kinds(view)
        _actors(view)
        _search(view)
    _notices(page, view)
    pinning.tray(page, view)
    return view


def _fill(key: str, value: object) -> None:
    """Show the URL's value in a widget; the widget's callback has already run."""
    st.session_state[key] = value


def _years(view: ViewState) -> None:
    years = sorted({*queries.years(), *(year for year in (view.year_from, view.year_to) if year)})
    _year("year_from", view.words.t("From year"), years, view)
    _year("year_to", view.words.t("To year"), years[::-1], view)


def _year(name: str, title: str, years: Sequence[int], view: ViewState) -> None:
    key = f"filter_{name.removeprefix('year_')}"
    _fill(key, getattr(view, name))
    st.selectbox(
        title,
        years,
        key=key,
        index=None,
        placeholder=view.words.t("any"),
        on_change=_set_year,
        args=(key, name),
    )


def _set_year(key: str, name: str) -> None:
    view = navigation.current().with_values({name: st.session_state[key]})
    if view.year_from and view.year_to and view.year_from > view.year_to:
        view = replace(view, year_from=view.year_to, year_to=view.year_from)
    navigation.go(view)


def _kinds(view: ViewState) -> None:
    words, counts = view.words, queries.facet_counts("kinds", view.selection())

    def label(name: str) -> str:
        return (
            f"{kind(name).mark} {words.t(kind(name).label)} ({words.number(counts.get(name, 0))})"
        )

    _fill("filter_kinds", list(view.kinds))
    _multiselect("kinds", list(KINDS), label, title=words.t("Kinds"), words=words)


def _actors(view: ViewState) -> None:
    words = view.words
    labels = filter_labels.labels_with_counts(view, "actors")
    for actor in view.actors:
        if actor not in labels:
            labels[actor] = f"{filter_labels.label('actors', actor, words)} ({words.number(0)})"
    _fill("filter_actors", list(view.actors))
    _multiselect(
        "actors", list(labels), lambda name: labels[name], title=words.t("Actors"), words=words
    )


def _multiselect(
    name: str, options: Sequence[str], label: Callable[[str], str], *, title: str, words: Words
) -> None:
    key = f"filter_{name}"
    st.multiselect(
        title,
        options,
        key=key,
        format_func=label,
        placeholder=words.t("all"),
        on_change=_set_list,
        args=(key, name),
    )


def _set_list(key: str, name: str) -> None:
    navigation.go(navigation.current().with_values({name: tuple(st.session_state[key])}))


def _search(view: ViewState) -> None:
    _fill("filter_query", view.query)
    st.text_input(
        view.words.t("Search"),
        key="filter_query",
        max_chars=LONGEST,
        placeholder=view.words.t("a word or a name"),
        on_change=_set_query,
    )


def _set_query() -> None:
    navigation.go(replace(navigation.current(), query=st.session_state["filter_query"].strip()))


def _notices(page: str, view: ViewState) -> None:
    words = view.words
    if ignored := navigation.ignored():
        text = words.t(
            "Ignored in this link, because it means nothing here: {parts}.",
            parts=words.join(ignored),
        )
        st.html(f'<p class="notice" role="status">{escape(text)}</p>')
    address = escape(view_state.href(page, view, facets=not view.facets))
    opener = words.t("Close the lists") if view.facets else words.t("All choices with counts")
    link = f'<a class="quiet" href="{address}">{escape(opener)}</a>'
    st.html(f'<div class="chosen">{link}{facets.chips(page, view)}</div>')
    if view.facets:
        st.html(facets.panel(page, view))


def nothing_here(view: ViewState, what: str) -> str:
    """The reason why a list is empty; `what` is a translated plural («events»)."""
    words = view.words
    if not view.is_filtered:
        return words.t("The articles held so far gave no {what}.", what=what)
    choice = filter_labels.in_words(view)
    return words.t("No {what} here for this choice: {choice}.", what=what, choice=choice)


def empty(page: str, view: ViewState, what: str) -> None:
    """Draw the reason why a list is empty, and a link that clears the filters."""
    back = escape(view_state.href(page, view.everything()))
    text = escape(view.words.t("show everything"))
    link = f' <a href="{back}">{text}</a>' if view.is_filtered else ""
    st.html(f'<p class="empty" role="status">{escape(nothing_here(view, what))}{link}</p>')
