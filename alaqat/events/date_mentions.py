"""The date expressions that may date an event: what each names, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from alaqat.arabic.clitics import CONJUNCTIONS, DEFINITE_ARTICLE, clitics_of, has_definite_article
from alaqat.arabic.fold import folded
from alaqat.events.cue_words import cue_words
from alaqat.events.matched_words import Word
from alaqat.lexicon.distances import distance
from alaqat.model.records import Document, Timex

_WORD = re.compile(r"\w+")
_CONJUNCTIONS = "".join(CONJUNCTIONS)
_PHRASE_END = re.compile(r"[^\w\s#/]")

# Values of TIMEX3 before the year 1800 and before Christ; a duration in years.
_REMOTE_DATE = re.compile(r"BC|0|1[0-7]\d|1[0-7]XX")
_YEARS = re.compile(r"P(\d+)Y")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A usable date expression at its folded offsets.

    `since`: its time lasts until publication. `noun`: offset of the noun that it names ("the 2015
    agreement"); it does not date a verb then. `scope`: offset of the phrase that it ends ("since
    the mine was shut in 1998"); it dates nothing before that. `is_start`: "since" leads it, so
    that what it dates goes on.
    """

    start: int
    end: int
    timex: Timex
    since: bool
    noun: int | None = None
    scope: int | None = None
    is_start: bool = False

    def can_date(self, word: Word) -> bool:
        """True if it may date the event of `word`."""
        is_named = self.noun in (None, word.start)
        reach = word.end + distance("event-adjacent")
        return is_named and (self.scope is None or self.scope <= reach)

    @property
    def is_countdown(self) -> bool:
        """True if it is the time from publication to an event ("a week before the vote")."""
        timex = self.timex
        is_duration = timex.type == "DURATION" and timex.rule != "window"
        return is_duration and timex.anchor == "published"

    @property
    def is_coarse(self) -> bool:
        """True for a week, a month or longer that does not depend on another event."""
        return self.timex.granularity != "day" and self.timex.anchor != "event"

    @property
    def is_point(self) -> bool:
        """True if it names a date, and is no duration from or to publication."""
        return not (self.since or self.is_countdown)

    @property
    def is_news_day(self) -> bool:
        """True if it names a day counted from publication, as the day of the news is."""
        return self.timex.anchor == "published" and self.timex.granularity == "day"


def find(document: Document, timexes: Sequence[Timex]) -> list[DateMention]:
    """Expressions that give an interval, in text order."""
    usable = (
        timex for timex in timexes if _has_interval(timex) and not _is_ranking(document, timex)
    )
    return sorted((_mention(document, timex) for timex in usable), key=lambda item: item.start)


def _has_interval(timex: Timex) -> bool:
    """True for a definite interval: no repeated time ("every year"), no vague one ("of late")."""
    if timex.type == "SET" or timex.value.endswith("_REF"):
        return False
    return None not in (timex.date_from, timex.date_to)


def _word_before(text: str, position: int, reach: int) -> str:
    """The last word, or the end of it, in the `reach` characters before `position`; "" if none."""
    return "".join(text[max(0, position - reach) : position].split()[-1:])


def _word_after(text: str, position: int, reach: int) -> str:
    """The first word, or its beginning, in the `reach` characters after `position`; "" if none."""
    return "".join(text[position : position + reach].split()[:1])


def _is_ranking(document: Document, timex: Timex) -> bool:
    """True if it only says since when something is the first or worst of its kind."""
    start = document.folded_span(timex.start, timex.end)[0]
    lead = document.folded[max(0, start - distance("event-ranking-cue")) : start].split()
    is_period = bool(lead) and (timex.rule == "window" or lead[-1] in cue_words("since"))
    return is_period and not cue_words("ranked").isdisjoint(lead[:-1])


def _mention(document: Document, timex: Timex) -> DateMention:
    """An expression at its folded offsets, with the "since" or noun that it belongs to."""
    text = document.folded
    start, end = document.folded_span(timex.start, timex.end)
    is_led = is_led_by_since(text, start)
    has_since = is_led or folded(timex.text).split(maxsplit=1)[0] in cue_words("since")
    noun = _named_noun(text, start, end) if timex.granularity == "year" else None
    since = has_since and timex.anchor == "published"
    scope = _scope(text, start)
    return DateMention(start, end, timex, since, noun, scope, is_led or scope is not None)


