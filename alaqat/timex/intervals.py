"""Imprecise dates as intervals of whole days, each with a granularity and a TIMEX3 value.

Units are those of the lexicon: D day, N night, W week, M month, Y year, DE decade, C century; H,
MIN and S for parts of a day, which move no date.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hijridate import Gregorian, Hijri

from alaqat.model.records import Granularity

# TIMEX3 codes of seasons and their first months; winter begins in the December before.
SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_IN: Final = {"M": 1, "Y": 12, "DE": 120, "C": 1200}
DAYS_IN: Final = {"D": 1, "N": 1, "W": 7}
# Fractions of a month are counted in days of a month of this length.
_DAYS_OF_MONTH = 30
_MONTHS_OF_YEAR = 12
_UMM_AL_QURA = range(1343, 1501)
# 1 Muharram of the year 1 in the tabular calendar: 19 July 622 of the Gregorian one.
_ISLAMIC_EPOCH: Final = date(622, 7, 19).toordinal()
# 1 Farvardin 1400.
_SOLAR_BASE, _SOLAR_BASE_DAY = 1400, date(2021, 3, 21)
# Leap years of the Iranian calendar by its 33-year cycle (8 of 33 years; exact for 1178 to 1633).
_LEAP_YEARS, _LEAP_OFFSET, _LEAP_CYCLE = 8, 29, 33


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day, both included, with their TIMEX3 value and granularity."""

    first: date
    last: date
    value: str
    granularity: Granularity


def day(on: date) -> Interval:
    """One day."""
    return Interval(on, on, on.isoformat(), "day")


def week(on: date, shift: int = 0) -> Interval:
    """The ISO week of `on`, or the one `shift` weeks after it."""
    monday = on - timedelta(days=on.weekday()) + timedelta(weeks=shift)
    year, number, _ = monday.isocalendar()
    return Interval(monday, monday + timedelta(days=6), f"{year:04d}-W{number:02d}", "week")


def month(year: int, number: int) -> Interval:
    """A month; `number` may be below 1 or above 12, which leads into other years."""
    year += (number - 1) // _MONTHS_OF_YEAR
    number = (number - 1) % _MONTHS_OF_YEAR + 1
    last = calendar.monthrange(year, number)[1]
    return Interval(
        date(year, number, 1), date(year, number, last), f"{year:04d}-{number:02d}", "month"
    )


def quarter(year: int, number: int) -> Interval:
    """The first to fourth quarter of a year."""
    first, last = month(year, 3 * number - 2).first, month(year, 3 * number).last
    return Interval(first, last, f"{year:04d}-Q{number}", "quarter")


def half(year: int, number: int) -> Interval:
    """The first or second half of a year."""
    first, last = month(year, 6 * number - 5).first, month(year, 6 * number).last
    return Interval(first, last, f"{year:04d}-H{number}", "range")


def year(number: int) -> Interval:
    """A year."""
    return Interval(date(number, 1, 1), date(number, 12, 31), f"{number:04d}", "year")


def decade(first: int) -> Interval:
    """The decade that begins with year `first`."""
    return Interval(date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10:03d}X", "decade")


def century(number: int) -> Interval:
    """The century with this ordinal: the 19th holds 1800 to 1899."""
    first = 100 * (number - 1)
    return Interval(
        date(max(first, 1), 1, 1), date(first + 99, 12, 31), f"{number - 1:02d}XX", "range"
    )


def season(in_year: int, code: str) -> Interval:
    """A meteorological season of three months.

    The winter of a year began in the December before.
    """
    start = SEASONS[code] - (_MONTHS_OF_YEAR if code == "WI" else 0)
    first, last = month(in_year, start).first, month(in_year, start + 2).last
    return Interval(first, last, f"{in_year:04d}-{code}", "range")


def weekend(on: date, shift: int = 0) -> Interval:
    """Saturday and Sunday of an ISO week, TIMEX3's weekend."""
    seven = week(on, shift)
    return Interval(seven.last - timedelta(days=1), seven.last, seven.value + "-WE", "range")


def between(first: Interval, last: Interval) -> Interval | None:
    """One interval from the beginning of `first` to the end of `last`.

    None if that runs backwards.
    """
    if first.first > last.last:
        return None
    return Interval(first.first, last.last, f"{first.value}/{last.value}", "range")


def days(first: date, last: date) -> Interval:
    """The interval from one day to another."""
    return Interval(first, last, f"{first.isoformat()}/{last.isoformat()}", "range")


