"""Readers of what is counted from publication or from an earlier date of the text.

For example «الأسبوع الماضي», «قبل شهرين»; «بعد شهرين من ذلك».
"""

from __future__ import annotations

from datetime import date, timedelta

from alaqat.lexicon.distances import distance
from alaqat.timex import intervals
from alaqat.timex.dates import edge
from alaqat.timex.durations import is_verbal_noun, iso_duration, parts_of_sum, quantity
from alaqat.timex.intervals import Interval
from alaqat.timex.islamic import islamic_near, nearest
from alaqat.timex.timex_context import (
    Captures,
    TimexContext,
    TimexReading,
    code,
    date_reading,
    integer,
    integer_or_zero,
)

# The value of a period whose place is not known, by its unit.
_UNPLACED = {
    "D": "XXXX-XX-XX",
    "N": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "DE": "XXX",
    "C": "XX",
}
_DAYS_OF_WEEK = 7
# Month and day of the feasts after the fast and of the sacrifice.
_EIDS = ((10, 1), (12, 10))
# «قبل 1400 عام» is a length of time, no year.
FIRST_COUNTED_YEAR = 1800
# The longest unit first: how a sum is counted from its base.
_LONGEST_FIRST = (
    *sorted(intervals.MONTHS_IN, key=lambda unit: -intervals.MONTHS_IN[unit]),
    *sorted(intervals.DAYS_IN, key=lambda unit: -intervals.DAYS_IN[unit]),
)


