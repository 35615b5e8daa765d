"""The timeline's charts: one, or two on the same axis for two pairs of states or two outlets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from alaqat.model.selection import Selection
from components.charts import coverage, timeline_counts, timeline_figure
from components.charts.event_layout import Row, Window
from components.data import event_queries, queries
from components.i18n.escape import escape
from components.i18n.event_labels import event_label
from components.view import view_state
from components.view.url_values import OUTLET
from components.view.view_state import ViewState
from components.widgets import event_selection, filter_labels, lazy_select, navigation, plotly_chart
from components.widgets.filter_labels import pair_name


@dataclass(frozen=True, slots=True)
class Lane:
    """One chart: its heading ("" if there is one chart), its events, its outlets (() for all)."""

    title: str
    events: pd.DataFrame
    sources: tuple[str, ...] = ()

    def articles(self) -> pd.DataFrame:
        """The column `published` of the articles of its outlets."""
        return queries.read("articles", Selection(sources=self.sources), columns=("published",))

    def drawn(self, span: Window) -> pd.DataFrame:
        """Its events, with all columns if they are drawn as marks."""
        dated = timeline_figure.within(self.events, span)
        if timeline_counts.is_crowded(dated, span):
            return self.events
        return event_queries.whole(timeline_counts.fewer(dated))


def draw(view: ViewState, events: pd.DataFrame, theme: str) -> None:
    """Draw the box for a second lane, links for the eras, the charts and their notes."""
    lanes = list(_lanes(view, events))
    whole = timeline_figure.window(pd.concat([lane.events for lane in lanes]), _shown(view))
    shown = replace(_shown(view), zoom=whole)
    _comparison_box(view)
    if links := _eras(view, events):
        st.html(f'<p class="eras">{links}</p>')
    for number, lane in enumerate(lanes):
        if lane.title:
            st.html(f'<h2 class="lane">{escape(lane.title)}</h2>')
        articles = lane.articles()
        events = lane.drawn(whole)
        figure = timeline_figure.figure(
            events,
            view.words,
            theme,
            shown,
            timeline_figure.Held(articles, event_queries.dates_of_reports(events)),
        )
        key = f"timeline_{number}_{whole[0]}_{whole[1]}"
        plotly_chart.chart(
            figure,
            key=key,
            on_select=partial(event_selection.by_click, key),
            selection_mode=("points", "box"),
            config=timeline_figure.CONFIG,
            alt=timeline_figure.summary(lane.events, view.words),
        )
        crowded = timeline_counts.note(
            timeline_figure.within(lane.events, whole), whole, view.words
        )
        notes = (crowded, coverage.note(articles, whole, view.words))
        st.html("".join(f'<p class="meta">{escape(note)}</p>' for note in notes if note))


def _shown(view: ViewState) -> timeline_figure.Shown:
    return timeline_figure.Shown((view.year_from, view.year_to), view.window, view.event)


def _lanes(view: ViewState, events: pd.DataFrame) -> Iterator[Lane]:
    """The lane of the view and, with `view.comparison`, a lane of the second pair or outlet."""
    if view.comparison is None:
        yield Lane("", events, view.sources)
        return
    own = pair_name(view.pair, view.words) if view.pair else view.words.join(view.sources)
    yield Lane(own or view.words.t("all pairs"), events, view.sources)
    if view.comparison.startswith(OUTLET):
        outlet = view.comparison.removeprefix(OUTLET)
        yield Lane(outlet, event_queries.events_of(view.selection(sources=(outlet,))), (outlet,))
    else:
        other = event_queries.events_of(view.selection(pair=view.comparison))
        yield Lane(pair_name(view.comparison, view.words), other, view.sources)


def _comparison_box(view: ViewState) -> None:
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


def _eras(view: ViewState, events: pd.DataFrame) -> str:
    """Links: one for each era that filters by its years, and one that ends the zoom."""
    links = [_era(view, row) for row in timeline_figure.eras(events, timeline_figure.ERAS)]
    if view.window:
        span = view.words.span(*view.window)
        links.append(_link(view, f"{span} ×", title=view.words.t("the whole axis"), zoom=None))
    return " ".join(links)


def _era(view: ViewState, row: Row) -> str:
    first, last = row["date_from"].year, row["date_to"].year
    span = view.words.span(row["date_from"].date(), row["date_to"].date())
    label = f"{span} {event_label(row, view.words)}"
    title = view.words.t("only these years, on every page")
    return _link(view, label, title=title, year_from=first, year_to=last, zoom=None)


def _link(view: ViewState, label: str, *, title: str, **changes: Any) -> str:
    address = escape(view_state.href("timeline", view, **changes))
    return (
        f'<a class="chip" href="{address}" title="{escape(title)}"><bdi>{escape(label)}</bdi></a>'
    )
