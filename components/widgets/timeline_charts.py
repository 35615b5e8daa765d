"""The timeline: a chart of one lane, or of two for two pairs of states or outlets, and the card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import streamlit as st

from components.charts import timeline_figure
from components.data import event_queries
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


def draw(view: ViewState, lanes: Sequence[Lane]) -> None:
    """Draw the chart with its links, notes and legend, and the chosen event's card."""
    every = timeline_lanes.together(lanes)
    dated = timeline_figure.within(every, timeline_lanes.axis(view, every))
    card = event_selection.panel(view, dated)
    st.html(
        f'<div class="chart-page{" has-card" if card else ""}">'
        f"<div>{timeline_lanes.chart(view, lanes)}</div>{card}</div>"
    )


def table(view: ViewState, lanes: Sequence[Lane]) -> None:
    """Draw the events of all lanes as a table, in parts; nothing without events."""
    every = timeline_lanes.together(lanes)
    if every.empty:
        return
    span = timeline_lanes.axis(view, every)
    listed = timeline_figure.within(every, span) if view.window else every
    listed = event_table.ordered(listed, span, is_newest_first=view.newest)
    part = event_queries.whole_rows(paging.part(listed, view, size=event_table.SIZE))
    pin = pinning.pinner("timeline", view, "e")
    names = _lane_names(lanes, view) if len(lanes) > 1 else None
    st.html(event_table.table(listed, part, view, pin=pin, lanes=names))
    paging.control(listed, view, size=event_table.SIZE)


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
    labels = dict(_options(view))
    if view.comparison:
        labels.setdefault(view.comparison, view.comparison.removeprefix(OUTLET))
    question = lazy_select.Question(
        words.t("Side by side with"),
        list(labels),
        lambda key: labels.get(key, key),
        words.t("a second pair or outlet"),
    )
    with st.container(width=360):
        lazy_select.box("timeline_comparison", question, view.comparison, words, _set_comparison)


def _options(view: ViewState) -> Iterator[tuple[str, str]]:
    """Outlets and pairs with their counts, without those that the view itself has chosen."""
    for outlet, label in filter_labels.labels_with_counts(view, "sources").items():
        if (outlet,) != view.sources:
            yield f"{OUTLET}{outlet}", label
    for pair, label in filter_labels.labels_with_counts(view, "pair").items():
        if pair != view.pair:
            yield pair, label


def _set_comparison() -> None:
    navigation.go(replace(navigation.current(), comparison=st.session_state["timeline_comparison"]))
