"""Turning points: where a relation stopped getting better, or stopped getting worse.

The balance of a period is its intensity of cooperation less that of conflict; added up over time it climbs while a
relation gets better. A turning point is a peak or a valley of that curve from which it comes back by at least a
share of its whole range (the zigzag of price charts): smaller swings are noise. It is named by the strongest event
of its new direction in the period in which the direction changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

import pandas as pd

from components.charts.periods import SIDES, Years, counts, within

SHARE: Final = 0.2  # of the range of the curve that a swing must take
MOST: Final = 5  # points; more are no longer turning points


@dataclass(frozen=True, slots=True)
class Turn:
    """A period (`2018` or `2018-06`), the side the relation turned to, and the event that names the point."""

    period: str
    side: str
    event: dict[str, Any]


def points(events: pd.DataFrame, years: Years = (None, None)) -> list[Turn]:
    """The turning points of a frame of events, in order of time; the widest swings where there are too many."""
    table = counts(events, years)
    if table.empty:
        return []
    balance = [
        float(up - down)
        for up, down in zip(*(table[f"{side}_intensity"] for side in SIDES), strict=True)
    ]
    found = [
        Turn(str(table.index[at]), side, event)
        for at, side in swings(balance)
        if (event := _strongest(events, str(table.index[at]), side))
    ]
    widest = sorted(found, key=lambda turn: -abs(float(turn.event["intensity"])))[:MOST]
    return [turn for turn in found if turn in widest]


def swings(balance: Sequence[float]) -> Iterator[tuple[int, str]]:
    """Where the added-up balance turns: the index of the first period of the new direction, and that direction."""
    curve = [0.0, *accumulate(balance)]
    least = SHARE * (max(curve) - min(curve))
    if not least:
        return
    low = high = 0
    heading = ""
    for at, value in enumerate(curve):
        low = at if value < curve[low] else low
        high = at if value > curve[high] else high
        if heading != "conflict" and curve[high] - value >= least:
            yield from ((_next(balance, high, -1), "conflict"),) if heading else ()
            heading, low = "conflict", at
        elif heading != "cooperation" and value - curve[low] >= least:
            yield from ((_next(balance, low, 1), "cooperation"),) if heading else ()
            heading, high = "cooperation", at


def _next(balance: Sequence[float], at: int, sign: int) -> int:
    """The first period from `at` on whose balance goes the new way."""
    return next(number for number in range(at, len(balance)) if balance[number] * sign > 0)


def _strongest(events: pd.DataFrame, period: str, side: str) -> dict[str, Any] | None:
    rows = [row for row in within(events, period) if row["polarity"] == side]
    return max(rows, key=lambda row: (abs(float(row["intensity"])), row["reports"]), default=None)
