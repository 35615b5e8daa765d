"""When it happened: the clause's expression, the sentence's, the running context, or the article's day."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from alaqat.lexicon import forms, table
from alaqat.records import DatedBy, Document, Event, Granularity, Timex
from alaqat.text import folded

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
# Folded characters before a year in which its noun stands, and the words of a noun with its adjective.
_NAMED, _PHRASE = 30, 2
# Folded characters before a clause in which a day set before it begins ("On 5 May, it signed").
_FRONTED = 40
# Folded characters between a word and what stands next to it.
_NEXT = 2
# Folded characters before a date in which the "since" stands that it belongs to.
_CLOSED = 75
_LEADING = re.compile(r"\w+")
_PERIOD = re.compile(r"P(\d{1,3})([DWMY])")
# The "and" that joins two dates is this long at most, with its spaces.
_AND = 3


@dataclass(frozen=True, slots=True)
class When:
    """A dated interval, how fine it is, and where it came from."""

    first: date
    last: date
    granularity: Granularity | None
    by: DatedBy
    mod: str | None = None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """A usable date expression at its folded place; `since` where it counts a time that lasts till now.

    `noun`: where the noun begins that it names ("the 2015 agreement"), so that it says nothing of a verb's day.
    `scope`: where the phrase begins that it closes ("since the mine was shut in 1998"): it dates nothing before it.
    """

    start: int
    end: int
    timex: Timex
    since: bool
    noun: int | None = None
    scope: int | None = None

    def dates(self, start: int, end: int) -> bool:
        """Whether it may say when the word `start:end` happened: "frozen since the war in 1998" does."""
        return self.noun in (None, start) and (self.scope is None or self.scope <= end + _NEXT)


def stamps(document: Document, timexes: Sequence[Timex]) -> list[Stamp]:
    """Expressions that give an interval, in text order."""
    usable = [
        timex
        for timex in timexes
        if timex.date_from and timex.date_to and timex.type != "SET" and not timex.value.endswith("_REF")
    ]
    return sorted((_stamp(document, timex) for timex in usable), key=lambda stamp: stamp.start)


def _stamp(document: Document, timex: Timex) -> Stamp:
    start, end = document.folded_span(timex.start, timex.end)
    lead = (document.folded[max(0, start - 6) : start].split() or [""])[-1]
    said = lead in _cues("since") or folded(timex.text).split()[0] in _cues("since")
    noun = _named(document.folded, start, end) if timex.granularity == "year" else None
    return Stamp(start, end, timex, said and timex.anchor == "published", noun, _scope(document.folded, start))


def _scope(text: str, start: int) -> int | None:
    """Where the "since" stands that governs another word than the date at `start` and has the date in its phrase."""
    lead = re.split(r"[^\w\s#/]", text[max(0, start - _CLOSED) : start])[-1]
    words = list(_LEADING.finditer(lead))
    found = [word for word in words[:-1] if word.group().lstrip(_joined()) in _cues("since")]
    return start - len(lead) + found[-1].start() if found else None


def _named(text: str, start: int, end: int) -> int | None:
    """Where the noun begins that a year names: "the 2015 agreement", "for the year 2006"."""
    before = list(_LEADING.finditer(text, max(0, start - _NAMED), start))
    if before and before[-1].end() == start:
        return before[-1].start() if before[-1].group() in _prepositions() else None
    era = _cues("era")
    bare = text[start:end].isdigit()
    for word in before[: -_PHRASE - 1 : -1] if bare else before[-1:]:
        if word.group() in _cues("in"):
            return None
        if word.group() in era and (bare or not word.group().startswith(_article())):
            return word.start()
    return None


@cache
def _cues(name: str) -> frozenset[str]:
    """The forms of a class of cues, with the article too where they name an era."""
    found = {folded(form) for row in table("event_cues") if row["class"] == name for form in forms(row)}
    return frozenset(found | {_article() + form for form in found}) if name == "era" else frozenset(found)


@cache
def _joined() -> str:
    return "".join(row["surface"] for row in table("clitics") if row["kind"] == "conjunction")


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(row["surface"] for row in table("clitics") if row["kind"] == "preposition")


@cache
def _article() -> str:
    return next(row["surface"] for row in table("clitics") if row["kind"] == "article")


def vague(document: Document, timexes: Sequence[Timex]) -> list[int]:
    """Where times stand that lie before publication without a date: "of late", "in past weeks", "some days ago"."""
    unknown = (timex for timex in timexes if timex.date_from is None and _unknown(document, timex))
    return sorted(document.folded_span(timex.start, timex.end)[0] for timex in unknown)


def _unknown(document: Document, timex: Timex) -> bool:
    if timex.value == "PAST_REF":
        return timex.rule != "then"
    if timex.type != "DURATION" or not timex.value.startswith("PX"):
        return False
    start, _ = document.folded_span(timex.start, timex.end)
    lead = (document.folded[max(0, start - 8) : start].split() or [""])[-1]
    return timex.rule == "window" or lead in _cues("ago")


def lapses(document: Document, timexes: Sequence[Timex]) -> list[tuple[int, int, str]]:
    """Spans of time without a date of their own ("two days"): place and ISO value."""
    spans = (one for one in timexes if one.type == "DURATION" and (one.date_from is None or one.anchor == "event"))
    return sorted((*document.folded_span(timex.start, timex.end), timex.value) for timex in spans)


def back(when: When, period: str) -> When | None:
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
        return When(first, _month_end(first.year, first.month), "month", when.by)
    year = when.first.year - count
    return When(date(year, 1, 1), date(year, 12, 31), "year", when.by) if year > 0 else None


def of(stamp: Stamp) -> When | None:
    """The interval an event takes from an expression, its modifier applied."""
    timex = stamp.timex
    if timex.date_from is None or timex.date_to is None:
        return None
    by: DatedBy = "event" if timex.anchor == "event" else "sentence"
    first, last = _part(timex)
    narrowed = (first, last) != (timex.date_from, timex.date_to)
    planned = timex.type == "DURATION" and timex.anchor == "published"
    return When(first, last, "range" if narrowed else timex.granularity, by, timex.mod, planned)


def coordinated(found: Sequence[Stamp], stamp: Stamp) -> list[When]:
    """The dates of a stamp and of those joined to it by "and": running days as one interval, others apart."""
    out = [when for when in (of(stamp),) if when]
    edge = stamp.end
    for other in found:
        when = of(other)
        if when and out and edge < other.start <= edge + _AND and when.granularity == out[-1].granularity:
            edge = other.end
            if when.first - out[-1].last == timedelta(days=1) and when.granularity == "day":
                out[-1] = replace(out[-1], last=when.last, granularity="range")
            else:
                out.append(when)
    return out


def with_year(text: str, found: Sequence[Stamp], stamp: Stamp, clause: tuple[int, int]) -> Stamp:
    """A day and month without a year, in the year that the clause tells later ("on 5 May it signed ... in 1945")."""
    near = [other for other in found if clause[0] - _FRONTED <= other.start < clause[1]]
    day = next((one for one in near if one.timex.rule == "day-month" and one.timex.anchor == "published"), None)
    year = next((one for one in near if one.timex.rule == "year-word" and one.noun is one.scope is None), None)
    if day is None or year is None or stamp not in (day, year) or day.start > year.start:
        return stamp
    on, then = day.timex.date_from, year.timex.date_from
    if (
        (text[max(0, year.start - 6) : year.start].split() or [""])[-1] in _cues("since")
        or on is None
        or then is None
        or then.year >= on.year
        or (on.month, on.day) == (2, 29)
    ):
        return stamp
    first = on.replace(year=then.year)
    return replace(stamp, timex=replace(day.timex, date_from=first, date_to=first, anchor="none"))


def counts(stamp: Stamp) -> bool:
    """Whether an expression counts from publication to what is named after it ("less than a week before the vote")."""
    return stamp.timex.type == "DURATION" and stamp.timex.anchor == "published"


def _part(timex: Timex) -> tuple[date, date]:
    """The beginning, middle or end of a year or month; anything else as it is."""
    first, last = timex.date_from, timex.date_to
    if first is None or last is None:
        raise ValueError(f"{timex.text!r} has no interval; stamps() leaves such expressions out")
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


def end_of(stamp: Stamp) -> When | None:
    """The last unit of a range: what happened "before that" closed it."""
    timex = stamp.timex
    tail = timex.value.rpartition("/")[2]
    if timex.type != "RANGE" or timex.date_to is None:
        return None
    last = timex.date_to
    if len(tail) == 4:
        return When(date(last.year, 1, 1), date(last.year, 12, 31), "year", "context")
    if len(tail) == 7:
        return When(last.replace(day=1), last, "month", "context")
    return When(last, last, "day", "context")


def story_day(document: Document, found: Sequence[Stamp], tellings: Sequence[int]) -> When | None:
    """The day the news is about until its lead names another: the day its statement was made, else publication.

    `tellings` are where words of stating end ("in a statement on Sunday evening"). A day is taken from the first
    sentences only, counted from publication and close before it.
    """
    published = document.article.published
    if published is None:
        return None
    opening = document.sentences[min(_OPENING, len(document.sentences)) - 1].fend if document.sentences else 0
    told = [stamp for stamp in found if stamp.start < opening and _told(stamp, tellings)]
    near = [_news_day(stamp, published) for stamp in told]
    return next((when for when in near if when), When(published, published, "day", "article"))


def _told(stamp: Stamp, tellings: Sequence[int]) -> bool:
    at = bisect_right(tellings, stamp.start) - 1
    return at >= 0 and stamp.start - tellings[at] <= _TELLING


def _news_day(stamp: Stamp, published: date) -> When | None:
    timex = stamp.timex
    first = timex.date_from
    if timex.anchor != "published" or first is None or first != timex.date_to or timex.type not in ("DATE", "TIME"):
        return None
    return When(first, first, "day", "context") if published - _NEWS < first <= published else None


def news(event: Event, published: date | None) -> When | None:
    """An event's own day as the day of the story, where news published then would be about it."""
    first, last = event.date_from, event.date_to
    if first is None or last != first or published is None or not published - _NEWS <= first <= published:
        return None
    return When(first, first, "day", "context")


def moved(when: When, days: int) -> When:
    """An interval some days later."""
    step = timedelta(days=days)
    return replace(when, first=when.first + step, last=when.last + step, by="context") if days else when


def choose(
    found: Sequence[Stamp], clause: tuple[int, int], trigger: tuple[int, int], others: Sequence[int], *, strict: bool
) -> Stamp | None:
    """The clause's expression that belongs to the trigger: the next after it, else the nearest before.

    Across another trigger (`others`) only where nothing is nearer, and never when `strict`.
    """
    inside = [
        stamp
        for stamp in found
        if clause[0] <= stamp.start < clause[1]
        and (stamp.end <= trigger[0] or not counts(stamp))
        and stamp.dates(*trigger)
    ]
    inside = [stamp for stamp in inside if not stamp.since] or inside
    after = [stamp for stamp in inside if stamp.start >= trigger[1]]
    before = [stamp for stamp in inside if stamp.end <= trigger[0]]
    for stamp in (*after[:1], *before[-1:]):
        low, high = sorted((stamp.start, trigger[0]))
        if not any(low < other < high for other in others):
            return stamp
    anywhere = [*after[:1], *before[-1:]]
    return anywhere[0] if anywhere and not strict else None
