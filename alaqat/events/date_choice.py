"""EventDate it happened: the clause's expression, the sentence's, the running context, or the article's day."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from alaqat.events.date_mentions import DateMention
from alaqat.model.records import DatedBy, Document, EventMention, Granularity, Timex

_PARTS = {  # mod -> months of a year, days of a month that a reader takes it for
    "START": ((1, 3), (1, 10)),
    "MID": ((5, 8), (10, 20)),
    "END": ((10, 12), (21, 31)),
}
# A lead's day counts as the story's day when it lies this close before publication.
_NEWS = timedelta(days=7)
# Sentences of an article that may say which day it is about.
_OPENING = 3
# How far after a word of stating (folded characters) its day stands.
_TELLING = 30
_PERIOD = re.compile(r"P(\d{1,3})([DWMY])")
# The "and" that joins two dates is this long at most, with its spaces.
_AND = 3


@dataclass(frozen=True, slots=True)
class EventDate:
    """A dated interval, how fine it is, and where it came from."""

    first: date
    last: date
    granularity: Granularity | None
    by: DatedBy
    mod: str | None = None
    planned: bool = False


def back(when: EventDate, period: str) -> EventDate | None:
    """The interval that lies a period (ISO 8601, P2D) before another, as fine as the period is told."""
    match = _PERIOD.fullmatch(period)
    if match is None:
        return None
    count, unit = int(match.group(1)), match.group(2)
    if unit in "DW":
        step = timedelta(days=count * (7 if unit == "W" else 1))
        return replace(when, first=when.first - step, last=when.last - step, mod=None)
    months = when.first.year * 12 + when.first.month - 1 - count
    if unit == "M":
        first = date(months // 12, months % 12 + 1, 1)
        return EventDate(first, _month_end(first.year, first.month), "month", when.by)
    year = when.first.year - count
    return EventDate(date(year, 1, 1), date(year, 12, 31), "year", when.by) if year > 0 else None


def of(mention: DateMention) -> EventDate | None:
    """The interval an event takes from an expression, its modifier applied."""
    timex = mention.timex
    if timex.date_from is None or timex.date_to is None:
        return None
    by: DatedBy = "event" if timex.anchor == "event" else "sentence"
    first, last = _part(timex)
    narrowed = (first, last) != (timex.date_from, timex.date_to)
    planned = timex.type == "DURATION" and timex.anchor == "published"
    return EventDate(
        first, last, "range" if narrowed else timex.granularity, by, timex.mod, planned
    )


def coordinated(found: Sequence[DateMention], mention: DateMention) -> list[EventDate]:
    """The dates of a mention and of those joined to it by "and": running days as one interval, others apart."""
    out = [when for when in (of(mention),) if when]
    edge = mention.end
    for other in found:
        when = of(other)
        if (
            when
            and out
            and edge < other.start <= edge + _AND
            and when.granularity == out[-1].granularity
        ):
            edge = other.end
            if when.first - out[-1].last == timedelta(days=1) and when.granularity == "day":
                out[-1] = replace(out[-1], last=when.last, granularity="range")
            else:
                out.append(when)
    return out


def _part(timex: Timex) -> tuple[date, date]:
    """The beginning, middle or end of a year or month; anything else as it is."""
    first, last = timex.date_from, timex.date_to
    if first is None or last is None:
        raise ValueError(f"{timex.text!r} has no interval; dates() leaves such expressions out")
    days = (last - first).days + 1
    if timex.mod not in _PARTS or first.day != 1:
        return first, last
    months, inside = _PARTS[timex.mod]
    if 365 <= days <= 366 and first.month == 1:
        return date(first.year, months[0], 1), _month_end(first.year, months[1])
    if 28 <= days <= 31 and last == _month_end(first.year, first.month):
        return first.replace(day=inside[0]), first.replace(day=min(inside[1], last.day))
    return first, last


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def end_of(mention: DateMention) -> EventDate | None:
    """The last unit of a range: what happened "before that" closed it."""
    timex = mention.timex
    tail = timex.value.rpartition("/")[2]
    if timex.type != "RANGE" or timex.date_to is None:
        return None
    last = timex.date_to
    if len(tail) == 4:
        return EventDate(date(last.year, 1, 1), date(last.year, 12, 31), "year", "context")
    if len(tail) == 7:
        return EventDate(last.replace(day=1), last, "month", "context")
    return EventDate(last, last, "day", "context")


def story_day(
    document: Document, found: Sequence[DateMention], tellings: Sequence[int]
) -> EventDate | None:
    """The day the news is about until its lead names another: the day its statement was made, else publication.

    `tellings` are where words of stating end ("in a statement on Sunday evening"). A day is taken from the first
    sentences only, counted from publication and close before it.
    """
    published = document.article.published
    if published is None:
        return None
    opening = (
        document.sentences[min(_OPENING, len(document.sentences)) - 1].fend
        if document.sentences
        else 0
    )
    told = [mention for mention in found if mention.start < opening and _told(mention, tellings)]
    near = [_news_day(mention, published) for mention in told]
    return next((when for when in near if when), EventDate(published, published, "day", "article"))


def _told(mention: DateMention, tellings: Sequence[int]) -> bool:
    at = bisect_right(tellings, mention.start) - 1
    return at >= 0 and mention.start - tellings[at] <= _TELLING


def _news_day(mention: DateMention, published: date) -> EventDate | None:
    timex = mention.timex
    first = timex.date_from
    if (
        timex.anchor != "published"
        or first is None
        or first != timex.date_to
        or timex.type not in ("DATE", "TIME")
    ):
        return None
    return (
        EventDate(first, first, "day", "context")
        if published - _NEWS < first <= published
        else None
    )


def news(event: EventMention, published: date | None) -> EventDate | None:
    """An event's own day as the day of the story, where news published then would be about it."""
    first, last = event.date_from, event.date_to
    if (
        first is None
        or last != first
        or published is None
        or not published - _NEWS <= first <= published
    ):
        return None
    return EventDate(first, first, "day", "context")


def moved(when: EventDate, days: int) -> EventDate:
    """An interval some days later."""
    step = timedelta(days=days)
    return (
        replace(when, first=when.first + step, last=when.last + step, by="context")
        if days
        else when
    )
