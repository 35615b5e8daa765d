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
from itertools import accumulate
from typing import Any, Final

import pandas as pd

from components.charts.periods import SIDES, Years, counts, within

SHARE: Final = 0.2  # of the range of the curve that a swing must take
MOST: Final = 5  # points shown at most


@dataclass(frozen=True, slots=True)
class Turn:
    """A period (`2018` or `2018-06`), the side turned to, and the event that names the point."""

    period: str
    side: str
    event: dict[str, Any]


def points(events: pd.DataFrame, years: Years = (None, None)) -> list[Turn]:
    """The `MOST` strongest turning points of a frame of events, in order of time."""
    table = counts(events, years)
    if table.empty:
        return []
    balance = [
        float(up - down)
        for up, down in zip(*(table[f"{side}_intensity"] for side in SIDES), strict=True)
    ]
    periods = [(str(table.index[index]), side) for index, side in swings(balance)]
    turns = [
        Turn(period, side, event)
        for period, side in periods
        if (event := _strongest(events, period, side))
    ]
    strongest = sorted(turns, key=lambda turn: -abs(float(turn.event["intensity"])))[:MOST]
    return [turn for turn in turns if turn in strongest]


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


def _strongest(events: pd.DataFrame, period: str, side: str) -> dict[str, Any] | None:
    rows = [row for row in within(events, period) if row["polarity"] == side]
    return max(rows, key=lambda row: (abs(float(row["intensity"])), row["reports"]), default=None)
