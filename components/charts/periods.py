"""Events by year or by month: which periods an event belongs to, and what each period adds up to.

Periods are months where the choice spans at most `MONTHS`, else years. An interval (2016–2018)
counts in each of its periods; a vague date (a year, a decade) counts in the period that contains
it, and in none if it overlaps several. Only events with the status "done" count.
"""

from __future__ import annotations

from collections import deque
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from alaqat.model.years import FIRST_YEAR, LAST_YEAR
from components.data.frame_rows import rows
from components.i18n.words import Words

Row = dict[str, Any]
Numbers = npt.NDArray[np.int64]
Years = tuple[int | None, int | None]
MONTHS: Final = 36
LONGEST: Final = 60  # years in which an interval counts at most
SIDES: Final = ("cooperation", "conflict")
COLUMNS: Final = (*SIDES, "neutral", *(f"{side}_intensity" for side in SIDES))
CONTINUING: Final = ("range", None)  # granularities of dates that count in each of their periods


def counted(events: pd.DataFrame) -> pd.DataFrame:
    """The dated events that were done."""
    dated = events["date_from"].notna()
    return events[dated & (events["status"] == "done")] if "status" in events else events[dated]


def is_monthly(events: pd.DataFrame, years: Years = (None, None)) -> bool:
    """True if periods are months: the chosen years, else the events, span few enough."""
    first, last = _window(counted(events), years)
    return last - first < MONTHS


def _window(events: pd.DataFrame, years: Years) -> tuple[int, int]:
    """First and last month on the axis, as running numbers; (0, -1) without events."""
    if events.empty:
        return 0, -1
    low = years[0] * 12 if years[0] else _month(events["date_from"].min())
    high = years[1] * 12 + 11 if years[1] else _month(events["date_to"].max())
    return max(low, FIRST_YEAR * 12), min(high, LAST_YEAR * 12 + 11)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def counts(events: pd.DataFrame, years: Years = (None, None)) -> pd.DataFrame:
    """The events of each side in each period, and the summed absolute intensity of the two sides.

    The index has no gaps: years as numbers (2018) or months as text (2018-06). Chart, table, text
    and turning points of a page need the same counts, so the last results are cached: neither the
    frame of events nor the result may be changed.
    """
    return COUNTS_CACHE.counts(events, years)


class CountsCache:
    """The counts of the latest frames of events; a frame is found by identity, not by value."""

    def __init__(self, size: int = 4) -> None:
        self._latest: deque[tuple[pd.DataFrame, Years, pd.DataFrame]] = deque(maxlen=size)

    def counts(self, events: pd.DataFrame, years: Years) -> pd.DataFrame:
        """The cached counts of a frame and its years, or new ones."""
        for frame, span, cached in tuple(self._latest):
            if frame is events and span == years:
                return cached
        table = _counts(events, years)
        self._latest.append((events, years, table))
        return table

    def clear(self) -> None:
        """Drop all counts."""
        self._latest.clear()


COUNTS_CACHE: Final = CountsCache()


def _counts(events: pd.DataFrame, years: Years) -> pd.DataFrame:
    done = counted(events)
    low, high = _window(done, years)
    months = high - low < MONTHS
    index = range(low, high + 1) if months else range(low // 12, high // 12 + 1)
    owner, slot = _slots(done, months, index)
    polarity, strength = done["polarity"].to_numpy()[owner], _strengths(done)[owner]
    table = pd.DataFrame(index=[_label(period, months) for period in index], columns=list(COLUMNS))
    for side in (*SIDES, "neutral"):
        own = polarity == side
        table[side] = np.bincount(slot[own], minlength=len(index)).astype("int64")
        if side in SIDES:
            summed = np.bincount(slot[own], strength[own], minlength=len(index))
            table[f"{side}_intensity"] = summed
    return table


def _slots(events: pd.DataFrame, months: bool, index: range) -> tuple[Numbers, Numbers]:
    """For each period of each event: the row of the event, the slot of the period in `index`."""
    first, last = _periods(events, months)
    lengths = np.maximum(last - first + 1, 0)
    owner = np.repeat(np.arange(len(events)), lengths)
    begins = np.repeat(np.cumsum(lengths) - lengths, lengths)
    slot = np.arange(len(owner)) - begins + first[owner] - index.start
    inside = (slot >= 0) & (slot < len(index))
    return owner[inside], slot[inside]


def _strengths(events: pd.DataFrame) -> npt.NDArray[np.float64]:
    if "intensity" not in events:
        return np.zeros(len(events))
    strengths: npt.NDArray[np.float64] = np.abs(events["intensity"].to_numpy(dtype="float64"))
    return strengths


def _label(period: int, months: bool) -> int | str:
    return f"{period // 12:04}-{period % 12 + 1:02}" if months else period


def _periods(events: pd.DataFrame, months: bool) -> tuple[Numbers, Numbers]:
    """The numbers of each event's first and last period; last < first for a date too vague."""
    step, most = (1, LONGEST * 12) if months else (12, LONGEST)
    first, last = _months(events["date_from"]) // step, _months(events["date_to"]) // step
    granularity = (
        events["granularity"]
        if "granularity" in events
        else pd.Series(None, events.index, dtype="object")
    )
    week = (granularity == "week").to_numpy()
    continuing = (
        granularity.isna() | granularity.isin([name for name in CONTINUING if name])
    ).to_numpy()
    middle = _months(events["date_from"] + (events["date_to"] - events["date_from"]) / 2) // step
    last = np.where(continuing | (first == last), np.minimum(last, first + most), first - 1)
    return np.where(week, middle, first), np.where(week, middle, last)


def _months(days: pd.Series[Any]) -> Numbers:
    """The running number of each day's month (12 × year + month - 1)."""
    return days.to_numpy(dtype="datetime64[M]").astype("int64") + 1970 * 12


def within(events: pd.DataFrame, period: str) -> list[Row]:
    """The events that a period's bars count: `2018` or `2018-06`."""
    months, done = len(period) > 4, counted(events)
    number = int(period[:4]) * 12 + int(period[5:]) - 1 if months else int(period)
    first, last = _periods(done, months)
    held = (first <= number) & (number <= last) & done["polarity"].isin(SIDES).to_numpy()
    return rows(done[held])


def left_out(events: pd.DataFrame, years: Years = (None, None)) -> tuple[int, int, int, int]:
    """Events in no bar: undated, not done, of neither side, with a date too vague for one bar."""
    done = counted(events)
    sided = done[done["polarity"].isin(SIDES)]
    first, last = _periods(sided, is_monthly(events, years))
    undated = int(events["date_from"].isna().sum())
    return (
        undated,
        len(events) - undated - len(done),
        len(done) - len(sided),
        int((last < first).sum()),
    )


def name(period: str, words: Words) -> str:
    """A period as it is read: `2018`, `June 2018`."""
    return period if len(period) <= 4 else words.month(date(int(period[:4]), int(period[5:]), 1))