_CONTAINING: Final[Mapping[str, Callable[[date, int], Interval]]] = {
    "D": lambda on, shift: day(on + timedelta(days=shift)),
    "N": lambda on, shift: day(on + timedelta(days=shift)),
    "W": week,
    "M": lambda on, shift: month(on.year, on.month + shift),
    "Y": lambda on, shift: year(on.year + shift),
    "DE": lambda on, shift: decade(on.year // 10 * 10 + 10 * shift),
    "C": lambda on, shift: century(on.year // 100 + 1 + shift),
}


def containing(on: date, unit: str, shift: int = 0) -> Interval:
    """The period of a unit (D to C) that contains `on`, or the one `shift` periods later."""
    return _CONTAINING[unit](on, shift)


def first_after(candidates: Sequence[Interval], on: date) -> Interval | None:
    """The first of `candidates` (in time order) that begins after a day."""
    return next((interval for interval in candidates if interval.first > on), None)


def first_not_over(candidates: Sequence[Interval], on: date) -> Interval | None:
    """The first of `candidates` (in time order) that is not over before a day."""
    return next((interval for interval in candidates if interval.last >= on), None)


def last_begun(candidates: Sequence[Interval], on: date) -> Interval | None:
    """The last of `candidates` (in time order) that has begun on a day."""
    return next((interval for interval in reversed(candidates) if interval.first <= on), None)


def last_over(candidates: Sequence[Interval], on: date) -> Interval | None:
    """The last of `candidates` (in time order) that is over before a day."""
    return next((interval for interval in reversed(candidates) if interval.last < on), None)


def moved(on: date, amount: float, unit: str) -> Interval | None:
    """The interval `amount` units from `on`, as fine as the count is meant.

    A day for days, weeks and fractions of a month; a month for months; a year for years and longer.
    None for units under a day: they do not move a date.
    """
    if unit in DAYS_IN:
        return day(on + timedelta(days=round(amount * DAYS_IN[unit])))
    if unit not in MONTHS_IN:
        return None
    months = amount * MONTHS_IN[unit]
    if months != int(months):
        return day(on + timedelta(days=round(months * _DAYS_OF_MONTH)))
    if unit == "M" or int(months) % _MONTHS_OF_YEAR:
        return month(on.year, on.month + int(months))
    return year(on.year + int(months) // _MONTHS_OF_YEAR)


def day_at(on: date, amount: float, unit: str) -> date:
    """The day exactly `amount` units from `on`.

    The last of the month where the month is too short.
    """
    if unit in DAYS_IN:
        return on + timedelta(days=round(amount * DAYS_IN[unit]))
    target = month(on.year, on.month + round(amount * MONTHS_IN[unit]))
    return target.first.replace(day=min(on.day, target.last.day))


def hijri(in_year: int, in_month: int | None = None, on_day: int | None = None) -> Interval | None:
    """A year, month or day of the Islamic calendar; None if it has no such day.

    Umm al-Qura by hijridate from 1343 to 1500, before and after it the tabular calendar.
    """
    if in_year not in _UMM_AL_QURA:
        return _tabular(in_year, in_month, on_day)
    try:
        start = Hijri(in_year, in_month or 1, on_day or 1)
        if on_day:
            return day(_plain(start.to_gregorian()))
        end = Hijri(in_year, in_month or _MONTHS_OF_YEAR, 1)
        last = _plain(end.to_gregorian()) + timedelta(days=end.month_length() - 1)
    except (OverflowError, ValueError):
        return None
    return days(_plain(start.to_gregorian()), last)


def _tabular(in_year: int, in_month: int | None, on_day: int | None) -> Interval | None:
    """The same by the tabular calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16 … of 30)."""
    last_month = in_month or _MONTHS_OF_YEAR
    after = (in_year, last_month + 1) if last_month < _MONTHS_OF_YEAR else (in_year + 1, 1)
    last = _tabular_ordinal(*after) - 1
    if on_day is None:
        first = _tabular_ordinal(in_year, in_month or 1)
        return days(date.fromordinal(first), date.fromordinal(last))
    on = _tabular_ordinal(in_year, last_month) + on_day - 1
    return day(date.fromordinal(on)) if on <= last else None


def _tabular_ordinal(in_year: int, in_month: int) -> int:
    """The day number of the first day of a month of the tabular calendar."""
    months = (59 * (in_month - 1) + 1) // 2
    return _ISLAMIC_EPOCH + 354 * (in_year - 1) + (3 + 11 * in_year) // 30 + months


def hijri_year(on: date) -> int:
    """The Islamic year in which `on` falls."""
    try:
        return int(Gregorian(on.year, on.month, on.day).to_hijri().year)
    except OverflowError:
        return (30 * (on.toordinal() - _ISLAMIC_EPOCH) + 10646) // 10631


def solar(in_year: int, in_month: int | None = None, on_day: int | None = None) -> Interval | None:
    """A year, month or day of the Iranian calendar; None if it has no such day.

    By the cycle of 33 years, which is right from 1244 to 1472.
    """
    first = _solar_ordinal(in_year, in_month or 1)
    is_last = (in_month or _MONTHS_OF_YEAR) == _MONTHS_OF_YEAR
    after = (in_year + 1, 1) if is_last else (in_year, (in_month or 1) + 1)
    last = _solar_ordinal(*after) - 1
    if on_day is None:
        return days(date.fromordinal(first), date.fromordinal(last))
    on = first + on_day - 1
    return day(date.fromordinal(on)) if on <= last else None


def _is_solar_leap_year(year: int) -> bool:
    """True if a year of the Iranian calendar has 366 days: eight of 33 years do."""
    return (_LEAP_YEARS * year + _LEAP_OFFSET) % _LEAP_CYCLE < _LEAP_YEARS


def _solar_ordinal(in_year: int, in_month: int) -> int:
    """The day number of the first day of a month of the Iranian calendar."""
    before = range(min(in_year, _SOLAR_BASE), max(in_year, _SOLAR_BASE))
    length = 365 * len(before) + sum(map(_is_solar_leap_year, before))
    start = _SOLAR_BASE_DAY.toordinal() + (length if in_year > _SOLAR_BASE else -length)
    return start + 31 * min(in_month - 1, 6) + 30 * max(in_month - 7, 0)


def _plain(on: date) -> date:
    """A date of hijridate's own class as a plain one."""
    return date(on.year, on.month, on.day)
