"""The one bar above every page: pair, years, kinds, actors, search. What it shows and sets is the URL."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from components.data import queries
from components.i18n.catalogue import Words, escape
from components.theme.event_kinds import KINDS, kind
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import facets, navigation, pairs, pinning


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
    """Show the URL's value in a widget; the widget's own callback has already run."""
    st.session_state[key] = value


def _years(view: ViewState) -> None:
    years = sorted({*queries.years(), *(year for year in (view.year_from, view.year_to) if year)})
    for key, field, label in (
        ("filter_from", "year_from", view.words.t("From year")),
        ("filter_to", "year_to", view.words.t("To year")),
    ):
        _fill(key, getattr(view, field))
        st.selectbox(
            label,
            years if field == "year_from" else years[::-1],
            key=key,
            index=None,
            placeholder=view.words.t("any"),
            on_change=_set_year,
            args=(key, field),
        )


def _set_year(key: str, field: str) -> None:
    view = replace(navigation.current(), **{field: st.session_state[key]})
    if view.year_from and view.year_to and view.year_from > view.year_to:
        view = replace(view, year_from=view.year_to, year_to=view.year_from)
    navigation.go(view)


def _kinds(view: ViewState) -> None:
    counts = _counts("kind", view)

    def label(name: str) -> str:
        return f"{kind(name).mark} {view.words.t(kind(name).label)} ({view.words.number(counts.get(name, 0))})"

    _fill("filter_kinds", list(view.kinds))
    _choose("kinds", list(KINDS), label, title=view.words.t("Kinds"), words=view.words)


def _actors(view: ViewState) -> None:
    found = queries.values("actor", view.selection())
    names = {row["value"]: _label(row, view.words) for row in found}

    def label(name: str) -> str:
        return names.get(name) or f"{_known('actor', name, view.words)} ({view.words.number(0)})"

    _fill("filter_actors", list(view.actors))
    options = list(dict.fromkeys([*names, *view.actors]))
    _choose("actors", options, label, title=view.words.t("Actors"), words=view.words)


def _label(row: Mapping[str, Any], words: Words) -> str:
    name = words.name({"value": row["value"], "value_ar": row["label_ar"]}, "value")
    return f"{name} ({words.number(int(row['count']))})"


def _choose(
    field: str, options: Sequence[str], label: Callable[[str], str], *, title: str, words: Words
) -> None:
    key = f"filter_{field}"
    st.multiselect(
        title,
        options,
        key=key,
        format_func=label,
        placeholder=words.t("all"),
        on_change=_set_list,
        args=(key, field),
    )


def _set_list(key: str, field: str) -> None:
    navigation.go(replace(navigation.current(), **{field: tuple(st.session_state[key])}))


def _search(view: ViewState) -> None:
    _fill("filter_query", view.query)
    st.text_input(
        view.words.t("Search"),
        key="filter_query",
        max_chars=view_state.LONGEST,
        placeholder=view.words.t("a word or a name"),
        on_change=_set_query,
    )


def _set_query() -> None:
    navigation.go(replace(navigation.current(), query=st.session_state["filter_query"].strip()))


def _counts(facet: str, view: ViewState) -> dict[str, int]:
    return {str(row["value"]): int(row["count"]) for row in queries.values(facet, view.selection())}


def _notices(page: str, view: ViewState) -> None:
    words = view.words
    if ignored := navigation.ignored():
        text = escape(
            words.t(
                "Ignored in this link, because it means nothing here: {parts}.",
                parts=words.join(ignored),
            )
        )
        st.html(f'<p class="notice" role="status">{text}</p>')
    more = escape(view_state.href(page, view, facets=not view.facets))
    opener = escape(
        words.t("Close the lists") if view.facets else words.t("All choices with counts")
    )
    chips = facets.chips(page, view, lambda facet, value: _called(view, facet, value))
    st.html(f'<div class="chosen"><a class="quiet" href="{more}">{opener}</a>{chips}</div>')
    if view.facets:
        st.html(facets.panel(page, view))


def _called(view: ViewState, facet: str, value: str) -> str:
    """One choice in words."""
    if facet == "years":
        return _years_chosen(view)
    if facet == "pair":
        return pairs.called(value, view.words)
    return view.words.t(kind(value).label) if facet == "kind" else _known(facet, value, view.words)


def choice(view: ViewState) -> str:
    """What is chosen, in words: `2016–2018 · Attacks · Turkey · «ship»`."""
    words = view.words
    parts = [_years_chosen(view), *(words.t(kind(name).label) for name in view.kinds)]
    parts += [_known("actor", actor, words) for actor in view.actors]
    parts += [*view.sources, *(_known("place", place, words) for place in view.places)]
    parts += [pairs.called(view.pair, words)] if view.pair else []
    parts += [_known("speaker", view.speaker, words)] if view.speaker else []
    parts += [words.t("“{query}”", query=view.query)] if view.query else []
    return " · ".join(words.run(part) for part in parts if part)


def _years_chosen(view: ViewState) -> str:
    words, first, last = view.words, view.year_from, view.year_to
    if first and last:
        return str(first) if first == last else words.dashed(str(first), str(last))
    if first:
        return words.t("from {date}", date=str(first))
    return words.t("up to {date}", date=str(last)) if last else ""


def _known(facet: str, value: str, words: Words) -> str:
    """The name of a facet's value in the reader's language, whatever else is chosen."""
    for row in queries.values(facet):
        if row["value"] == value:
            return words.name({"name": value, "name_ar": row["label_ar"]}, "name")
    return value


def empty(page: str, view: ViewState, what: str) -> None:
    """Say why nothing is shown (`what` is a translated plural: «events») and offer the way back."""
    words = view.words
    why = (
        words.t("No {what} here for this choice: {choice}.", what=what, choice=choice(view))
        if view.filtered
        else words.t("The articles held so far gave no {what}.", what=what)
    )
    back = escape(view_state.href(page, view.everything()))
    link = f' <a href="{back}">{escape(words.t("show everything"))}</a>' if view.filtered else ""
    st.html(f'<p class="empty" role="status">{escape(why)}{link}</p>')
