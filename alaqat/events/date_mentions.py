"""The date expressions that may date an event: what each names, how far it reaches, and which one a word takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from alaqat.arabic.clitics import (
    CONJUNCTIONS,
    DEFINITE_ARTICLE,
    clitics_of,
    has_definite_article,
)
from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table
from alaqat.model.records import Document, Timex

# Folded characters before a year in which its noun stands, and the words of a noun with its adjective.
_NAMED, _PHRASE = 30, 2
# Folded characters before a clause in which a day set before it begins ("On 5 May, it signed").
_FRONTED = 40
# Folded characters before a date in which a comparison with the time since it stands.
_RANKED = 30
# Folded characters between a word and what stands next to it.
_NEXT = 2
# Folded characters before a date in which the "since" stands that it belongs to.
_CLOSED = 75
# Folded characters between a verb and the date that "since" gives it.
# Folded characters between a trigger and an expression that touches it, and one that is further than that.
_TOUCHING, _FAR = 4, 30
_SINCE = 6
_LEADING = re.compile(r"\w+")
_CONJUNCTIONS = "".join(CONJUNCTIONS)


@dataclass(frozen=True, slots=True)
class DateMention:
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

    def can_date(self, start: int, end: int) -> bool:
        """Whether it may say when the word `start:end` happened: "frozen since the war in 1998" does."""
        return self.noun in (None, start) and (self.scope is None or self.scope <= end + _NEXT)


def find(document: Document, timexes: Sequence[Timex]) -> list[DateMention]:
    """Expressions that give an interval, in text order."""
    usable = [
        timex
        for timex in timexes
        if timex.date_from
        and timex.date_to
        and timex.type != "SET"
        and not timex.value.endswith("_REF")
        if not _compared(document, timex)
    ]
    return sorted((_stamp(document, timex) for timex in usable), key=lambda mention: mention.start)


def _compared(document: Document, timex: Timex) -> bool:
    """Whether an expression says only since when something is the first or the worst of its kind."""
    start = document.folded_span(timex.start, timex.end)[0]
    lead = document.folded[max(0, start - _RANKED) : start].split()
    led = bool(lead) and (timex.rule == "window" or lead[-1] in _cues("since"))
    return led and not _cues("ranked").isdisjoint(lead[:-1])


def _stamp(document: Document, timex: Timex) -> DateMention:
    start, end = document.folded_span(timex.start, timex.end)
    lead = (document.folded[max(0, start - 6) : start].split() or [""])[-1]
    said = lead in _cues("since") or folded(timex.text).split()[0] in _cues("since")
    noun = _named(document.folded, start, end) if timex.granularity == "year" else None
    return DateMention(
        start,
        end,
        timex,
        said and timex.anchor == "published",
        noun,
        _scope(document.folded, start),
    )


def _scope(text: str, start: int) -> int | None:
    """Where the "since" stands that governs another word than the date at `start` and has the date in its phrase."""
    lead = re.split(r"[^\w\s#/]", text[max(0, start - _CLOSED) : start])[-1]
    words = list(_LEADING.finditer(lead))
    found = [word for word in words[:-1] if word.group().lstrip(_CONJUNCTIONS) in _cues("since")]
    return start - len(lead) + found[-1].start() if found else None


def _named(text: str, start: int, end: int) -> int | None:
    """Where the noun begins that a year names: "the 2015 agreement", "for the year 2006"."""
    before = list(_LEADING.finditer(text, max(0, start - _NAMED), start))
    if before and before[-1].end() == start:
        return before[-1].start() if before[-1].group() in clitics_of("preposition") else None
    era = _cues("era")
    bare = text[start:end].isdigit()
    for word in before[: -_PHRASE - 1 : -1] if bare else before[-1:]:
        if word.group() in _cues("in"):
            return None
        if word.group() in era and (bare or not has_definite_article(word.group())):
            return word.start()
    return None


@cache
def _cues(name: str) -> frozenset[str]:
    """The forms of a class of cues, with the article too where they name an era."""
    found = {
        folded(form) for row in table("event_cues") if row["class"] == name for form in forms(row)
    }
    return (
        frozenset(found | {DEFINITE_ARTICLE + form for form in found})
        if name == "era"
        else frozenset(found)
    )


def vague(document: Document, timexes: Sequence[Timex]) -> list[int]:
    """Where times stand that have no day: before publication ("of late", "some days ago"), or again and again."""
    unknown = (
        one
        for one in timexes
        if one.type == "SET" or (one.date_from is None and _unknown(document, one))
    )
    return sorted(document.folded_span(timex.start, timex.end)[0] for timex in unknown)


def _unknown(document: Document, timex: Timex) -> bool:
    if timex.value == "PAST_REF":
        return timex.rule != "then"
    if timex.type != "DURATION" or not timex.value.startswith("PX"):
        return False
    start, end = document.folded_span(timex.start, timex.end)
    lead = (document.folded[max(0, start - 8) : start].split() or [""])[-1].lstrip(_CONJUNCTIONS)
    behind = (document.folded[end : end + 6].split() or [""])[0]
    return (
        timex.rule == "window"
        or lead in _cues("ago")
        or (lead in _cues("prior") and behind in _cues("from"))
    )


def lapses(document: Document, timexes: Sequence[Timex]) -> list[tuple[int, int, str]]:
    """Spans of time without a date of their own ("two days"): place and ISO value."""
    spans = (
        one
        for one in timexes
        if one.type == "DURATION" and (one.date_from is None or one.anchor == "event")
    )
    return sorted((*document.folded_span(timex.start, timex.end), timex.value) for timex in spans)


def with_year(
    text: str, found: Sequence[DateMention], mention: DateMention, clause: tuple[int, int]
) -> DateMention:
    """A day and month without a year, in the year that the clause tells later ("on 5 May it signed ... in 1945")."""
    near = [other for other in found if clause[0] - _FRONTED <= other.start < clause[1]]
    day = next(
        (one for one in near if one.timex.rule == "day-month" and one.timex.anchor == "published"),
        None,
    )
    year = next(
        (one for one in near if one.timex.rule == "year-word" and one.noun is one.scope is None),
        None,
    )
    if day is None or year is None or mention not in (day, year) or day.start > year.start:
        return mention
    on, then = day.timex.date_from, year.timex.date_from
    if (
        (text[max(0, year.start - 6) : year.start].split() or [""])[-1] in _cues("since")
        or on is None
        or then is None
        or then.year >= on.year
        or (on.month, on.day) == (2, 29)
    ):
        return mention
    first = on.replace(year=then.year)
    return replace(mention, timex=replace(day.timex, date_from=first, date_to=first, anchor="none"))


def counts(mention: DateMention) -> bool:
    """Whether an expression counts from publication to what is named after it ("less than a week before the vote")."""
    timex = mention.timex
    return timex.type == "DURATION" and timex.anchor == "published" and timex.rule != "window"


def choose(
    found: Sequence[DateMention],
    clause: tuple[int, int],
    trigger: tuple[int, int],
    others: Sequence[int],
    *,
    strict: bool,
) -> DateMention | None:
    """The clause's expression that belongs to the trigger: the next after it, else the nearest before.

    Across another trigger (`others`) only where nothing is nearer, and never when `strict`.
    """
    inside = [
        mention
        for mention in found
        if clause[0] <= mention.start < clause[1]
        and (mention.end <= trigger[0] or not counts(mention))
        and mention.can_date(*trigger)
    ]
    inside = [
        mention
        for mention in inside
        if not mention.since or 0 <= mention.start - trigger[1] <= _SINCE
    ] or inside
    after = [mention for mention in inside if mention.start >= trigger[1]]
    before = [mention for mention in inside if mention.end <= trigger[0]]
    if after and before and _of_the_news(before[-1]) and not _of_the_news(after[0]):
        return before[-1]
    order = (
        (*before[-1:], *after[:1])
        if _beside(before, after, trigger)
        else (*after[:1], *before[-1:])
    )
    for mention in order:
        low, high = sorted((mention.start, trigger[0]))
        if not any(low < other < high for other in others):
            return mention
    anywhere = list(order)
    return anywhere[0] if anywhere and not strict else None


def _of_the_news(mention: DateMention) -> bool:
    """Whether an expression names a day counted from publication: what the news is about, beside years and months."""
    return mention.timex.anchor == "published" and mention.timex.granularity == "day"


def _beside(
    before: Sequence[DateMention], after: Sequence[DateMention], trigger: tuple[int, int]
) -> bool:
    """Whether an expression touches the trigger from before ("held, last Tuesday, a summit"), none close after."""
    if not before or trigger[0] - before[-1].end > _TOUCHING:
        return False
    return not after or after[0].start - trigger[1] > _FAR
