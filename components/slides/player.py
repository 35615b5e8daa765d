"""The slides on screen: the material of the view's story, and the slide that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from components.assets import load_script
from components.data import queries
from components.slides import slide_html, story_slides
from components.view.view_state import ViewState
from components.widgets import filters, pinning
from components.widgets.filter_labels import pair_name

SHARE: Final = 0.5  # least share of the events with which a pair is the subject of a story


def show(view: ViewState, page: str) -> None:
    """Draw the slide that the URL names, or the reason why there are no slides."""
    pins = pinning.story_pins(view)
    focused = view if pins or view.is_filtered else _focused(view)
    shown = story_slides.slides(focused, pins or (), material(focused))
    if pins is None:
        shown = [
            story_slides.Slide(
                "gone",
                view.words.t("This story is not kept here"),
                story_slides.plain(view),
                page="story",
            )
        ]
    st.html(slide_html.html(shown or [_empty(view, page)], view, page))
    st.html(f"<script>{load_script('slides')}</script>", unsafe_allow_javascript=True)


def material(view: ViewState) -> story_slides.Material:
    """The material of a view's slides, from the store."""
    events, articles = queries.read("events", view.selection()), queries.read("articles")
    pair = view.pair or _pair(view, len(events))
    return story_slides.Material(
        events=events,
        quotes=queries.read("quotes", view.selection()),
        articles=articles,
        find=_find,
        pair=pair,
        title=pair_name(pair, view.words) if pair else view.words.t("all pairs"),
        build=queries.build().id,
    )


def _focused(view: ViewState) -> ViewState:
    """The view; with its most frequent pair of states if no pair has most of the events."""
    pairs = queries.facet_counts("pair", view.selection())
    if not pairs or _pair(view, queries.count("events", view.selection())):
        return view
    return replace(view, pair=next(iter(pairs)))


def _pair(view: ViewState, events: int) -> str | None:
    """The most frequent pair of states, if it has at least `SHARE` of the number of events."""
    pairs = queries.facet_counts("pair", view.selection())
    first = next(iter(pairs), None)
    return first if first and pairs[first] >= SHARE * events else None


def _find(kind: str, key: str) -> Mapping[str, Any] | None:
    table, column = ("events", "event_id") if kind == "e" else ("quotes", "quote_id")
    return queries.row_of(table, column, key)


def _empty(view: ViewState, page: str) -> story_slides.Slide:
    words = view.words
    reason = filters.nothing_here(view, words.t("events"))
    return story_slides.Slide(
        "gone", words.t("Nothing to show"), story_slides.plain(view), page=page, who=reason
    )
