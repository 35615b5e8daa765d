"""Turning points: where a relation stopped getting better, or stopped getting worse.

The balance of a period is its intensity of cooperation minus that of conflict; its cumulative sum
rises while a relation improves. A turning point is a peak or a valley of that curve from which it
moves back by at least a share of its range (the zigzag indicator of price charts); smaller swings
are noise. The point is named by the strongest event of the new direction in the period in which the
direction changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, Final

import pandas as pd

from components.charts.periods import (
    SIDES,
    Counts,
    Interval,
    Years,
    axis,
    counts,
    starting,
    within,
)

SHARE: Final = 0.2  # of the range of the curve that a swing must take
MOST: Final = 5  # points shown at most
CONTINUING: Final = ("range", None)  # granularities of what went on from one day to another


@dataclass(frozen=True, slots=True)
class Turn:
    """A period (`2018`, `2018-06`), the side turned to, and the event that names the point."""

    period: str
    side: str
    event: dict[str, Any]


def points(events: pd.DataFrame, years: Years = (None, None)) -> list[Turn]:
    """The `MOST` strongest turning points of a frame of events, in order of time."""
    window = axis(events, years)
    if window is None:
        return []
    summed = counts(events, window)
    balance, begun = _balance(summed), starting(summed)
    turns = [
        Turn(label, side, event)
        for label, side in ((summed.labels[index], side) for index, side in swings(balance))
        if (event := _strongest(events, label, side, begun.get(label, ())))
    ]
    strongest = sorted(turns, key=lambda turn: -abs(float(turn.event["intensity"])))[:MOST]
    return [turn for turn in turns if turn in strongest]


def _balance(summed: Counts) -> list[float]:
    """The intensity of cooperation minus that of conflict in each period.

    What went on for years (`CONTINUING`) weighs at its beginning and then once a year.
    """
    table = summed.table
    steps = table[f"{SIDES[0]}_intensity"] - table[f"{SIDES[1]}_intensity"]
    balance: dict[str, float] = dict(zip(summed.labels, steps.tolist(), strict=True))
    for interval in summed.intervals:
        own = [row for row in interval.rows if row.get("granularity") in CONTINUING]
        weight = sum(abs(float(row["intensity"])) for row in own)
        days = _years(max(interval.first, summed.window[0]), interval.last) if weight else ()
        for day in days:
            if (label := summed.label(day)) in balance:
                balance[label] += weight if interval.side == SIDES[0] else -weight
    return list(balance.values())


def _years(first: date, last: date) -> Iterator[date]:
    """A day of each year of an interval, from its first day on."""
    day = first
    while day <= last:
        yield day
        day = day + timedelta(days=366)


def swings(balance: Sequence[float]) -> Iterator[tuple[int, str]]:
    """Where the summed balance turns: the first period (index) of a new direction, and its side."""
    curve = [0.0, *accumulate(balance)]
    least = SHARE * (max(curve) - min(curve))
    if not least:
        return
    low = high = 0
    direction = ""
    for index, value in enumerate(curve):
        low = index if value < curve[low] else low
        high = index if value > curve[high] else high
        if direction != "conflict" and curve[high] - value >= least:
            yield from ((_next(balance, high, -1), "conflict"),) if direction else ()
            direction, low = "conflict", index
        elif direction != "cooperation" and value - curve[low] >= least:
            yield from ((_next(balance, low, 1), "cooperation"),) if direction else ()
            direction, high = "cooperation", index


def _next(balance: Sequence[float], start: int, sign: int) -> int:
    """The first period from `start` on whose balance has the sign."""
    return next(index for index in range(start, len(balance)) if balance[index] * sign > 0)


def _strongest(
    events: pd.DataFrame, period: str, side: str, begun: Sequence[Interval]
) -> dict[str, Any] | None:
    """The strongest event of a side in a period, or in an interval that begins in it."""
    own = [row for row in within(events, period) if row["polarity"] == side]
    own += [row for interval in begun if interval.side == side for row in interval.rows]
    return max(own, key=lambda row: (abs(float(row["intensity"])), row["reports"]), default=None)
