"""Equality of TIMEX3 values: the same text, or the same interval of days."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from alaqat.timex import intervals

Days = tuple[date, date]


def is_same_value(gold: Any, found: Any) -> bool:
    """True if two values (or None for none) are equal, or mean the same days."""
    if gold is None or found is None:
        return gold is found
    first, second = str(gold).strip().upper(), str(found).strip().upper()
    if first == second:
        return True
    days = days_of(first)
    return days is not None and days == days_of(second)


def days_of(value: str) -> Days | None:
    """First and last day of an ISO 8601 or TIMEX3 value; None if it is no interval."""
    begin, slash, end = value.partition("/")
    if slash:
        first, last = days_of(begin), days_of(end)
        return (first[0], last[1]) if first and last else None
    plain = value.partition("T")[0].strip()
    for pattern, read in _PATTERNS:
        if match := re.fullmatch(pattern, plain):
            return _read(read, match)
    return None


def _read(read: Callable[..., intervals.Interval], match: re.Match[str]) -> Days | None:
    try:
        interval = read(*map(int, match.groups()))
    except ValueError:  # no such day of the calendar
        return None
    return interval.first, interval.last


def _day(year: int, month: int, day: int) -> intervals.Interval:
    return intervals.day(date(year, month, day))


def _month(year: int, month: int) -> intervals.Interval:
    return intervals.month(year, date(year, month, 1).month)


def _week(year: int, number: int) -> intervals.Interval:
    return intervals.week(date.fromisocalendar(year, number, 1))


_PATTERNS: Final = (
    (r"(\d{4})-(\d{2})-(\d{2})", _day),
    (r"(\d{4})-(\d{2})", _month),
    (r"(\d{4})-W(\d{2})(?:-WE)?", _week),
    (r"(\d{4})-Q([1-4])", intervals.quarter),
    (r"(\d{4})-H([12])", intervals.half),
    (r"(\d{4})", intervals.year),
    (r"(\d{3})X?", lambda number: intervals.decade(number * 10)),
)
