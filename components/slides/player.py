"""The slides on screen: what the view's story is made of, and nothing else on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

import streamlit as st

from components.assets import load_script
from components.data import queries
from components.slides import slide_html, story_slides
from components.view.view_state import ViewState
from components.widgets import filters, pairs, pinning

SHARE: Final = 0.5  # of the events that a pair must have to give an unfiltered story its title


def show(view: ViewState, page: str) -> None:
    """Draw the slide that the URL names; a story that is empty says why."""
    pins = pinning.held(view)
    told = view if pins or view.filtered else _focused(view)
    shown = story_slides.slides(told, pins or (), material(told))
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
    st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)


def material(view: ViewState) -> story_slides.Material:
    """What the store holds for a view's slides."""
    events, articles = queries.read("events", view.selection()), queries.read("articles")
    pair = view.pair or _pair(view, len(events))
    return story_slides.Material(
        events=events,
        quotes=queries.read("quotes", view.selection()),
        articles=articles,
        find=_find,
        pair=pair,
        title=pairs.called(pair, view.words) if pair else view.words.t("all pairs"),
        build=queries.build().id,
    )


def _focused(view: ViewState) -> ViewState:
    """The whole store where most of it is about one pair of states, else only the pair it has most events of."""
    found = queries.facet("pair", view.selection())
    if found.empty or _pair(view, len(queries.read("events", view.selection()))):
        return view
    return replace(view, pair=str(found["value"].iloc[0]))


def _pair(view: ViewState, events: int) -> str | None:
    """The pair that most of the selection's events are about."""
    for row in queries.facet("pair", view.selection()).head(1).to_dict("records"):
        if row["count"] >= SHARE * events:
            return str(row["value"])
    return None


def _find(kind: str, key: str) -> Mapping[Any, Any] | None:
    table, column = ("events", "event_id") if kind == "e" else ("quotes", "quote_id")
    row = queries.one(table, column, key)
    return None if row is None else row.to_dict()


def _empty(view: ViewState, page: str) -> story_slides.Slide:
    words = view.words
    why = words.t("The articles held so far gave no {what}.", what=words.t("events"))
    if view.filtered:
        choice = filters.choice(view)
        why = words.t(
            "No {what} here for this choice: {choice}.", what=words.t("events"), choice=choice
        )
    return story_slides.Slide(
        "gone", words.t("Nothing to show"), story_slides.plain(view), page=page, who=why
    )


@cache
def _script() -> str:
    return load_script("stage")
