"""The chosen event: picked on the chart or by a link, kept in the URL, shown as a card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from components import event_card, state, tables
from components.state import ViewState
from components.text import escape

LAST: Final = "last_clicked_event"


def events(view: ViewState) -> pd.DataFrame:
    """The events of the reader's choice."""
    return tables.read("events", view.selection())


def by_click() -> None:
    """Put the event of the clicked mark into the URL; a click on it again closes its card, or reopens it.

    The chart itself remembers what is selected: a second click on a mark arrives as an empty selection, also
    when the card was closed by its link in between.
    """
    points = st.session_state["timeline_chart"]["selection"]["points"]
    view = state.current()
    picked = _id(points[0].get("customdata")) if points else None
    again = st.session_state.get(LAST) if view.event is None else None
    st.session_state[LAST] = picked or again
    state.go(replace(view, event=picked or again))


def _id(customdata: Any) -> str | None:
    """The id a mark carries; Streamlit hands it on as a list or as a mapping with string indices."""
    if isinstance(customdata, Mapping):
        return str(next(iter(customdata.values())))
    if isinstance(customdata, list | tuple):
        return str(customdata[0])
    return None if customdata is None else str(customdata)


def show(view: ViewState) -> None:
    """Draw the card of the chosen event, or say that this build holds no such event."""
    if view.event is None:
        return
    row = tables.one("events", "event_id", view.event)
    if row is None:
        told = view.words.t("This link names an event that the articles held now do not give.")
        st.html(f'<p class="notice" role="status">{escape(told)}</p>')
        return
    link = partial(state.href, view=view)
    article = tables.one("articles", "article_id", row["article_id"])
    if article is not None:
        st.html(event_card.card(row, article, view.words, link, list(_others(row))))


def _others(row: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """The further reports of an event, each with its article."""
    reports = tables.read("reports")
    reports = reports[reports["event_id"] == row["event_id"]]
    for report in reports.to_dict("records"):
        same = report["article_id"] == row["article_id"] and report["start"] == row["start"]
        article = None if same else tables.one("articles", "article_id", report["article_id"])
        if article is not None:
            yield report, article
