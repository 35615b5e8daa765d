"""The barometer of a relation as HTML: events by day, month or year, cooperation up, conflict down.

An event whose date is longer than a column is drawn as an interval, once. Turning points are named
at the column in which they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from components.charts import count_columns, coverage, timeline_marks
from components.charts.axis_range import Window, outside
from components.charts.chart_frame import Scene, figure, plot, stubs, tick_row
from components.charts.periods import SIDES, Counts, Interval, Years, axis, counts, name
from components.charts.timeline_marks import Mark, mark
from components.charts.turning_points import Turn
from components.i18n.words import Words

Link = Callable[..., str]
HEIGHT: Final = 140  # pixels of the columns of both sides
NEXT: Final = 0.01  # height of a label that stands as near to the axis as the columns allow
MOST_INTERVALS: Final = 3  # of a side; the weaker ones are only in the table


@dataclass(frozen=True, slots=True)
class Shown:
    """The reader's choice: the years, the measure (`count` or `intensity`), the outlined period.

    `turns` are the turning points to name, `articles` those counted in the strip below the columns,
    `whole` is the axis of a chart without events.
    """

    years: Years = (None, None)
    measure: str = "count"
    period: str | None = None
    turns: Sequence[Turn] = ()
    articles: pd.DataFrame | None = None
    whole: Window | None = None


ALL: Final = Shown()


def html(events: pd.DataFrame, words: Words, here: Link, there: Link, shown: Shown = ALL) -> str:
    """The chart of a frame of events; empty if there is no axis.

    `here(**changes)` makes addresses of the page, `there(**changes)` of the timeline.
    """
    window = axis(events, shown.years) or shown.whole
    if window is None:
        return ""
    summed = counts(events, window)
    drawn = count_columns.columns(summed, shown.measure)
    unit = count_columns.scale(drawn, HEIGHT)
    scene = Scene(window, words, there)
    named = [*_turns(shown.turns, summed, scene), *_intervals(summed, scene)]
    items = [timeline_marks.item(one, window, wanted=_side(one)) for one in named]
    placed = timeline_marks.by_width(items, count_columns.occupied(drawn, unit))
    inner = count_columns.html(drawn, unit, words, lambda period: here(period=period), shown.period)
    inner += timeline_marks.marks(named, placed, scene)
    body = plot(inner, {key: (own.up, own.down) for key, own in placed.items()}, words)
    body += tick_row(scene, _years(drawn, summed))
    body += stubs(outside(events, window), scene)
    if shown.articles is not None:
        body += coverage.strip(shown.articles, scene)
    return figure("barometer", summary(events, words, shown.years), body, scene)


def _side(one: Mark) -> float:
    return -NEXT if one.row["polarity"] == "conflict" else NEXT


def _years(drawn: Sequence[count_columns.Column], summed: Counts) -> list[int]:
    """The years of the columns, and those in which an interval begins or ends."""
    ends = [day.year for one in summed.intervals for day in (one.first, one.last)]
    return [*(int(one.period[:4]) for one in drawn), *ends]


def _turns(turns: Sequence[Turn], summed: Counts, scene: Scene) -> list[Mark]:
    """The turning points, each over the column of its period; an interval has its own mark."""
    intervals = {row["event_id"] for one in summed.intervals for row in one.rows}
    return [
        _turn(turn, scene)
        for turn in turns
        if turn.period in summed.table.index and turn.event["event_id"] not in intervals
    ]


def _turn(turn: Turn, scene: Scene) -> Mark:
    first, last = count_columns.ends(turn.period, scene.window)
    return replace(mark(turn.event, scene), at=(first + last) / 2)


def _intervals(summed: Counts, scene: Scene) -> list[Mark]:
    """The marks of the strongest intervals; several events of one date share a mark."""
    return [_interval(one, scene) for one in strongest_intervals(summed)]


def strongest_intervals(summed: Counts) -> list[Interval]:
    """The intervals that are drawn: the strongest of each side."""
    ranked = sorted(summed.intervals, key=lambda one: -one.intensity)
    return [
        one
        for side in SIDES
        for one in [own for own in ranked if own.side == side][:MOST_INTERVALS]
    ]


def _interval(interval: Interval, scene: Scene) -> Mark:
    strongest = max(interval.rows, key=timeline_marks.strength)
    own = mark(strongest, scene)
    if len(interval.rows) == 1:
        return own
    count = count_columns.events_of_side(interval.side, len(interval.rows), scene.words)
    address = scene.link(zoom=f"{interval.first}_{interval.last}")
    return replace(own, label=count, href=address)


def undrawn(summed: Counts) -> int:
    """The number of events in intervals that are not drawn."""
    every, drawn = summed.intervals, strongest_intervals(summed)
    return sum(len(one.rows) for one in every) - sum(len(one.rows) for one in drawn)


def summary(events: pd.DataFrame, words: Words, years: Years = (None, None)) -> str:
    """The chart in one sentence, for readers who cannot see it."""
    window = axis(events, years)
    table = counts(events, window).table if window else pd.DataFrame()
    if table.empty or not table[list(SIDES)].to_numpy().any():
        return words.t("An empty time axis: no dated event.")
    best, worst = table["cooperation"].idxmax(), table["conflict"].idxmax()
    return words.t(
        "Events over time: most cooperation in {best} ({up}), most conflict in {worst} ({down}).",
        best=name(str(best), words),
        up=int(table["cooperation"].max()),
        worst=name(str(worst), words),
        down=int(table["conflict"].max()),
    )
