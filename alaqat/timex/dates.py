"""Readers of calendar dates: from captures to a day, month, year, part of a year or range.

A reader takes the context and the captures of its rule. It returns None if they make no date;
the next rule that matches the same words is tried then.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from alaqat.lexicon.distances import distance
from alaqat.timex import intervals
from alaqat.timex.chronology import heading_year
from alaqat.timex.intervals import Interval
from alaqat.timex.timex_context import (
    Captures,
    TimexContext,
    TimexReading,
    code,
    date_reading,
    integer,
    integer_or_zero,
)
from alaqat.timex.tokenizer import MONTH_SLOTS

_MONTHS = range(1, 13)
_YEARS = range(1000, 2200)
# A year in figures between these is of the Islamic calendar (1931 to 2056).
_ISLAMIC_YEARS = range(1300, 1481)
_DAYS = range(1, 32)
# A year of the thirteenth to fifteenth century in Persian figures.
_PERSIAN_ISLAMIC = re.compile("\u06f1[\u06f2-\u06f4][\u06f0-\u06f9]{2}")
_YEAR_DIGITS, _DAY_DIGITS = 4, 2
# The years around publication in which a day and month are looked for: 29 February may be eight
# years away.
_YEARS_AROUND = 8
_CENTURIES = range(1, 23)
_LAST_WEEK = 53
# The parts of a year: how an interval is made of each, and how many a year has.
_QUARTERS = (intervals.quarter, 4)
_HALVES = (intervals.half, 2)


def edge(captures: Captures) -> str | None:
    """START, MID or END where the expression names a part of its period."""
    return code(captures, "edge", "edge")


def is_islamic_year(context: TimexContext, year: int) -> bool:
    """True for a year without a mark that the press of our day means in the Islamic calendar."""
    if context.published is None:
        return False
    ahead = year - intervals.hijri_year(context.published)
    return -distance("timex-islamic-years-back") <= ahead <= distance("timex-islamic-years-ahead")


def before_christ(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A year or century before Christ, which has no interval: «44 قبل الميلاد»."""
    if "c" in captures:
        return TimexReading("DATE", f"BC{integer_or_zero(captures, 'c', 'ord') - 1:02d}")
    return TimexReading("DATE", f"BC{integer_or_zero(captures, 'y', 'num'):04d}")


def _shift(captures: Captures, prefix: str) -> int | None:
    """How many years (`y`) or months (`m`) from publication the captures count.

    None if they do not.
    """
    if prefix + "dir" in captures:
        return integer(captures, prefix + "dir", "dir")
    return 0 if prefix + "this" in captures else None


def _stated_year(captures: Captures) -> int | None:
    short = integer(captures, "yy", "year2")
    return 1900 + short if short else integer(captures, "y", "year", "year3", "modern")


def known_year(context: TimexContext, captures: Captures) -> tuple[int | None, str]:
    """The year that is stated, or counted from publication or an earlier date, and its anchor."""
    year = _stated_year(captures)
    if year is not None:
        return year, "none"
    if "ysame" in captures:
        antecedent = context.antecedent("Y")
        return antecedent.first.year if antecedent else None, "text"
    shift = _shift(captures, "y")
    if shift is None or context.published is None:
        return None, "published"
    return context.published.year + shift, "published"


def _counted_month(context: TimexContext, captures: Captures) -> tuple[int, int] | None:
    """Year and month counted from publication: «الشهر المقبل»."""
    shift = _shift(captures, "m")
    if shift is None or context.published is None:
        return None
    return _month_from(context.published, shift)


def _month_from(on: date, shift: int) -> tuple[int, int]:
    month = intervals.month(on.year, on.month + shift)
    return month.first.year, month.first.month


