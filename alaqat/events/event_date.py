"""The date of an event: an interval of days, read from a date expression or counted from one."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from alaqat.events.date_mentions import DateMention
from alaqat.lexicon.distances import distance
from alaqat.model.records import DatedBy, Granularity

_MONTHS_OF_YEAR = {"START": (1, 3), "MID": (6, 7), "END": (10, 12)}
_DAYS_OF_MONTH = {"START": (1, 10), "MID": (10, 20), "END": (21, 31)}
_PERIOD = re.compile(r"P(\d{1,3})([DWMY])")
_DAYS = {"D": 1, "W": 7}
_MONTHS_A_YEAR = 12
_ISO_YEAR, _ISO_MONTH = len("2015"), len("2015-06")
_DAY = timedelta(days=1)
DayRange = tuple[date, date]


@dataclass(frozen=True, slots=True)
class EventDate:
    """An interval of days, its granularity, and its source (`by`).

    `mod` is the modifier of TimeML ("START", "MID", "END", ...). `planned`: it begins at
    publication.
    """

    first: date
    last: date
    granularity: Granularity | None
    by: DatedBy
    mod: str | None = None
    planned: bool = False


def _year(year: int) -> DayRange:
    return date(year, 1, 1), date(year, _MONTHS_A_YEAR, 31)


def _month(year: int, month: int) -> DayRange:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def from_mention(mention: DateMention | None) -> EventDate | None:
    """The interval that an expression names, narrowed by its modifier; None for none."""
    timex = mention.timex if mention else None
    if timex is None or timex.date_from is None or timex.date_to is None:
        return None
    by: DatedBy = "event" if timex.anchor == "event" else "sentence"
    whole = timex.date_from, timex.date_to
    part = part_of_period(whole, timex.mod)
    granularity = timex.granularity if part == whole else "range"
    planned = timex.type == "DURATION" and timex.anchor == "published"
    return EventDate(*part, granularity, by, timex.mod, planned)


def since_interval(mention: DateMention, published: date | None) -> EventDate | None:
    """The days from that of a "since" to publication ("since 30 March a hundred were killed").

    None for another expression, for a month or a year, and where no day is between them.
    """
    whole = from_mention(mention)
    if whole is None or published is None or not mention.is_start:
        return None
    if whole.granularity != "day" or whole.first >= published:
        return None
    return replace(whole, last=published, granularity="range")


def part_of_period(interval: DayRange, mod: str | None) -> DayRange:
    """The beginning, middle or end of a year or month; other intervals are unchanged."""
    first, last = interval
    if mod not in _MONTHS_OF_YEAR:
        return interval
    if interval == _year(first.year):
        start, end = _MONTHS_OF_YEAR[mod]
        return date(first.year, start, 1), _month(first.year, end)[1]
    if interval == _month(first.year, first.month):
        start, end = _DAYS_OF_MONTH[mod]
        return first.replace(day=start), first.replace(day=min(end, last.day))
    return interval


def coordinated(mentions: Sequence[DateMention], mention: DateMention) -> list[EventDate]:
    """The dates of a mention and of those joined by "and"; consecutive days are one interval."""
    first = from_mention(mention)
    if first is None:
        return []
    dates, edge = [first], mention.end
    for other in mentions:
        event_date = from_mention(other)
        is_next = edge < other.start <= edge + distance("event-joined-date")
        if event_date and is_next and event_date.granularity == dates[-1].granularity:
            edge = other.end
            dates[-1:] = _joined(dates[-1], event_date)
    return dates


def _joined(before: EventDate, after: EventDate) -> list[EventDate]:
    """Two consecutive days as one interval; other dates are unchanged."""
    if after.granularity == "day" and after.first - before.last == _DAY:
        return [replace(before, last=after.last, granularity="range")]
    return [before, after]


def closing_unit(mention: DateMention) -> EventDate | None:
    """The last year, month or day of a range: the date of what "before that" follows it."""
    timex = mention.timex
    if timex.type != "RANGE" or timex.date_to is None:
        return None
    last = timex.date_to
    value = timex.value.rpartition("/")[2]
    if len(value) == _ISO_YEAR:
        return EventDate(*_year(last.year), "year", "context")
    if len(value) == _ISO_MONTH:
        return EventDate(last.replace(day=1), last, "month", "context")
    return EventDate(last, last, "day", "context")


def earlier_by(event_date: EventDate, period: str) -> EventDate | None:
    """The date one period (ISO 8601, P2D) before another, with the granularity of its unit."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        return None
    count, unit = int(match.group(1)), match.group(2)
    if unit in _DAYS:
        step = timedelta(days=count * _DAYS[unit])
        first, last = event_date.first - step, event_date.last - step
        return replace(event_date, first=first, last=last, mod=None)
    if unit == "M":
        months = event_date.first.year * _MONTHS_A_YEAR + event_date.first.month - 1 - count
        year, month = divmod(months, _MONTHS_A_YEAR)
        return EventDate(*_month(year, month + 1), "month", event_date.by)
    year = event_date.first.year - count
    return EventDate(*_year(year), "year", event_date.by) if year > 0 else None


def shifted(event_date: EventDate, days: int) -> EventDate:
    """A date some days later (earlier if negative); the same for 0."""
    if not days:
        return event_date
    step = timedelta(days=days)
    first, last = event_date.first + step, event_date.last + step
    return replace(event_date, first=first, last=last, by="context")
