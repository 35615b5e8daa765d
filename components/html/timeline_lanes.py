"""The timeline of a view as HTML: its lanes, links for its eras, the chart and the notes below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import pandas as pd

from alaqat.model.selection import EVERYTHING, Selection
from components.charts import coverage, timeline_figure
from components.charts.axis_range import Window, bulk
from components.charts.chart_frame import Scene
from components.data import event_queries, queries
from components.html import event_table
from components.i18n.countries import pair_name
from components.i18n.escape import escape
from components.i18n.event_labels import event_label
from components.view import view_state
from components.view.url_values import OUTLET
from components.view.view_state import ViewState

Row = dict[str, Any]
# Fields of a view that choose what its chart shows
CHARTED: Final = (*view_state.FILTERS, "zoom", "comparison", "lang", "months", "hijri")


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its heading ("" if there is one lane), its events, its outlets (() for all)."""

    title: str
    events: pd.DataFrame
    sources: tuple[str, ...] = ()

    def drawn(self, span: Window) -> timeline_figure.Lane:
        """What its chart draws: its events, with all columns if they are drawn as marks."""
        dated = timeline_figure.within(self.events, span)
        if timeline_figure.is_crowded(dated, span):
            return timeline_figure.Lane(self.events, self.title, whole=event_queries.whole)
        shown = event_queries.whole(timeline_figure.fewer(dated))
        remote = self.events.drop(dated.index)
        return timeline_figure.Lane(
            pd.concat([shown, remote]) if len(remote) else shown,
            self.title,
            event_queries.dates_of_reports(shown),
        )


def chart(view: ViewState, lanes: Sequence[Lane]) -> str:
    """Links for the eras, the chart of the lanes, its legend and its notes."""
    words, every = view.words, together(lanes)
    span = axis(view, every)
    link = partial(view_state.href, "timeline", view)
    scene = Scene(span, words, link, view.event, has_parties=_has_several_pairs(view))
    articles = _articles(lanes)
    dated = timeline_figure.within(every, span)
    drawn = timeline_figure.html([lane.drawn(span) for lane in lanes], articles, scene)
    notes = (timeline_figure.note(dated, span, words), coverage.note(articles, span, words))
    below = "".join(f'<p class="meta">{escape(note)}</p>' for note in notes if note)
    return f"{_links(view, dated)}{drawn}{event_table.legend(words)}{below}"


def _has_several_pairs(view: ViewState) -> bool:
    """True if no pair is chosen and the events are of several pairs."""
    if view.pair or view.comparison:
        return False
    return len(queries.facet_counts("pair", view.selection())) > 1


def charted(view: ViewState) -> ViewState:
    """The part of a view that chooses what its chart shows."""
    return view_state.EMPTY.with_values({name: getattr(view, name) for name in CHARTED})


def together(lanes: Sequence[Lane]) -> pd.DataFrame:
    """The events of all lanes in order of time, each once."""
    if len(lanes) == 1:
        return lanes[0].events
    every = pd.concat([lane.events for lane in lanes]).drop_duplicates("event_id")
    return every.sort_values(["date_from", "date_to"], kind="stable", ignore_index=True)


def axis(view: ViewState, events: pd.DataFrame) -> Window:
    """The days that the chart shows."""
    whole = bulk(event_queries.events_of(EVERYTHING)) if events.empty else None
    years = (view.year_from, view.year_to)
    return timeline_figure.window(events, timeline_figure.Shown(years, view.window, whole))


def lanes(view: ViewState, events: pd.DataFrame) -> list[Lane]:
    """The lane of the view and, with `view.comparison`, a lane of the second pair or outlet."""
    return list(_lanes(view, events))


def _articles(lanes: Sequence[Lane]) -> pd.DataFrame:
    """The column `published` of the articles of the outlets of all lanes."""
    outlets: set[str] = set()
    for lane in lanes:
        outlets |= set(lane.sources)
    chosen = tuple(sorted(outlets)) if all(lane.sources for lane in lanes) else ()
    return queries.read("articles", Selection(sources=chosen), columns=("published",))


def _lanes(view: ViewState, events: pd.DataFrame) -> Iterator[Lane]:
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


def _links(view: ViewState, events: pd.DataFrame) -> str:
    """Links: one for each era that filters by its years, and one that ends the zoom."""
    links = [_era(view, row) for row in timeline_figure.eras(events, timeline_figure.ERAS)]
    if view.window:
        span = view.words.span(*view.window)
        links.append(_link(view, f"{span} ×", title=view.words.t("the whole axis"), zoom=None))
    return f'<p class="eras">{" ".join(links)}</p>' if links else ""


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
