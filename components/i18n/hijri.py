"""Dates of the Hijri calendar (Umm al-Qura), with the precision of the Gregorian date."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final

from hijridate import Gregorian

# The days that hijridate's table of Umm al-Qura covers
FIRST: Final = date(1924, 8, 1)
LAST: Final = date(2077, 11, 16)
DASH: Final = "\u2013"
YEAR: Final = 364  # days from the first to the last day from which an interval is given in years


@lru_cache(maxsize=10_000)
def format_interval(first: date, last: date, granularity: str, lang: str) -> str:
    """An interval in the Hijri calendar: a day, else its months, of a year or longer its years.

    Empty outside the calendar's table (`FIRST`–`LAST`).
    """
    if not FIRST <= first <= last <= LAST:
        return ""
    begin, end = (Gregorian(day.year, day.month, day.day).to_hijri() for day in (first, last))
    if granularity == "day":
        return f"{begin.day} {begin.month_name(lang)} {begin.year}"
    if (last - first).days >= YEAR:
        return f"{begin.year}{DASH}{end.year}" if begin.year < end.year else str(begin.year)
    ends = [f"{month.month_name(lang)} {month.year}" for month in (begin, end)]
    if begin.year == end.year and begin.month != end.month:
        ends[0] = begin.month_name(lang)
    return f" {DASH} ".join(dict.fromkeys(ends))
