"""Events by day, month or year: the bars of a chart, and the intervals that are wider than a bar.

An event counts once: in the period that contains the middle of its date, if its date is no longer
than a period, else as an interval of its own. Only events with the status "done" count.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.charts.axis_range import Window, bulk, outside
from components.data.frame_rows import rows
from components.i18n.words import Words

Row = dict[str, Any]
Numbers = npt.NDArray[np.int64]
Years = tuple[int | None, int | None]
SIDES: Final = ("cooperation", "conflict")
COLUMNS: Final = (*SIDES, "neutral", *(f"{side}_intensity" for side in SIDES))
FITTING: Final = 0.75  # share of the events that must fit into periods of a length
# Length of a period → the longest date that fits into it and the longest axis with such periods, in
# days, and the characters of its label (2018-06-05)
UNITS: Final[dict[str, tuple[int, int, int]]] = {
    "day": (1, 92, 10),
    "month": (31, 5 * 366, 7),
    "year": (366, 10_000_000, 4),
}
_NUMPY: Final = {"day": "datetime64[D]", "month": "datetime64[M]", "year": "datetime64[Y]"}


@dataclass(frozen=True, slots=True)
class Interval:
    """The events of a side that share a date longer than a period, and their summed intensity."""

    first: date
    last: date
    side: str
    rows: tuple[Row, ...]

    @property
    def intensity(self) -> float:
        """The summed absolute intensity."""
        return sum(abs(float(row.get("intensity") or 0)) for row in self.rows)


@dataclass(frozen=True)
class Counts:
    """What a chart of bars draws: its axis, the length of a period, the table, the intervals.

    `table` has a row for each period, labelled `2018`, `2018-06` or `2018-06-05`, without gaps;
    `wide` are the events that are in no period.
    """

    window: Window
    unit: str
    table: pd.DataFrame
    wide: pd.DataFrame

    @cached_property
    def intervals(self) -> tuple[Interval, ...]:
        """The intervals of the events of the two sides, the longest first."""
        return _intervals(self.wide)

    @property
    def labels(self) -> list[str]:
        """The labels of the periods."""
        return list(self.table.index)

    def label(self, day: date) -> str:
        """The label of the period of a day, of the first period for an earlier day."""
        return str(max(day, self.window[0]))[: UNITS[self.unit][2]]


def counted(events: pd.DataFrame) -> pd.DataFrame:
    """The dated events that were done."""
    dated = events["date_from"].notna()
    return events[dated & (events["status"] == "done")] if "status" in events else events[dated]


def axis(events: pd.DataFrame, years: Years = (None, None)) -> Window | None:
    """The days of the axis: the chosen years, else those of the bulk of the counted events.

    None if there is neither.
    """
    shown = COUNTS_CACHE.bulk(events)
    first = date(years[0], 1, 1) if years[0] else shown and shown[0]
    last = date(years[1], 12, 31) if years[1] else shown and shown[1]
    if not first or not last:
        return None
    return first, max(first, last)


def counts(events: pd.DataFrame, window: Window) -> Counts:
    """The bars and intervals of the events on an axis.

    Chart, table, text and turning points of a page need the same counts, so the last results are
    cached: neither the frame of events nor the result may be changed.
    """
    return COUNTS_CACHE.counts(events, window)


class CountsCache:
    """The counts of the latest frames of events; a frame is found by identity, not by value."""

    def __init__(self, size: int = 4) -> None:
        self._latest: deque[tuple[pd.DataFrame, Window, Counts]] = deque(maxlen=size)
        self._bulks: deque[tuple[pd.DataFrame, Window | None]] = deque(maxlen=size)

    def bulk(self, events: pd.DataFrame) -> Window | None:
        """The days of the bulk of the counted events of a frame."""
        for frame, cached in tuple(self._bulks):
            if frame is events:
                return cached
        window = bulk(counted(events))
        self._bulks.append((events, window))
        return window

    def counts(self, events: pd.DataFrame, window: Window) -> Counts:
        """The cached counts of a frame and its axis, or new ones."""
        for frame, span, cached in tuple(self._latest):
            if frame is events and span == window:
                return cached
        summed = _counts(events, window)
        self._latest.append((events, window, summed))
        return summed

    def clear(self) -> None:
        """Drop all counts."""
        self._latest.clear()
        self._bulks.clear()


COUNTS_CACHE: Final = CountsCache()


def _counts(events: pd.DataFrame, window: Window) -> Counts:
    done = _within(counted(events), window)
    unit = _unit(done, window)
    index = np.arange(*_ends(window, unit))
    fits = _lengths(done) <= UNITS[unit][0]
    slots = np.clip(_slots(done[fits], unit) - int(index[0]), 0, len(index) - 1)
    polarity, strength = done[fits]["polarity"].to_numpy(), _strengths(done[fits])
    table = pd.DataFrame(index=_labels(index, unit), columns=list(COLUMNS))
    for side in (*SIDES, "neutral"):
        own = polarity == side
        table[side] = np.bincount(slots[own], minlength=len(index)).astype("int64")
        if side in SIDES:
            table[f"{side}_intensity"] = np.bincount(
                slots[own], strength[own], minlength=len(index)
            )
    return Counts(window, unit, table, done[~fits])


def _unit(events: pd.DataFrame, window: Window) -> str:
    """The shortest period that most events fit into and that leaves the bars wide enough."""
    length, dates = (window[1] - window[0]).days + 1, _lengths(_sided(events))
    for name, (longest, most, _) in UNITS.items():
        if length <= most and (dates <= longest).sum() >= FITTING * len(dates):
            return name
    return "year"


def _ends(window: Window, unit: str) -> tuple[int, int]:
    """The numbers of the first period and of the one after the last."""
    first, last = (int(np.datetime64(day).astype(_NUMPY[unit]).astype("int64")) for day in window)
    return first, last + 1


def _labels(index: Numbers, unit: str) -> list[str]:
    return [str(label) for label in index.astype(_NUMPY[unit])]


def _slots(events: pd.DataFrame, unit: str) -> Numbers:
    """The number of the period that contains the middle of each event's date."""
    middles = events["date_from"] + (events["date_to"] - events["date_from"]) / 2
    slots: Numbers = middles.to_numpy(dtype=_NUMPY[unit]).astype("int64")
    return slots