def is_led_by_since(text: str, position: int) -> bool:
    """True if "since" is right before `position`."""
    return _word_before(text, position, distance("event-since-word")) in cue_words("since")


def _scope(text: str, start: int) -> int | None:
    """The offset of a "since" whose phrase ends with the date at `start` after other words."""
    lead = _PHRASE_END.split(text[max(0, start - distance("event-since-phrase")) : start])[-1]
    words = list(_WORD.finditer(lead))[:-1]
    governors = [
        word.start() for word in words if word.group().lstrip(_CONJUNCTIONS) in cue_words("since")
    ]
    return start - len(lead) + governors[-1] if governors else None


def _named_noun(text: str, start: int, end: int) -> int | None:
    """The offset of a noun that a year names: "the 2015 agreement", "for the year 2006"."""
    before = list(_WORD.finditer(text, max(0, start - distance("event-named-noun")), start))
    if before and before[-1].end() == start:
        return before[-1].start() if before[-1].group() in clitics_of("preposition") else None
    is_bare = text[start:end].isdigit()
    reach = distance("event-named-noun-words") if is_bare else 1
    for word in reversed(before[-reach:]):
        if word.group() in cue_words("in"):
            return None
        if word.group() in _era_nouns(is_bare=is_bare):
            return word.start()
    return None


@cache
def _era_nouns(*, is_bare: bool) -> frozenset[str]:
    """Nouns that a year names; before a bare number they may have the definite article."""
    nouns = cue_words("era")
    if is_bare:
        return nouns | {DEFINITE_ARTICLE + noun for noun in nouns}
    return frozenset(noun for noun in nouns if not has_definite_article(noun))


def undated_times(document: Document, timexes: Sequence[Timex]) -> list[int]:
    """Offsets of times without a date: past ones ("some days ago") and repeated ("every year")."""
    return sorted(
        document.folded_span(timex.start, timex.end)[0]
        for timex in timexes
        if timex.type == "SET" or (timex.date_from is None and _is_past(document, timex))
    )


def _is_past(document: Document, timex: Timex) -> bool:
    return _is_remote(document, timex) or _is_vague_past(document, timex)


def _is_remote(document: Document, timex: Timex) -> bool:
    """True for a time too long ago to date a report: "2000 years ago", "before Christ"."""
    if timex.type == "DATE":
        return _REMOTE_DATE.match(timex.value) is not None
    years = _YEARS.fullmatch(timex.value)
    if timex.type != "DURATION" or years is None:
        return False
    start, _ = document.folded_span(timex.start, timex.end)
    lead = _word_before(document.folded, start, distance("event-ago-word")).lstrip(_CONJUNCTIONS)
    return lead in cue_words("ago") and int(years[1]) >= distance("event-remote-years")


def _is_vague_past(document: Document, timex: Timex) -> bool:
    """True for "of late", "some days ago", "in the past weeks"."""
    if timex.value == "PAST_REF":
        return timex.rule != "then"
    if timex.type != "DURATION" or not timex.value.startswith("PX"):
        return False
    start, end = document.folded_span(timex.start, timex.end)
    lead = _word_before(document.folded, start, distance("event-ago-word")).lstrip(_CONJUNCTIONS)
    if timex.rule == "window" or lead in cue_words("ago"):
        return True
    follower = _word_after(document.folded, end, distance("event-since-word"))
    return lead in cue_words("prior") and follower in cue_words("from")


def lapses(document: Document, timexes: Sequence[Timex]) -> list[tuple[int, int, str]]:
    """Durations without a date of their own ("two days"): folded offsets and ISO value."""
    return sorted(
        (*document.folded_span(timex.start, timex.end), timex.value)
        for timex in timexes
        if timex.type == "DURATION" and (timex.date_from is None or timex.anchor == "event")
    )


def inside(mentions: Sequence[DateMention], start: int, end: int) -> list[DateMention]:
    """The mentions that begin in `start:end`."""
    return [mention for mention in mentions if start <= mention.start < end]


def last_before(mentions: Sequence[DateMention], position: int) -> DateMention | None:
    """The last mention that ends at `position` or before."""
    return next((mention for mention in reversed(mentions) if mention.end <= position), None)


def first_after(mentions: Sequence[DateMention], position: int) -> DateMention | None:
    """The first mention that begins at `position` or after."""
    return next((mention for mention in mentions if mention.start >= position), None)
