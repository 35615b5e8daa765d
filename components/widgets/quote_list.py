"""The list of quotes: the box of speakers, the cards of a part of the list, their script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.assets import load_script
from components.data import queries
from components.html import quote_card, quote_versions
from components.html.quote_versions import Saying
from components.view.view_state import ViewState
from components.widgets import action_row, filter_labels, lazy_select, navigation, paging, pinning


def speaker_box(view: ViewState) -> None:
    """Draw the box of speakers with their counts under all other filters."""
    words = view.words
    speakers = filter_labels.Counted(view, "speaker")
    question = lazy_select.Question(
        words.t("Speaker"), speakers.values, speakers.label, words.t("all speakers")
    )
    with st.container(width=360):
        lazy_select.box("quotes_speaker", question, view.speaker, words, _set_speaker)


def _set_speaker() -> None:
    speaker = st.session_state["quotes_speaker"]
    navigation.go(replace(navigation.current(), speaker=speaker, quote=None))


def cards(groups: Sequence[int], view: ViewState, *, size: int) -> list[Saying]:
    """The cards of the part that the URL names; `groups` are the numbers of all quote groups."""
    first = paging.part(groups, view, size=size)[0]
    shown = queries.quote_groups(view.selection(), view.quote, (first, size), view.arrangement)
    quotes = queries.rows_among("quotes", "group_id", shown)
    found = cards_of(quotes, chosen=view.quote, query=view.query)
    return sorted(found, key=lambda card: shown.index(card.lead["group_id"]))


def cards_of(quotes: pd.DataFrame, *, chosen: str | None = None, query: str = "") -> list[Saying]:
    """The cards of a frame of quotes, each with its article."""
    articles = queries.rows_among("articles", "article_id", sorted(set(quotes["article_id"])))
    complete = quote_card.joined(
        quotes, articles, chosen=chosen, query=query, corrections=queries.read("corrections")
    )
    return quote_versions.sayings(complete, chosen=chosen)


def tools(page: str, view: ViewState) -> quote_card.Tools:
    """What a reader can do with a quote on a page: pin it and cite it."""
    citer = action_row.citer(view, "quotes")
    return quote_card.Tools(pinning.pinner(page, view, "q"), lambda row: citer(row, row))


def script() -> None:
    """Add the script of the buttons of the quote cards; a second time does nothing."""
    st.html(f"<script>{load_script('quote_tools')}</script>", unsafe_allow_javascript=True)
    action_row.script()