def _lengths(events: pd.DataFrame) -> Numbers:
    """The days of each event's date."""
    ends = (events[name].to_numpy(dtype="datetime64[D]") for name in ("date_from", "date_to"))
    first, last = (days.astype("int64") for days in ends)
    lengths: Numbers = last - first + 1
    return lengths


def _strengths(events: pd.DataFrame) -> npt.NDArray[np.float64]:
    if "intensity" not in events:
        return np.zeros(len(events))
    strengths: npt.NDArray[np.float64] = np.abs(events["intensity"].to_numpy(dtype="float64"))
    return strengths


def _sided(events: pd.DataFrame) -> pd.DataFrame:
    return events[events["polarity"].isin(SIDES)]


def _within(events: pd.DataFrame, window: Window) -> pd.DataFrame:
    first, last = map(pd.Timestamp, window)
    return events[(events["date_to"] >= first) & (events["date_from"] <= last)]


def _intervals(events: pd.DataFrame) -> tuple[Interval, ...]:
    groups: dict[tuple[date, date, str], list[Row]] = {}
    for row in rows(_sided(events)):
        key = row["date_from"].date(), row["date_to"].date(), row["polarity"]
        groups.setdefault(key, []).append(row)
    intervals = [Interval(*key, tuple(members)) for key, members in groups.items()]
    return tuple(sorted(intervals, key=lambda one: (one.first - one.last, one.first, one.side)))


def stretch(period: str) -> Window:
    """The first and last day of a period."""
    unit = next(name for name, (*_, size) in UNITS.items() if size == len(period))
    label = np.datetime64(period).astype(_NUMPY[unit])
    first, after = (day.astype("datetime64[D]") for day in (label, label + 1))
    return first.astype(date), (after - 1).astype(date)


def within(events: pd.DataFrame, period: str) -> list[Row]:
    """The events that a period's bars count."""
    first, last = stretch(period)
    unit = next(name for name, (*_, size) in UNITS.items() if size == len(period))
    middle = events["date_from"] + (events["date_to"] - events["date_from"]) / 2
    is_within = (middle >= pd.Timestamp(first)) & (middle < pd.Timestamp(last + timedelta(days=1)))
    near = events[is_within]  # a few of all events, whose columns are then copied
    done = _sided(counted(near))
    return rows(done[_lengths(done) <= UNITS[unit][0]])


def left_out(events: pd.DataFrame, window: Window) -> dict[str, int]:
    """The numbers of events that the chart leaves out: `undated`, `undone`, `neutral`, `remote`.

    `remote` events are before or after the axis.
    """
    done = counted(events)
    undated = int(events["date_from"].isna().sum())
    sides = outside(_sided(done), window)
    return {
        "undated": undated,
        "undone": len(events) - undated - len(done),
        "neutral": len(done) - len(_sided(done)),
        "remote": sum(side.count for side in sides if side),
    }


def starting(summed: Counts) -> dict[str, list[Interval]]:
    """The intervals by the label of the period in which they begin on the axis."""
    by_label: dict[str, list[Interval]] = {}
    for interval in summed.intervals:
        by_label.setdefault(summed.label(interval.first), []).append(interval)
    return by_label


def name(period: str, words: Words) -> str:
    """A period as it is read: `2018`, `June 2018`, `5 June 2018`."""
    if len(period) <= 4:
        return period
    first, _ = stretch(period)
    return words.month(first) if len(period) <= 7 else words.day(first)
