"""Imprecise dates as intervals of whole days with a granularity and a TIMEX3 value; never a pretend instant."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from alaqat.model.records import Granularity

# TIMEX3 codes of seasons and their first months; winter begins in the December before.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_IN = {"M": 1, "Y": 12, "DE": 120, "C": 1200}
DAYS_IN = {"D": 1, "N": 1, "W": 7}


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day, both inside, with the value and granularity they were read from."""

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
    """A month; `number` may run over the year's ends."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = calendar.monthrange(year, number)[1]
    return Interval(
        date(year, number, 1), date(year, number, last), f"{year:04d}-{number:02d}", "month"
    )


def quarter(year: int, number: int) -> Interval:
    """The first to fourth quarter of a year."""
    return Interval(
        month(year, 3 * number - 2).first,
        month(year, 3 * number).last,
        f"{year:04d}-Q{number}",
        "quarter",
    )


def half(year: int, number: int) -> Interval:
    """The first or second half of a year."""
    return Interval(
        month(year, 6 * number - 5).first,
        month(year, 6 * number).last,
        f"{year:04d}-H{number}",
        "range",
    )


def year(number: int) -> Interval:
    """A year."""
    return Interval(date(number, 1, 1), date(number, 12, 31), f"{number:04d}", "year")


def decade(first: int) -> Interval:
    """The decade that begins with year `first`."""
    return Interval(date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10:03d}X", "decade")


def century(number: int) -> Interval:
    """The century told by its ordinal: the 19th holds 1800 to 1899."""
    first = 100 * (number - 1)
    return Interval(
        date(max(first, 1), 1, 1), date(first + 99, 12, 31), f"{number - 1:02d}XX", "range"
    )


def season(in_year: int, code: str) -> Interval:
    """A meteorological season; winter of a year began in the December before."""
    start = SEASONS[code] - (12 if code == "WI" else 0)
    return Interval(
        month(in_year, start).first,
        month(in_year, start + 2).last,
        f"{in_year:04d}-{code}",
        "range",
    )


def weekend(on: date, shift: int = 0) -> Interval:
    """Saturday and Sunday of an ISO week, TIMEX3's weekend."""
    seven = week(on, shift)
    return Interval(seven.last - timedelta(days=1), seven.last, seven.value + "-WE", "range")


def between(first: Interval, last: Interval) -> Interval | None:
    """One interval from the beginning of `first` to the end of `last`, None where that runs backwards."""
    if first.first > last.last:
        return None
    return Interval(first.first, last.last, f"{first.value}/{last.value}", "range")


def days(first: date, last: date) -> Interval:
    """The interval between two days, told by them."""
    return Interval(first, last, f"{first.isoformat()}/{last.isoformat()}", "range")


def holding(on: date, unit: str, shift: int = 0) -> Interval:
    """The day, week, month, year, decade or century that holds `on`, `shift` of them later."""
    if unit in {"D", "N"}:
        return day(on + timedelta(days=shift))
    if unit == "W":
        return week(on, shift)
    if unit == "M":
        return month(on.year, on.month + shift)
    if unit == "Y":
        return year(on.year + shift)
    return (
        decade(on.year // 10 * 10 + 10 * shift)
        if unit == "DE"
        else century(on.year // 100 + 1 + shift)
    )


def moved(on: date, amount: float, unit: str) -> Interval | None:
    """Where one comes `amount` units from `on`: a day for days and weeks, a month for months, a year for longer.

    None for units under a day: they do not move a date.
    """
    if unit in DAYS_IN:
        return day(on + timedelta(days=round(amount * DAYS_IN[unit])))
    if unit not in MONTHS_IN:
        return None
    months = amount * MONTHS_IN[unit]
    if months != int(months):
        return day(on + timedelta(days=round(months * 30)))
    if unit == "M" or int(months) % 12:
        return month(on.year, on.month + int(months))
    return year(on.year + int(months) // 12)


def hijri(in_year: int, in_month: int | None = None, on_day: int | None = None) -> Interval | None:
    """A year, month or day of the Islamic calendar (Umm al-Qura, by hijridate); None outside 1343–1500."""
    try:
        start = Hijri(in_year, in_month or 1, on_day or 1)
        if on_day:
            return day(_plain(start.to_gregorian()))
        end = Hijri(in_year, in_month or 12, 1)
        last = _plain(end.to_gregorian()) + timedelta(days=end.month_length() - 1)
    except (OverflowError, ValueError):
        return None
    return days(_plain(start.to_gregorian()), last)


def hijri_year(on: date) -> int | None:
    """The Islamic year in which `on` falls; None outside what is tabulated."""
    try:
        return int(Gregorian(on.year, on.month, on.day).to_hijri().year)
    except OverflowError:
        return None


def _plain(on: date) -> date:
    return date(on.year, on.month, on.day)
