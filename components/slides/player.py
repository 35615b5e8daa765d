"""The slides on screen: the material of the view's story, and the slide that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from components.assets import load_script
from components.data import queries
from components.i18n.words import Words
from components.slides import slide_html, story_slides
from components.view.view_state import ViewState
from components.widgets import filter_labels, filters, pinning, story_exports


def show(view: ViewState, page: str) -> None:
    """Draw the slide that the URL names, or the reason why there are no slides."""
    pins = pinning.story_pins(view)
    focused = view if pins or view.is_filtered else focus(view)
    held = material(focused, page)
    shown = story_slides.slides(focused, pins or (), held)
    if shown:
        links = story_exports.links(focused, story_slides.pins_of(shown))
        shown[-1] = replace(shown[-1], files=links)
    if pins is None:
        shown = [
            story_slides.Slide(
                "gone",
                view.words.t("This story is not kept here"),
                story_slides.plain(view),
                page="story",
            )
        ]
    background = story_slides.background(focused, pins or (), held)
    st.html(slide_html.html(shown or [_empty(view, page)], view, page, background))
    st.html(f"<script>{load_script('slides')}</script>", unsafe_allow_javascript=True)


def exports(view: ViewState) -> tuple[tuple[str, str], ...]:
    """The titles and links of the files of the view's story; none where it has no slides."""
    pins = pinning.story_pins(view) or ()
    focused = view if pins or view.is_filtered else focus(view)
    shown = story_slides.slides(focused, pins, material(focused))
    return story_exports.links(focused, story_slides.pins_of(shown))


def material(view: ViewState, page: str = "story") -> story_slides.Material:
    """The material of a view's slides, from the store; `page` is cited with the view."""
    words, chosen = view.words, view.selection()
    title = subject(view, words)
    return story_slides.Material(
        events=queries.read("events", chosen),
        quotes=queries.read("quotes", chosen),
        articles=queries.read("articles"),
        chosen_articles=queries.read("articles", chosen),
        find=_find,
        pair=view.pair,
        title=title,
        other_title="" if view.story_title else subject(view, story_slides.other_words(words)),
        build=queries.build().id,
        version=story_exports.version(),
        cite=story_exports.citation(page, story_slides.plain(view), title or words.t("Story")),
    )


def subject(view: ViewState, words: Words) -> str:
    """What a story is about: its own title, or the pair and other filters; "" for pins."""
    if view.story_title:
        return view.story_title
    if view.pins or view.story:
        return ""
    named = filter_labels.in_words(replace(view, lang=words.lang))
    return named or words.t("all pairs")


def focus(view: ViewState) -> ViewState:
    """The view with its most frequent pair of states, so that all its counts are of that pair."""
    pairs = queries.facet_counts("pair", view.selection())
    return replace(view, pair=next(iter(pairs))) if pairs else view


def _find(kind: str, key: str) -> Mapping[str, Any] | None:
    table, column = ("events", "event_id") if kind == "e" else ("quotes", "quote_id")
    return queries.row_of(table, column, key)


def _empty(view: ViewState, page: str) -> story_slides.Slide:
    words = view.words
    reason = filters.nothing_here(view, words.t("events"))
    return story_slides.Slide(
        "gone", words.t("Nothing to show"), story_slides.plain(view), page=page, who=reason
    )
