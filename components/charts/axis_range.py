"""The days that a time axis shows: those of the bulk of the events, without a few remote ones.

One event of the year 614 among thousands of 2018 would press all others into one pixel. The axis
therefore leaves out remote events where that makes it many times shorter, and says how many lie
before and after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from alaqat.model.years import clamp

Window = tuple[date, date]
Days = npt.NDArray[np.int64]
LEAST: Final = 0.75  # share of the ends of dates that the axis shows at least
STEPS: Final = 26  # shares tried between that and all
# An axis n times shorter is worth the loss of events if (share shown) × n ** POWER is GAIN or more:
# all but one event of ten for an axis 25 times shorter.
POWER: Final = 0.25
GAIN: Final = 2.0
UNIT: Final = 31  # days; shortening an axis of this length gains nothing
YEARS: Final = 3 * 366  # days; a longer axis begins and ends with a year
MONTHS: Final = 62  # days; a longer axis begins and ends with a month


@dataclass(frozen=True, slots=True)
class Outside:
    """The events on one side of the axis: their number, and the axis that shows their bulk."""

    count: int
    window: Window


def bulk(events: pd.DataFrame) -> Window | None:
    """The axis of a frame of events (`date_from`, `date_to`); None without a dated event."""
    dated = events[events["date_from"].notna()]
    if dated.empty:
        return None
    first, last = _bulk(np.concatenate([_days(dated["date_from"]), _days(dated["date_to"])]))
    return rounded(_date(first), _date(last))


def outside(events: pd.DataFrame, window: Window) -> tuple[Outside | None, Outside | None]:
    """What lies before and after the axis; None where there is nothing."""
    before = events[events["date_to"] < pd.Timestamp(window[0])]
    after = events[events["date_from"] > pd.Timestamp(window[1])]
    return _outside(before), _outside(after)


def rounded(first: date, last: date) -> Window:
    """The whole years, months or days that contain two days, by the length between them."""
    first, last = clamp(first), clamp(last)
    length = (last - first).days
    if length > YEARS:
        return date(first.year, 1, 1), date(last.year, 12, 31)
    if length > MONTHS:
        month = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
        return first.replace(day=1), month - timedelta(days=1)
    return first, max(last, clamp(first + timedelta(days=1)))


def share(day: date, window: Window) -> float:
    """Where a day begins on the axis: 0 at its first day, 1 at the end of its last."""
    return (day - window[0]).days / ((window[1] - window[0]).days + 1)


def end_share(day: date, window: Window) -> float:
    """Where a day ends on the axis."""
    return ((day - window[0]).days + 1) / ((window[1] - window[0]).days + 1)


def _outside(events: pd.DataFrame) -> Outside | None:
    window = bulk(events)
    return Outside(len(events), window) if window else None


def _bulk(days: Days) -> tuple[int, int]:
    """The first and last of the ends of dates that are worth an axis."""
    ordered = np.sort(days)
    whole = int(ordered[0]), int(ordered[-1])
    best, best_score = whole, GAIN
    for size in _sizes(len(ordered)):
        lengths = ordered[size - 1 :] - ordered[: len(ordered) - size + 1]
        begin = int(lengths.argmin())
        shorter = max(whole[1] - whole[0], UNIT) / max(int(lengths[begin]), UNIT)
        score = size / len(ordered) * shorter**POWER
        if score >= best_score:
            best, best_score = (int(ordered[begin]), int(ordered[begin + size - 1])), score
    return best


def _sizes(count: int) -> Iterator[int]:
    """The numbers of ends to show, most first."""
    least = max(2, int(np.ceil(LEAST * count)))
    if least < count:
        yield from dict.fromkeys(np.linspace(count - 1, least, STEPS).round().astype(int).tolist())


def _days(dates: pd.Series[Any]) -> Days:
    return dates.to_numpy(dtype="datetime64[D]").astype("int64")


def _date(day: int) -> date:
    converted: date = np.datetime64(day, "D").astype(date)
    return converted
