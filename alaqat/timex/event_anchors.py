"""The second pass: times counted from an event of the text.

For example «بعد شهرين من استئناف العلاقات», «عشية الانتخابات».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache, lru_cache

from alaqat import lexicon
from alaqat.arabic.fold import folded
from alaqat.arabic.skeleton import root_letters
from alaqat.lexicon.distances import distance
from alaqat.model.records import Document, EventMention, Timex
from alaqat.timex import intervals
from alaqat.timex.grammar import vocabulary
from alaqat.timex.intervals import Interval
from alaqat.timex.relative import offset_from
from alaqat.timex.vocabulary import Value, slot_forms

_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[^\w\s]|\n")
_PERIOD = re.compile(r"PT?(\d+(?:\.\d+)?)([YMWD])")
# Ways in which an anchor must be dated: by its own sentence, or by the day of the article.
_TRUSTED = frozenset({"sentence", "article"})


def resolve(
    timexes: Sequence[Timex], document: Document, events: Sequence[EventMention]
) -> tuple[Timex, ...]:
    """`timexes`, with dates for those counted from a dated event of the text.

    Only events dated by their own sentence or by the article's day are trusted; an event of the
    same sentence is never used. The day before or after an event («عشية …») is added where it is
    dated to the day.
    """
    dated = [event for event in events if _is_dated(event) and event.dated_by in _TRUSTED]
    if not dated:
        return tuple(timexes)
    resolved = [_from_event(timex, document, dated) for timex in timexes]
    added = [
        eve
        for eve in _eves(document, dated)
        if not any(eve.start < timex.end and timex.start < eve.end for timex in resolved)
    ]
    return tuple(sorted((*resolved, *added), key=lambda timex: timex.start))


def _is_dated(event: EventMention) -> bool:
    return event.date_from is not None and event.date_to is not None


def _from_event(timex: Timex, document: Document, events: Sequence[EventMention]) -> Timex:
    """A length of time before or after a dated event, with its interval.

    Other expressions are unchanged.
    """
    period = _PERIOD.fullmatch(timex.value)
    if timex.type != "DURATION" or period is None:
        return timex
    start, end = document.folded_span(timex.start, timex.end)
    direction = _direction(document.folded, start)
    if not direction or not _is_before_from(document.folded, end):
        return timex
    # The phrase begins with «from».
    base = _anchor(_phrase(document.folded, end)[1:], timex.start, document, events)
    if base is None:
        return timex
    interval = offset_from(base, float(period[1]), period[2], direction, timex.mod)
    if interval is None or _is_after_publication(interval, document):
        return timex
    return _dated(timex, interval)


def _dated(timex: Timex, interval: Interval) -> Timex:
    return replace(
        timex,
        date_from=interval.first,
        date_to=interval.last,
        granularity=interval.granularity,
        anchor="event",
    )


def _is_after_publication(interval: Interval, document: Document) -> bool:
    published = document.article.published
    return published is not None and interval.first > published


def _direction(text: str, start: int) -> int:
    """1 after «after», -1 after «before», 0 after any other word before folded offset `start`."""
    begin = max(start - distance("timex-anchor-direction"), 0)
    words = _WORD.findall(text[begin:start])
    split = vocabulary().split(words[-1]) if words else None
    values = _values(split[1]) if split else {}
    return int("after" in values) or -int("ago" in values)


def _values(word: str) -> Mapping[str, Value]:
    """Slots and values of a folded word of the lexicon; empty for any other."""
    lexeme = vocabulary().words.get(word)
    return lexeme.values if lexeme else {}


def _is_before_from(text: str, end: int) -> bool:
    """True if «from» follows folded offset `end`."""
    word = _WORD.match(text, end + 1)
    return word is not None and text[end : end + 1] == " " and "from" in _values(word.group())


def _phrase(text: str, offset: int) -> list[str]:
    """The words from a folded offset on, up to a mark: a noun phrase with what leads it."""
    stop = _MARK.search(text, offset)
    limit = offset + distance("timex-anchor-phrase")
    words = _WORD.findall(text, offset, min(stop.start() if stop else len(text), limit))
    return words[: distance("timex-anchor-phrase-words") + 1]


def _anchor(
    phrase: list[str], offset: int, document: Document, events: Sequence[EventMention]
) -> Interval | None:
    """The interval of the event that a phrase names.

    None if none or several of different dates fit best.
    """
    scores = [
        (_score(phrase, event, document), event)
        for event in events
        if not _is_same_sentence(document, event, offset)
    ]
    best = max((score for score, _ in scores), default=0)
    dates = {
        (event.date_from, event.date_to, event.granularity)
        for score, event in scores
        if score == best > 0
    }
    if len(dates) != 1:
        return None
    first, last, granularity = dates.pop()
    return Interval(first, last, "", granularity or "day") if first and last else None


def _is_same_sentence(document: Document, event: EventMention, offset: int) -> bool:
    """True if an event's trigger is in the sentence of source offset `offset`."""
    sentence = document.sentence_at(offset)
    return sentence is not None and sentence.start <= event.trigger_start < sentence.end


def _score(phrase: list[str], event: EventMention, document: Document) -> int:
    """How well a noun phrase names an event, 0 for not at all.

    The words they share count, more so the head of the phrase, most where the event's trigger is
    that head.
    """
    shortest = distance("timex-anchor-word")
    named = [root for word in phrase if len(word) >= shortest and (root := _root(word))]
    if not named:
        return 0
    head = named[0]
    sentence = folded(document.text[event.start : event.end])
    roots = {_root(word) for word in _WORD.findall(sentence)}
    shared = len(roots.intersection(named))
    if head == _root(folded(document.text[event.trigger_start : event.trigger_end])):
        return shared + distance("timex-anchor-head") + distance("timex-anchor-trigger")
    needed = min(len(named), 2)
    return shared + distance("timex-anchor-head") if head in roots and shared >= needed else 0


def _eves(document: Document, events: Sequence[EventMention]) -> Iterator[Timex]:
    """The days before or after an event that is dated to the day: «عشية الانتخابات»."""
    for hit in _eve_words().find(document.folded):
        noun = _WORD.match(document.folded, hit.end + 1)
        start = document.span(hit.start, hit.end)[0]
        base = _anchor(_phrase(document.folded, hit.end), start, document, events)
        if base is None or noun is None or base.granularity != "day":
            continue
        day = intervals.day(base.first + timedelta(days=hit.entry))
        start, end = document.span(hit.start, noun.end())
        timex = Timex(start, end, document.text[start:end], "DATE", day.value, "eve")
        yield _dated(timex, day)


@cache
def _eve_words() -> lexicon.Matcher[int]:
    rows = [row for row in lexicon.table("timestems") if row["slot"] == "eve"]
    return lexicon.Matcher((form, int(row["value"])) for row in rows for form in lexicon.forms(row))


@cache
def _affixes(slot: str) -> tuple[str, ...]:
    """The folded affixes of `timestems.csv`, the longest first."""
    return tuple(sorted(slot_forms("timestems", slot), key=len, reverse=True))


@lru_cache(maxsize=16384)
def _root(word: str) -> str:
    """The root letters of a folded word: «استئناف» and «استؤنفت» have the same."""
    return root_letters(word, _affixes("prefix"), _affixes("suffix"))
