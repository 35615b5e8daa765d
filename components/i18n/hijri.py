"""Dates of the Hijri calendar (Umm al-Qura), beside the Gregorian ones and no more precise than they are."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from hijridate import Gregorian

# The days that hijridate's table of Umm al-Qura covers
FIRST: Final = date(1924, 8, 1)
LAST: Final = date(2077, 11, 16)
DASH: Final = "\u2013"


@lru_cache(maxsize=10_000)
def told(first: date, last: date, granularity: str, lang: str) -> str:
    """An interval in the Hijri calendar: a day, else from month to month, of a year or longer from year to year.

    Empty where the calendar's table ends.
    """
    if not FIRST <= first <= last <= LAST:
        return ""
    begin, end = (Gregorian(day.year, day.month, day.day).to_hijri() for day in (first, last))
    if granularity == "day":
        return f"{begin.day} {begin.month_name(lang)} {begin.year}"
    if (last - first).days >= 364:
        return f"{begin.year}{DASH}{end.year}" if begin.year < end.year else str(begin.year)
    ends = [f"{month.month_name(lang)} {month.year}" for month in (begin, end)]
    if begin.year == end.year and begin.month != end.month:
        ends[0] = begin.month_name(lang)
    return f" {DASH} ".join(dict.fromkeys(ends))