def weekday(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A day of the week, a deictic («أمس»), or both."""
    number = integer(captures, "w", "weekday")
    if context.is_quoted_alone():
        return None
    if context.published is None:
        return TimexReading("DATE", f"XXXX-WXX-{number}" if number else "XXXX-XX-XX")
    on = _weekday(context, context.published, captures, number)
    return date_reading(intervals.day(on), "published") if on else None


def _weekday(
    context: TimexContext, published: date, captures: Captures, number: int | None
) -> date | None:
    if "wdir" in captures:
        monday = intervals.week(published, integer_or_zero(captures, "wdir", "dir", "this")).first
        return monday + timedelta(days=(number or 1) - 1)
    if "k" in captures:
        days = integer_or_zero(captures, "k", "deictic", "night")
        return _nearest_weekday(published + timedelta(days=days), number)
    if number:
        return _weekday_in_direction(context, published, number, integer(captures, "dir", "dir"))
    return None


def _nearest_weekday(on: date, number: int | None) -> date:
    """The weekday nearest to `on`, since newspapers are printed the day before their date."""
    shift = 0 if number is None else (number - on.isoweekday() + 3) % _DAYS_OF_WEEK - 3
    return on + timedelta(days=shift)


def _weekday_in_direction(
    context: TimexContext, published: date, number: int, shift: int | None
) -> date:
    """The next weekday (positive), the last (negative).

    Without direction by tense, today included.
    """
    ahead = (number - published.isoweekday()) % _DAYS_OF_WEEK
    if shift and shift > 0:
        days = (ahead or _DAYS_OF_WEEK) + _DAYS_OF_WEEK * (shift - 1)
    elif shift:
        days = ahead + _DAYS_OF_WEEK * shift
    elif ahead == 0 or context.is_future():
        days = ahead
    else:
        days = ahead - _DAYS_OF_WEEK
    return published + timedelta(days=days)


def weekday_day(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A weekday with the day of its month: the nearest such day around publication."""
    number, day = integer(captures, "w", "weekday"), integer(captures, "d", "day")
    if context.published is None or day is None or _is_count_in_words(captures, day):
        return None
    for days in range(distance("timex-weekday-day-window") + 1):
        for on in (context.published - timedelta(days), context.published + timedelta(days)):
            if on.day == day and on.isoweekday() == number:
                return date_reading(intervals.day(on), "published")
    return None


def _is_count_in_words(captures: Captures, day: int) -> bool:
    """True for a small number in words, which after a weekday counts the next noun."""
    is_small = day <= distance("timex-counting-word")
    return is_small and "digits" not in captures["d"].values


def period(context: TimexContext, captures: Captures) -> TimexReading | None:
    """The day, week, month, year, decade or century before, of, or after publication."""
    unit = code(captures, "u", "the", "thisperiod") or "Y"
    if context.published is None:
        return TimexReading("DATE", _UNPLACED[unit], mod=edge(captures))
    shift = integer_or_zero(captures, "dir", "dir", "this")
    interval = intervals.containing(context.published, unit, shift)
    return date_reading(interval, "published", edge(captures))


def weekend(context: TimexContext, captures: Captures) -> TimexReading | None:
    """The weekend of the publication's week, or of one before or after."""
    if context.published is None:
        return TimexReading("DATE", "XXXX-WXX-WE")
    shift = integer_or_zero(captures, "dir", "dir")
    return date_reading(intervals.weekend(context.published, shift), "published")


def rest(context: TimexContext, captures: Captures) -> TimexReading | None:
    """From publication to the end of its period."""
    if context.published is None:
        return None
    unit = code(captures, "u", "the") or "Y"
    last = intervals.containing(context.published, unit).last
    interval = intervals.days(context.published, last)
    return TimexReading("RANGE", interval.value, interval, anchor="published")


def ago(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A known number of units before publication.

    An unknown number is left to the duration rules.
    """
    return _from_publication(context, captures, -1)


def later(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A known number of units after publication in the future, after the last date in the past."""
    if context.is_future():
        return _from_publication(context, captures, 1)
    base = context.last_past_date()
    if base is None or base.granularity not in {"day", "month", "year"}:
        return None
    return _from_date(captures, base, 1)


def _from_publication(
    context: TimexContext, captures: Captures, direction: int
) -> TimexReading | None:
    if is_verbal_noun(context, captures):
        return None
    count, unit = quantity(captures)
    if context.published is None or count is None:
        return None
    interval = intervals.moved(context.published, direction * count, unit)
    if interval and interval.first.year < FIRST_COUNTED_YEAR:
        return None
    return date_reading(interval, "published", code(captures, "mod", "approx"))


def before_happening(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A length of time before an event that is named next.

    In news of the day its interval is when that event is.
    """
    count, unit = quantity(captures)
    mod = code(captures, "mod", "approx")
    interval = None
    if context.published and count is not None and context.is_first_date_of_paragraph():
        interval = _soon(context.published, count, unit, mod)
    anchor = "published" if interval else None
    return TimexReading("DURATION", iso_duration(count, unit), interval, mod, anchor)


def _soon(published: date, count: float, unit: str, mod: str | None) -> Interval | None:
    """The day of a count from publication; None if it is further ahead than news of the day.

    «قبل أسبوع من الانتخابات» is news of the day; «قبل عام من» is more often history.
    """
    interval = offset_from(intervals.day(published), count, unit, 1, mod)
    last = published + timedelta(days=distance("timex-news-before-event"))
    return interval if interval and interval.last <= last else None


def offset_from(
    base: Interval, count: float, unit: str, direction: int, mod: str | None
) -> Interval | None:
    """The interval «less than», «about» or exactly `count` units from `base`; None for more."""
    if mod == "MORE_THAN":
        return None
    interval = _moved_from(base, count, unit, direction)
    if interval is None or mod != "LESS_THAN":
        return interval
    end = intervals.day_at(base.first if direction < 0 else base.last, direction * count, unit)
    return intervals.days(min(end, base.first), max(end, base.last))


def _moved_from(base: Interval, count: float | None, unit: str, direction: int) -> Interval | None:
    """The interval `count` units from `base`; None if `base` is coarser than the unit."""
    if count is None or not _is_as_fine_as(base, unit):
        return None
    is_from_end = direction > 0 and base.granularity == "day"
    return intervals.moved(base.last if is_from_end else base.first, direction * count, unit)


def _is_as_fine_as(base: Interval, unit: str) -> bool:
    if unit in intervals.DAYS_IN:
        return base.granularity == "day"
    return unit != "M" or base.granularity in {"day", "month"}


def from_then(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A number of units before or after the last date: «بعد شهرين من ذلك»."""
    way = captures["way"].values.keys()
    is_back = "after" not in way and bool({"ago", "before"} & way)
    base = context.antecedent("Y")
    return _from_date(captures, base, -1 if is_back else 1) if base else None


def _from_date(captures: Captures, base: Interval, direction: int) -> TimexReading | None:
    interval = _moved_from(base, *quantity(captures), direction)
    return date_reading(interval, "text", code(captures, "mod", "approx"))


def sum_from_now(context: TimexContext, captures: Captures) -> TimexReading | None:
    """Several units from now: «بعد عام و21 يوما من الآن»."""
    if context.published is None:
        return None
    direction = 1 if context.is_future() else -1
    parts = parts_of_sum(captures)
    if not {unit for _, unit in parts} <= set(_LONGEST_FIRST):
        return None
    on = context.published
    for count, unit in sorted(parts, key=lambda part: _LONGEST_FIRST.index(part[1])):
        on = intervals.day_at(on, direction * count, unit)
    return date_reading(intervals.day(on), "published")


def text_period(context: TimexContext, captures: Captures) -> TimexReading | None:
    """The same period as the last date, or the next or previous one."""
    unit = code(captures, "u", "the") or "Y"
    shift = integer_or_zero(captures, "off", "text", "same", "that")
    antecedent = context.antecedent(unit)
    if antecedent is None:
        return TimexReading("DATE", _UNPLACED[unit], mod=edge(captures))
    interval = intervals.containing(antecedent.first, unit, shift)
    return date_reading(interval, "text", edge(captures))


def then(context: TimexContext, captures: Captures) -> TimexReading | None:
    """«آنذاك»: the last date, or only the past; the future before a future verb."""
    if context.is_before_future_cue():
        return TimexReading("DATE", "FUTURE_REF")
    return date_reading(context.last_past_date(), "text") or TimexReading("DATE", "PAST_REF")


def reference(context: TimexContext, captures: Captures) -> TimexReading | None:
    """Now, once, some day: no interval."""
    value = code(captures, "ref", "present", "presentx", "pastref", "futureref") or "PAST_REF"
    return TimexReading("DATE", value)


def holiday(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A feast: its day in the year nearest to publication."""
    feast = code(captures, "hol", "holiday", "eid") or "g-1-1"
    if context.published is None:
        return TimexReading("DATE", "XXXX-XX-XX")
    shift = integer(captures, "dir", "dir")
    calendar, month, day = (feast if "-" in feast else _nearer_eid(context.published)).split("-")
    if calendar == "h":
        interval = islamic_near(context, (int(month), int(day)), shift)
    else:
        interval = _feast_near(context, context.published, (int(month), int(day)), shift)
    if interval:
        interval = intervals.containing(
            interval.first, "D", (integer(captures, "n", "ord") or 1) - 1
        )
    return date_reading(interval, "published")


def _nearer_eid(published: date) -> str:
    """Which of the two feasts is nearer to publication."""
    year = intervals.hijri_year(published)
    days = {
        abs((feast.first - published).days): f"h-{month}-{day}"
        for month, day in _EIDS
        for shift in (-1, 0, 1)
        if (feast := intervals.hijri(year + shift, month, day))
    }
    return days[min(days)]


def _feast_near(
    context: TimexContext, published: date, month_day: tuple[int, int], shift: int | None
) -> Interval | None:
    years = range(published.year - 1, published.year + 2)
    feasts = [intervals.day(date(year, *month_day)) for year in years]
    return nearest(context, published, feasts, shift)
