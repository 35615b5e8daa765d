"""Readers of intervals with two ends; parts missing in the first are those of the second."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from alaqat.timex import dates, intervals
from alaqat.timex.intervals import Interval
from alaqat.timex.islamic import islamic_range
from alaqat.timex.relative import FIRST_COUNTED_YEAR, weekday
from alaqat.timex.timex_context import (
    Captures,
    TimexContext,
    TimexReading,
    date_reading,
    integer,
    integer_or_zero,
)

# Captures of the first end, and the name that the readers of dates have for each.
_FIRST = {"d1": "d", "mo1": "mo", "y1": "y", "w1": "w", "num1": "date"}
# Captures of the second end that the first does not share.
_OWN = frozenset({"d", "w", "date"})
_WEEK = timedelta(days=7)
# Islamic years that are written next to the Gregorian ones.
_PAIRED_YEARS = range(1200, 1500)
_FEBRUARY, _DAYS_OF_FEBRUARY = 2, 28


def years(context: TimexContext, captures: Captures) -> TimexReading | None:
    """From one year to another."""
    first, last = (integer_or_zero(captures, name, "year") for name in ("y1", "y"))
    if _is_year_pair(first, last):
        return date_reading(intervals.year(max(first, last)), "none")
    if not first < last:
        return None
    if "mark" not in captures and first < FIRST_COUNTED_YEAR and "yw" not in captures:
        return None
    if all(dates.is_islamic_year(context, year) for year in (first, last)):
        return islamic_range(first, last)
    return _range_reading(intervals.between(intervals.year(first), intervals.year(last)), "none")


def _is_year_pair(first: int, last: int) -> bool:
    """True for one year in both calendars: «1382-1962»."""
    islamic, gregorian = sorted((first, last))
    if islamic not in _PAIRED_YEARS:
        return False
    interval = intervals.hijri(islamic)
    return interval is not None and gregorian in (interval.first.year, interval.last.year)


def listed_years(context: TimexContext, captures: Captures) -> TimexReading | None:
    """Two consecutive years as one interval; other pairs are two dates."""
    first, last = (integer_or_zero(captures, name, "year") for name in ("y1", "y"))
    return years(context, captures) if "between" in captures or last == first + 1 else None


def span(context: TimexContext, captures: Captures) -> TimexReading | None:
    """From one day or month to another."""
    last = _read(context, _second_end(captures))
    if last is None or last.interval is None:
        return None
    first = _read(context, _first_end(captures))
    if first is None or first.interval is None:
        return None
    begin, end = first.interval, last.interval
    if begin.first > end.first and not {"y1", "num1"} & captures.keys():
        begin, end = _over_new_year(context, captures, begin, end)
    return _range_reading(intervals.between(begin, end), last.anchor)


def _second_end(captures: Captures) -> Captures:
    return {name: captures[name] for name in captures.keys() - _FIRST.keys()}


def _first_end(captures: Captures) -> Captures:
    """The captures of the first end; month and year of the second where it leaves them out."""
    first = {_FIRST[name]: captures[name] for name in _FIRST.keys() & captures.keys()}
    if "date" in first or {"y", "mo"} <= first.keys():
        return first
    shared = captures.keys() - _FIRST.keys() - _OWN
    return {name: captures[name] for name in shared} | first


def _read(context: TimexContext, captures: Captures) -> TimexReading | None:
    read = dates.numeric if "date" in captures else dates.calendar
    return read(context, captures)


def _over_new_year(
    context: TimexContext, captures: Captures, begin: Interval, end: Interval
) -> tuple[Interval, Interval]:
    """Both ends of a range over New Year: «من 28 ديسمبر إلى 3 يناير».

    In the future the end is a year later, otherwise the beginning a year earlier.
    """
    if context.is_future() and "y" not in captures:
        return begin, _in_other_year(end, 1)
    return _in_other_year(begin, -1), end


def _in_other_year(interval: Interval, shift: int) -> Interval:
    """The same day or month `shift` years later; 28 February for the 29th."""
    first = interval.first
    if interval.granularity != "day":
        return intervals.month(first.year + shift, first.month)
    day = min(first.day, _DAYS_OF_FEBRUARY) if first.month == _FEBRUARY else first.day
    return intervals.day(first.replace(year=first.year + shift, day=day))


def weekdays(context: TimexContext, captures: Captures) -> TimexReading | None:
    """From one weekday to another, beyond publication only if the future is meant."""
    if not _is_span_of_weekdays(captures):
        return None
    reading = weekday(context, {**captures, "w": captures["w1"]})
    if reading is None:
        return None
    if reading.interval is None:
        return TimexReading("RANGE", reading.value)
    begin = reading.interval.first
    days = ((integer(captures, "w", "weekday") or 1) - begin.isoweekday()) % _WEEK.days
    end = begin + timedelta(days=days)
    is_beyond = context.published is not None and end > context.published
    if is_beyond and not _is_coming(context, captures):
        begin, end = begin - _WEEK, end - _WEEK
    return _range_reading(intervals.days(begin, end), "published")


def _is_span_of_weekdays(captures: Captures) -> bool:
    """True unless the days are joined by «and» and not consecutive («الثلاثاء والخميس»)."""
    if "joined" not in captures:
        return True
    names = ("w1", "wm", "w") if "wm" in captures else ("w1", "w")
    numbers = [integer_or_zero(captures, name, "weekday") for name in names]
    return all((later - earlier) % _WEEK.days == 1 for earlier, later in pairwise(numbers))


def _is_coming(context: TimexContext, captures: Captures) -> bool:
    is_directed = "wdir" in captures or integer_or_zero(captures, "dir", "dir") > 0
    return is_directed or context.is_future()


def deictic_range(context: TimexContext, captures: Captures) -> TimexReading | None:
    """From yesterday, today or tomorrow to another such day."""
    if context.published is None:
        return None
    first, last = (
        context.published + timedelta(days=integer_or_zero(captures, name, "deictic"))
        for name in ("k1", "k")
    )
    return _range_reading(intervals.days(first, last), "published") if first <= last else None


def _range_reading(interval: Interval | None, anchor: str | None) -> TimexReading | None:
    return TimexReading("RANGE", interval.value, interval, anchor=anchor) if interval else None
