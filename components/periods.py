"""Events by year or by month: which periods an event belongs to, and what each period adds up to.

Months where the choice spans at most `MONTHS`, else years. An interval of the text (2016–2018) was going on in
each of its periods and counts in each; a date that is only vague (a year, a decade) counts in the one period that
holds it, and in none where it could be any of several. Only what is told as done counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

import pandas as pd

from components.text import Words, missing

Row = dict[str, Any]
Years = tuple[int | None, int | None]
MONTHS: Final = 36
LONGEST: Final = 60  # years an interval may count in; a vague «for centuries» would fill the picture
SIDES: Final = ("cooperation", "conflict")
COLUMNS: Final = (*SIDES, "neutral", *(f"{side}_intensity" for side in SIDES))
GOING_ON: Final = ("range", None)


def counted(events: pd.DataFrame) -> list[Row]:
    """The dated events that were done, as rows."""
    rows = events[events["date_from"].notna()].to_dict("records")
    return [row for row in rows if row.get("status", "done") == "done"]


def monthly(events: pd.DataFrame, years: Years = (None, None)) -> bool:
    """Whether months are shown: the chosen years, else the events, span few enough."""
    first, last = _window(counted(events), years)
    return last - first < MONTHS


def _window(rows: Iterable[Row], years: Years) -> tuple[int, int]:
    """First and last month on the axis, as running numbers; nothing gives an empty window."""
    spans = [(_month(row["date_from"]), _month(row["date_to"])) for row in rows]
    if not spans:
        return 0, -1
    low = years[0] * 12 if years[0] else min(first for first, _ in spans)
    high = years[1] * 12 + 11 if years[1] else max(last for _, last in spans)
    return low, high


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def counts(events: pd.DataFrame, years: Years = (None, None)) -> pd.DataFrame:
    """What each period holds: events of each side and, of the two sides, their summed intensity without sign.

    The index is whole: years as numbers (2018) or months as text (2018-06).
    """
    rows = counted(events)
    low, high = _window(rows, years)
    months = high - low < MONTHS
    index = range(low, high + 1) if months else range(low // 12, high // 12 + 1)
    sums = {period: dict.fromkeys(COLUMNS, 0.0) for period in index}
    for row in rows:
        for period in _periods(row, months):
            if period in sums:
                _add(sums[period], row)
    table = pd.DataFrame(list(sums.values()), index=[_label(one, months) for one in index], columns=list(COLUMNS))
    return table.astype(dict.fromkeys((*SIDES, "neutral"), "int64"))


def _add(sums: dict[str, float], row: Row) -> None:
    side = row["polarity"]
    sums[side] += 1
    if side in SIDES:
        sums[f"{side}_intensity"] += abs(float(row.get("intensity", 0)))


def _label(period: int, months: bool) -> int | str:
    return f"{period // 12:04}-{period % 12 + 1:02}" if months else period


def _periods(row: Row, months: bool) -> Iterator[int]:
    """The running numbers of an event's periods; none for a vague date that could be any of several."""
    step, most = (1, LONGEST * 12) if months else (12, LONGEST)
    first, last = _month(row["date_from"]) // step, _month(row["date_to"]) // step
    granularity = row.get("granularity")
    if granularity == "week":
        middle = row["date_from"] + (row["date_to"] - row["date_from"]) / 2
        yield _month(middle) // step
    elif missing(granularity) or granularity in GOING_ON or first == last:
        yield from range(first, min(last, first + most) + 1)


def within(events: pd.DataFrame, period: str) -> list[Row]:
    """The events that a period's bars count: `2018` or `2018-06`."""
    months = len(period) > 4
    number = int(period[:4]) * 12 + int(period[5:]) - 1 if months else int(period)
    return [row for row in counted(events) if row["polarity"] in SIDES and number in _periods(row, months)]


def left_out(events: pd.DataFrame, years: Years = (None, None)) -> tuple[int, int, int, int]:
    """Events in no bar: undated, not told as done, of neither side, and with a date too vague for one bar."""
    rows, months = counted(events), monthly(events, years)
    sided = [row for row in rows if row["polarity"] in SIDES]
    undated = int(events["date_from"].isna().sum())
    vague = sum(next(_periods(row, months), None) is None for row in sided)
    return undated, len(events) - undated - len(rows), len(rows) - len(sided), vague


def name(period: str, words: Words) -> str:
    """A period as it is read: `2018`, `June 2018`."""
    return period if len(period) <= 4 else words.month(date(int(period[:4]), int(period[5:]), 1))