def calendar(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A day, month or year as far as stated.

    What is left out is found from publication and tense.
    """
    day, month = integer(captures, "d", "day"), integer(captures, "mo", *MONTH_SLOTS)
    if {"mdir", "mthis"} & captures.keys() or (day and month is None):
        return _in_counted_month(context, captures, day)
    year, anchor = known_year(context, captures)
    if year is not None and (month or "ad" in captures):
        return date_reading(_gregorian(year, month, day), anchor, edge(captures))
    if month is None:
        return _year_alone(context, captures, year, anchor)
    if "ysame" in captures:
        return TimexReading("DATE", _open_value(month, day), mod=edge(captures))
    if {"y", "ydir", "ythis"} & captures.keys():
        return None
    return _without_year(context, captures, month, day)


def _year_alone(
    context: TimexContext, captures: Captures, year: int | None, anchor: str
) -> TimexReading | None:
    """A year without a month: before Christ, Islamic or Gregorian."""
    if year is None:
        return None
    if context.is_before_christ():
        return TimexReading("DATE", f"BC{year:04d}")
    if not is_islamic_year(context, year):
        return date_reading(intervals.year(year), anchor, edge(captures))
    if _is_news(context, intervals.solar(year)):
        return TimexReading("DATE", "XXXX", mod=edge(captures))
    return date_reading(intervals.hijri(year), anchor, edge(captures))


def day_of_year(context: TimexContext, captures: Captures) -> TimexReading | None:
    """The last day and month in another year («نفس اليوم من عام 1990»).

    The year if there is no earlier day.
    """
    year, day = _stated_year(captures), context.antecedent("D")
    if year is None:
        return None
    interval = _gregorian(year, day.first.month, day.first.day) if day else None
    return date_reading(interval or intervals.year(year), "text" if day else "none")


@lru_cache(maxsize=4096)
def _gregorian(year: int, month: int | None, day: int | None) -> Interval | None:
    """The year, month or day; None if the calendar does not have it."""
    try:
        if month is None:
            return intervals.year(year)
        return intervals.day(date(year, month, day)) if day else intervals.month(year, month)
    except ValueError:
        return None


def _in_counted_month(
    context: TimexContext, captures: Captures, day: int | None
) -> TimexReading | None:
    """A day of a month that is counted from publication.

    A day alone is of the nearest month that fits.
    """
    if day is None:
        return None
    if context.published is None:
        return TimexReading("DATE", f"XXXX-XX-{day:02d}")
    month = _counted_month(context, captures)
    if month is None and not {"mdir", "mthis"} & captures.keys():
        month = _month_of_day(context, context.published, day)
    return date_reading(_gregorian(*month, day), "published") if month else None


def _month_of_day(context: TimexContext, published: date, day: int) -> tuple[int, int]:
    """The month of a day alone: this one, the last, or in the future the next."""
    if context.is_future():
        return _month_from(published, int(day < published.day))
    return _month_from(published, -int(day > published.day))


def _without_year(
    context: TimexContext, captures: Captures, month: int, day: int | None
) -> TimexReading | None:
    """A month or a day and month: in the year of a chronology's heading, else near publication."""
    is_counted = bool({"dir", "this"} & captures.keys())
    if day is None and not is_counted and _is_name(context, captures):
        return None
    year = None if is_counted else heading_year(context)
    entry = _gregorian(year, month, day) if year else None
    if entry:
        return date_reading(entry, "text", edge(captures))
    if context.published is None:
        return TimexReading("DATE", _open_value(month, day), mod=edge(captures))
    interval = _near_publication(context, context.published, captures, (month, day))
    return date_reading(interval, "published", edge(captures))


def _is_name(context: TimexContext, captures: Captures) -> bool:
    """True for a month's word alone that is a person's name here or elsewhere in the text."""
    is_alone = context.end - context.start == captures["mo"].end - captures["mo"].start
    return context.is_after_given_name() or (is_alone and context.is_named_elsewhere())


def _near_publication(
    context: TimexContext, published: date, captures: Captures, month_day: tuple[int, int | None]
) -> Interval | None:
    """The month or day in the year that direction, tense and weekday point to."""
    years = range(published.year - _YEARS_AROUND, published.year + _YEARS_AROUND + 1)
    candidates = [found for year in years if (found := _gregorian(year, *month_day))]
    shift = integer(captures, "dir", "dir", "this")
    if shift is None:
        interval = nearest_by_tense(context, published, candidates)
    else:
        interval = _nearest_in_direction(published, candidates, shift)
    days = abs((interval.first - published).days) if interval else None
    if days is not None and days <= distance("timex-day-despite-weekday"):
        return interval
    weekday = integer(captures, "w", "weekday")
    return _on_weekday(candidates, weekday, published) or interval


def _open_value(month: int, day: int | None) -> str:
    """The value of a month or day whose year is not known."""
    return f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")


def _on_weekday(
    candidates: list[Interval], weekday: int | None, published: date
) -> Interval | None:
    """The only day of the years around publication that falls on the weekday.

    None for none or several.
    """
    years = range(published.year - 1, published.year + 2)
    fits = [
        candidate
        for candidate in candidates
        if candidate.first.isoweekday() == weekday and candidate.first.year in years
    ]
    return fits[0] if len(fits) == 1 and fits[0].granularity == "day" else None


def _nearest_in_direction(
    published: date, candidates: list[Interval], shift: int
) -> Interval | None:
    """The first after publication (positive), the last before (negative), its year's (0)."""
    if shift > 0:
        return intervals.first_after(candidates, published)
    if shift < 0:
        return intervals.last_over(candidates, published)
    return next((one for one in candidates if one.first.year == published.year), None)


def nearest_by_tense(
    context: TimexContext, published: date, candidates: list[Interval]
) -> Interval | None:
    """The next if the future is meant, otherwise the last that has begun."""
    coming = intervals.first_not_over(candidates, published)
    if coming and _is_meant_ahead(context, published, coming):
        return coming
    return intervals.last_begun(candidates, published)


def _is_meant_ahead(context: TimexContext, published: date, coming: Interval) -> bool:
    """True if the coming interval is meant, not the one of a year ago.

    That is so in a sentence about the future, unless far ahead, and for a day within few weeks
    unless the sentence is about the past.
    """
    days = (coming.first - published).days
    if days <= distance("timex-plan-without-year") and context.is_future():
        return True
    is_soon = coming.granularity == "day" and 0 < days <= distance("timex-soon-days")
    return is_soon and not context.is_past()


def numeric(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A date in figures: «25/6/2021»."""
    text = code(captures, "date", "numdate") or ""
    written = context.document.surface(context.start, context.end)
    interval = day_in_figures(text)
    is_unmarked = not {"mark", "solar"} & captures.keys()
    is_persian = "solar" in captures or _PERSIAN_ISLAMIC.search(written)
    if is_persian or (is_unmarked and _is_solar(context, text, interval)):
        interval = solar_in_figures(text)
    return date_reading(interval, "none")


def _is_solar(context: TimexContext, text: str, lunar: Interval | None) -> bool:
    """True for an Islamic date without a mark that is news by the solar calendar only."""
    year = int(text[:_YEAR_DIGITS]) if text[:_YEAR_DIGITS].isdigit() else 0
    solar = solar_in_figures(text) if year in _ISLAMIC_YEARS else None
    return _is_news(context, solar) and not _is_news(context, lunar)


def _is_news(context: TimexContext, interval: Interval | None) -> bool:
    """True if an interval begins so near to publication that news may speak of it."""
    if context.published is None or interval is None:
        return False
    return abs((context.published - interval.first).days) <= distance("timex-solar-days")


def day_years_ago(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A day so many years ago: «6 شباط قبل عام»; the one nearest to that."""
    month, day = integer(captures, "mo", *MONTH_SLOTS), integer(captures, "d", "day")
    count = 2 if "u2" in captures else integer(captures, "n", "count") or 1
    if context.published is None or month is None:
        return None
    about = context.published - timedelta(days=round(365.25 * count))
    years = range(about.year - 1, about.year + 2)
    candidates = [found for year in years if (found := _gregorian(year, month, day))]
    nearest = min(candidates, key=lambda one: abs(one.first - about), default=None)
    return date_reading(nearest, "published")


def day_and_month(context: TimexContext, captures: Captures) -> TimexReading | None:
    """Day and month in figures without a year: «30/6»; a small day may be a fraction's."""
    day, month = integer_or_zero(captures, "d", "day"), integer_or_zero(captures, "m", "day")
    has_day_word = context.start < captures["d"].start
    if month not in _MONTHS or not (has_day_word or day > _MONTHS[-1]):
        return None
    return _without_year(context, captures, month, day)


def anniversary(context: TimexContext, captures: Captures) -> TimexReading | None:
    """The day or month of publication in another year: «في مثل هذا اليوم من عام 1936»."""
    year, published = _stated_year(captures), context.published
    if published is None:
        return None
    if year is None:
        shift = integer(captures, "dir", "dir")
        year = published.year + (
            -(integer(captures, "n", "count") or 1) if shift is None else shift
        )
    day = None if code(captures, "u", "the") == "M" else published.day
    return date_reading(_gregorian(year, published.month, day), "published")


def numeric_spaced(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A date in figures with spaced slashes."""
    parts = [integer(captures, name, "year", "day") for name in ("d", "m", "y")]
    return date_reading(day_in_figures("/".join(map(str, parts))), "none")


def day_in_figures(text: str) -> Interval | None:
    """The day written as 2021-06-25, 25/6/2021 or 16/04/21; None when no calendar has it."""
    separator = next((char for char in text if not char.isdigit()), "")
    if not separator:
        return None
    first, middle, last = text.split(separator)
    if len(first) == _YEAR_DIGITS:
        return _in_calendar(int(first), int(middle), int(last))
    if len(last) == _YEAR_DIGITS:
        return _day_first(int(first), int(middle), int(last))
    return None if separator == "." else _short_year(first, middle, last)


def _short_year(day: str, month: str, year: str) -> Interval | None:
    """A date with the year of the century: 16/04/21.

    Only years up to a limit, so that decimals and scores are not read as dates.
    """
    if len(day) > _DAY_DIGITS or int(year) > distance("timex-last-short-year"):
        return None
    return _day_first(int(day), int(month), int(year) + 2000)


def _day_first(day: int, month: int, year: int) -> Interval | None:
    """25/6/2021 as Arab papers write; 6/25/2021, month first, where day first is impossible."""
    if year not in _YEARS:
        return None
    interval = _in_calendar(year, month, day)
    if interval or year in _ISLAMIC_YEARS:
        return interval
    return _in_calendar(year, day, month)


def solar_in_figures(text: str) -> Interval | None:
    """The day of the Iranian calendar written as 1399/04/02 or 2/4/1399."""
    separator = next((char for char in text if not char.isdigit()), "/")
    parts = [int(part) for part in text.split(separator)]
    year, month, day = parts if parts[0] > _DAYS[-1] else reversed(parts)
    if month not in _MONTHS or day not in _DAYS:
        return None
    return intervals.solar(year, month, day)


def _in_calendar(year: int, month: int, day: int) -> Interval | None:
    """A day of the Islamic calendar if the year is an Islamic one, otherwise of the Gregorian."""
    if month not in _MONTHS or not day:
        return None
    return (intervals.hijri if year in _ISLAMIC_YEARS else _gregorian)(year, month, day)


def nth_weekday(context: TimexContext, captures: Captures) -> TimexReading | None:
    """The n-th such weekday of a month."""
    nth, weekday = integer(captures, "n", "ord"), integer(captures, "w", "dayname")
    month = _month(context, captures)
    if month is None or nth is None or weekday is None:
        return None
    on = month.first + timedelta(days=(weekday - month.first.isoweekday()) % 7 + 7 * (nth - 1))
    return date_reading(intervals.day(on), "published") if on <= month.last else None


def _month(context: TimexContext, captures: Captures) -> Interval | None:
    """The month that is named or counted; None if none is."""
    counted = _counted_month(context, captures)
    if counted:
        return intervals.month(*counted)
    if not {"mo", "mdir", "mthis"} & captures.keys():
        return None
    without_day = {name: token for name, token in captures.items() if name != "d"}
    reading = calendar(context, without_day)
    interval = reading.interval if reading else None
    return interval if interval and interval.granularity == "month" else None


def decade(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A decade of the century that is named or counted; without one, the last such decade."""
    tens = integer_or_zero(captures, "dec", "decade")
    first = _century_start(context, captures, tens)
    return date_reading(intervals.decade(first + tens), "none", edge(captures))


def _century_start(context: TimexContext, captures: Captures, tens: int) -> int:
    """The year in which the century of a decade begins."""
    published, century = context.published, integer(captures, "c", "ord")
    if "dir" in captures and published:
        return published.year // 100 * 100 + 100 * integer_or_zero(captures, "dir", "dir")
    if century is not None:
        return 100 * (century - 1)
    return 2000 if published and published.year >= 2000 + tens else 1900


def century(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A century by its ordinal."""
    number = integer_or_zero(captures, "c", "ord")
    if context.is_before_christ():
        return before_christ(context, captures)
    if number not in _CENTURIES:
        return None
    return date_reading(intervals.century(number), "none", edge(captures))


def part(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A quarter or half of a year; of a month's half the month, with START or END."""
    nth = integer_or_zero(captures, "n", "ord", "final")
    month = _month(context, captures)
    if month:
        return date_reading(month, "published", "START" if nth == 1 else "END")
    year, anchor = known_year(context, captures)
    make, count = _QUARTERS if code(captures, "part", "part") == "Q" else _HALVES
    nth = count if nth == -1 else nth
    if year is None or not 1 <= nth <= count:
        return None
    return date_reading(make(year, nth), anchor, edge(captures))


def week_of(context: TimexContext, captures: Captures) -> TimexReading | None:
    """The n-th or last week of a month or year: ISO weeks, counted by their Mondays in a month."""
    nth = integer_or_zero(captures, "n", "ord", "final")
    month = _month(context, captures)
    if month:
        monday = _nth_monday(month, nth) if nth > 0 else _last_monday(month)
        return date_reading(intervals.week(monday), "published") if monday <= month.last else None
    year, anchor = known_year(context, captures)
    if year is None or nth > _LAST_WEEK:
        return None
    # ISO 8601: 4 January is always in the first week of its year, 28 December in the last.
    if nth > 0:
        return date_reading(intervals.week(date(year, 1, 4), nth - 1), anchor)
    return date_reading(intervals.week(date(year, 12, 28)), anchor)


def _nth_monday(month: Interval, nth: int) -> date:
    first = month.first + timedelta(days=-month.first.weekday() % 7)
    return first + timedelta(weeks=nth - 1)


def _last_monday(month: Interval) -> date:
    """The Monday of the month's last whole week."""
    start = month.last - timedelta(days=6)
    return start - timedelta(days=start.weekday())


def season(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A season of the year that is stated, or the last or next one."""
    name = code(captures, "s", "season") or "SP"
    year, anchor = known_year(context, captures)
    shift = integer(captures, "dir", "dir")
    is_counted = "ythis" in captures or (year is None and shift is not None)
    if context.published and is_counted:
        year = _season_year(context.published, name, shift)
    if year is None:
        return None
    return date_reading(intervals.season(year, name), anchor, edge(captures))


def _season_year(published: date, name: str, shift: int | None) -> int | None:
    """The year of the season in a direction.

    The nearest without one; negative: the last; 0: this or the next; positive: the next.
    """
    years = range(published.year - 1, published.year + 2)
    candidates = [intervals.season(year, name) for year in years]
    if shift is None:
        return min(candidates, key=lambda one: _distance(one, published)).last.year
    if shift:
        season = _nearest_in_direction(published, candidates, shift)
    else:
        season = intervals.first_not_over(candidates, published)
    return season.last.year if season else None


def _distance(interval: Interval, on: date) -> timedelta:
    """How far a day is from an interval, negative inside it."""
    return max(interval.first - on, on - interval.last)
