"""The timeline: a chart of one lane, or of two for two pairs of states or outlets, and the card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from components.charts import timeline_figure
from components.data import event_queries, queries
from components.html import event_table, timeline_lanes
from components.html.timeline_lanes import Lane
from components.view.url_values import OUTLET
from components.view.view_state import ViewState
from components.widgets import (
    event_selection,
    filter_labels,
    lazy_select,
    navigation,
    paging,
    pinning,
)


def draw(view: ViewState) -> None:
    """Draw the chart with its links, notes and legend, and the chosen event's card."""
    card = event_selection.panel(view, _dated(view)) if view.event else ""
    st.html(
        f'<div class="chart-page{" has-card" if card else ""}">'
        f"<div>{queries.rendered(_chart, view)}</div>{card}</div>"
    )


def _lanes(view: ViewState) -> list[Lane]:
    return timeline_lanes.lanes(view, event_queries.events(view))


def _dated(view: ViewState) -> pd.DataFrame:
    every = timeline_lanes.together(_lanes(view))
    return timeline_figure.within(every, timeline_lanes.axis(view, every))


def _chart(view: ViewState) -> str:
    return timeline_lanes.chart(view, _lanes(view))


def table(view: ViewState) -> None:
    """Draw the events of all lanes as a table, in parts; nothing without events."""
    # a long story is in a file, so pins can be added while the view stays the same
    html, count = _table(view) if view.story else queries.rendered(_table, view)
    if html:
        st.html(html)
        paging.control(range(count), view, size=event_table.SIZE)


def _table(view: ViewState) -> tuple[str, int]:
    """The table as HTML, and the number of its events in all parts."""
    lanes = _lanes(view)
    every = timeline_lanes.together(lanes)
    if every.empty:
        return "", 0
    span = timeline_lanes.axis(view, every)
    listed = timeline_figure.within(every, span) if view.window else every
    listed = event_table.ordered(listed, span, is_newest_first=view.newest)
    part = event_queries.whole_rows(paging.part(listed, view, size=event_table.SIZE))
    pin = pinning.pinner("timeline", view, "e")
    names = _lane_names(lanes, view) if len(lanes) > 1 else None
    return event_table.table(listed, part, view, pin=pin, lanes=names), len(listed)


def _lane_names(lanes: Sequence[Lane], view: ViewState) -> dict[str, str]:
    """The names of the lanes of each event."""
    names: dict[str, list[str]] = {}
    for lane in lanes:
        for event in lane.events["event_id"]:
            names.setdefault(event, []).append(lane.title)
    return {event: view.words.join(own) for event, own in names.items()}


def comparison_box(view: ViewState) -> None:
    """Draw the box of the outlets and pairs to compare with, with their counts."""
    words = view.words
    outlets, pairs = (filter_labels.Counted(view, name) for name in ("sources", "pair"))
    options = [f"{OUTLET}{outlet}" for outlet in outlets.values if (outlet,) != view.sources]
    options += [pair for pair in pairs.values if pair != view.pair]

    def label(key: str) -> str:
        name = key.removeprefix(OUTLET)
        return outlets.label(name) if name != key else pairs.label(key)

    question = lazy_select.Question(
        words.t("Side by side with"), options, label, words.t("a second pair or outlet")
    )
    with st.container(width=360):
        lazy_select.box("timeline_comparison", question, view.comparison, words, _set_comparison)


def _set_comparison() -> None:
    navigation.go(replace(navigation.current(), comparison=st.session_state["timeline_comparison"]))
