"""Readers of the Islamic lunar and the Iranian solar calendar."""

from __future__ import annotations

import re
from datetime import date

from alaqat.timex import intervals
from alaqat.timex.dates import edge, nearest_by_tense
from alaqat.timex.intervals import Interval
from alaqat.timex.timex_context import (
    Captures,
    TimexContext,
    TimexReading,
    date_reading,
    integer,
    integer_or_zero,
)
from alaqat.timex.vocabulary import slot_forms

# Without a mark a number next to an Islamic month is a year only between these.
_YEARS_WITHOUT_MARK = range(1250, 1501)
_YEARS_WITH_MARK = range(1, 1501)
# A Gregorian year next to an Islamic month: «رمضان 2015».
_GREGORIAN_YEARS = range(1800, 2101)
_SOLAR_YEARS = range(1200, 1473)
_YEARS_AROUND = 3
_LAST_DAY = 30
_CENTURIES = range(1, 16)
# The month whose name is also the number of no goals.
_ZERO = 2
_CENTURY = 100
_AFTER = 8
_NOT_LETTERS = re.compile(r"[\W_]+")


def hijri(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A day, month or year of the Islamic calendar.

    Without a year, the one nearest in the tense's direction.
    """
    if _is_solar(context):
        return solar(context, captures)
    day, month = integer(captures, "d", "day"), integer(captures, "hm", "hijri", "hijrix")
    if "hy" not in captures:
        return _without_year(context, captures, month or 1, day)
    year = integer_or_zero(captures, "hy", "num")
    interval = _of_year(captures, year, month, day)
    if interval and day:
        interval = _with_weekday(interval, integer(captures, "w", "weekday"))
    return date_reading(interval, "none", edge(captures))


def _is_solar(context: TimexContext) -> bool:
    """True if the letter of the solar calendar follows: «1388هـ.ش»."""
    following = _NOT_LETTERS.split(context.document.folded[context.end : context.end + _AFTER])
    return len(following) > 1 and following[1] in slot_forms("timewords", "solarletter")


def _of_year(captures: Captures, year: int, month: int | None, day: int | None) -> Interval | None:
    """A stated year, month or day; an Islamic month may be next to a Gregorian year."""
    if year in _GREGORIAN_YEARS and month and "mark" not in captures:
        return _in_gregorian_year(year, month, day)
    years = _YEARS_WITH_MARK if "mark" in captures else _YEARS_WITHOUT_MARK
    return intervals.hijri(year, month, day) if year in years else None


def _in_gregorian_year(year: int, month: int, day: int | None) -> Interval | None:
    """The Islamic month or day that begins in a Gregorian year."""
    begins = intervals.hijri_year(date(year, 1, 1))
    found = (intervals.hijri(begins + shift, month, day) for shift in (0, 1))
    return next((one for one in found if one and one.first.year == year), None)


def _with_weekday(interval: Interval, number: int | None) -> Interval:
    """The day, or the one before or after it if that is the weekday.

    The tables may differ by a day from the sighted moon.
    """
    near = (intervals.containing(interval.first, "D", shift) for shift in (0, 1, -1))
    return next((one for one in near if one.first.isoweekday() == number), interval)


def _without_year(
    context: TimexContext, captures: Captures, month: int, day: int | None
) -> TimexReading | None:
    shift = integer(captures, "dir", "dir")
    if shift is None and _is_other_word(context, captures, day):
        return None
    interval = islamic_near(context, (month, day), shift, integer(captures, "w", "weekday"))
    if interval is None:
        return TimexReading("DATE", "XXXX-XX" if day else "XXXX")
    return date_reading(interval, "published", edge(captures))


def _is_other_word(context: TimexContext, captures: Captures, day: int | None) -> bool:
    """True for a person's name («رمضان», «طارق رمضان» elsewhere) and a score («3 صفر»).

    Behind «in», «since», «during» it is a month all the same.
    """
    month = captures["hm"]
    if "hijrix" not in month.values or context.is_led_by_preposition():
        return False
    if day is not None:
        return month.values["hijrix"] == _ZERO and captures["d"].start == context.start
    return month.start == context.start and context.is_named_elsewhere()


def islamic_near(
    context: TimexContext,
    month_day: tuple[int, int | None],
    shift: int | None,
    weekday: int | None = None,
) -> Interval | None:
    """The Islamic month or day that is meant near publication.

    By `shift`: -1 the last that is over, -2 the one before it, 1 the next, 0 that of the Islamic
    year; None: the only one of these years that falls on `weekday`, else by tense.
    """
    if context.published is None:
        return None
    year = intervals.hijri_year(context.published)
    years = range(year - _YEARS_AROUND, year + _YEARS_AROUND + 1)
    candidates = [found for one in years if (found := intervals.hijri(one, *month_day))]
    if shift == 0:
        return intervals.hijri(year, *month_day)
    if shift is None and weekday:
        around = [_with_weekday(one, weekday) for one in candidates[_YEARS_AROUND - 1 :][:3]]
        on_weekday = [one for one in around if one.first.isoweekday() == weekday]
        if len(on_weekday) == 1:
            return on_weekday[0]
    return nearest(context, context.published, candidates, shift)


def nearest(
    context: TimexContext, published: date, candidates: list[Interval], shift: int | None
) -> Interval | None:
    """The interval so many from publication, or without a count the one that tense points to."""
    if shift is None:
        return nearest_by_tense(context, published, candidates)
    if not shift:
        return intervals.last_begun(candidates, published)
    if shift > 0:
        ahead = [one for one in candidates if one.first > published]
        return ahead[shift - 1] if len(ahead) >= shift else None
    over = [one for one in candidates if one.last < published]
    return over[shift] if len(over) >= -shift else None


def hijri_days(context: TimexContext, captures: Captures) -> TimexReading | None:
    """From one day of the Islamic calendar to another: «من 15 إلى 20 رمضان 1443هـ»."""
    last = hijri(context, {name: captures[name] for name in captures if name not in _FIRST_END})
    first = hijri(
        context,
        captures
        | {_FIRST_END[name]: captures[name] for name in _FIRST_END.keys() & captures.keys()},
    )
    if not (first and first.interval and last and last.interval):
        return None
    interval = intervals.between(first.interval, last.interval)
    return TimexReading("RANGE", interval.value, interval, anchor=last.anchor) if interval else None


_FIRST_END = {"d1": "d", "hm1": "hm"}


def hijri_years(context: TimexContext, captures: Captures) -> TimexReading | None:
    """From one Islamic year to another: «1434 - 1435هـ», or shortened: «1434/35»."""
    first, last = (integer_or_zero(captures, name, "num") for name in ("y1", "y"))
    if last < _CENTURY <= first:
        last += first // _CENTURY * _CENTURY
    if not first < last or last not in _YEARS_WITH_MARK:
        return None
    return islamic_range(first, last)


def islamic_range(first: int, last: int) -> TimexReading | None:
    """The interval from the beginning of one Islamic year to the end of another."""
    begin, end = intervals.hijri(first), intervals.hijri(last)
    if begin is None or end is None:
        return None
    interval = intervals.days(begin.first, end.last)
    return TimexReading("RANGE", interval.value, interval, anchor="none")


def hijri_period(context: TimexContext, captures: Captures) -> TimexReading | None:
    """The Islamic year before, of or after publication: «العام الهجري الجاري»."""
    if context.published is None:
        return TimexReading("DATE", "XXXX", mod=edge(captures))
    year = intervals.hijri_year(context.published) + integer_or_zero(captures, "dir", "dir")
    return date_reading(intervals.hijri(year), "published", edge(captures))


def hijri_century(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A century of the Islamic calendar: «القرن الثالث الهجري»."""
    number = integer_or_zero(captures, "c", "ord")
    if number not in _CENTURIES:
        return None
    century = islamic_range(_CENTURY * (number - 1) + 1, _CENTURY * number)
    return date_reading(century.interval if century else None, "none", edge(captures))


def solar(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A day, month or year of the Iranian calendar."""
    year = integer_or_zero(captures, "hy", "num")
    if year not in _SOLAR_YEARS:
        return None
    month, day = integer(captures, "hm", "solar"), integer(captures, "d", "day")
    return date_reading(intervals.solar(year, month, day), "none", edge(captures))
