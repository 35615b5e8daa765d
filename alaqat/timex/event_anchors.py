"""The second pass: times told from a happening of the text («بعد شهرين من استئناف العلاقات», «عشية الانتخابات»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache, lru_cache

from alaqat import lexicon
from alaqat.arabic.fold import folded
from alaqat.arabic.skeleton import root_letters
from alaqat.model.records import Document, EventMention, Timex
from alaqat.timex import intervals
from alaqat.timex.grammar import vocabulary
from alaqat.timex.intervals import Interval
from alaqat.timex.relative import told_by

_WORD = re.compile(r"[^\W\d_]+")
_PERIOD = re.compile(r"PT?(\d+(?:\.\d+)?)([YMWD])")
# How many words of the governed noun phrase are compared, and the shortest that says something.
_PHRASE_WORDS = 6
_SHORTEST = 3
_TRUSTED = frozenset({"sentence", "article"})
_HEAD, _TRIGGER = 2, 2


def resolve(
    timexes: Sequence[Timex], document: Document, events: Sequence[EventMention]
) -> tuple[Timex, ...]:
    """`timexes` with those told from a happening dated by it, where a dated event of the text is that happening.

    Only events dated by their own sentence or by the article's day are trusted; an event of the same
    sentence is never used. Days beside a happening («عشية …») are added when it is dated to the day.
    """
    dated = [
        event
        for event in events
        if event.date_from and event.date_to and event.dated_by in _TRUSTED
    ]
    if not dated:
        return tuple(timexes)
    known = [_from_event(timex, document, dated) for timex in timexes]
    taken = [(timex.start, timex.end) for timex in known]
    new = [
        eve
        for eve in _eves(document, dated)
        if not any(eve.start < b and a < eve.end for a, b in taken)
    ]
    return tuple(sorted((*known, *new), key=lambda timex: timex.start))


def _from_event(timex: Timex, document: Document, events: Sequence[EventMention]) -> Timex:
    period = _PERIOD.fullmatch(timex.value)
    start, end = document.folded_span(timex.start, timex.end)
    way = _way(document.folded, start)
    if timex.type != "DURATION" or not period or not way or not _governs(document.folded, end):
        return timex
    base = _best(_phrase(document.folded, end)[1:], timex.start, document, events)
    interval = (
        told_by(base, float(period.group(1)), period.group(2), way, timex.mod) if base else None
    )
    if interval is None or _too_late(interval, document):
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


def _too_late(interval: Interval, document: Document) -> bool:
    """A time after the day's news cannot be what a happening in it is told by."""
    published = document.article.published
    return published is not None and interval.first > published


def _way(text: str, start: int) -> int:
    """1 after «after», −1 after «before», as the word before folded offset `start` says; else 0."""
    words = _WORD.findall(text[max(start - 12, 0) : start])
    found = vocabulary().split(words[-1]) if words else None
    lexeme = vocabulary().words.get(found[1]) if found else None
    if lexeme is None:
        return 0
    return 1 if "after" in lexeme.values else -1 if "ago" in lexeme.values else 0


def _governs(text: str, end: int) -> bool:
    word = _WORD.match(text, end + 1)
    lexeme = vocabulary().words.get(word.group()) if word and text[end : end + 1] == " " else None
    return lexeme is not None and "from" in lexeme.values


def _phrase(text: str, at: int) -> list[str]:
    """The words from `at` on, up to a mark."""
    stop = re.compile(r"[^\w\s]|\n").search(text, at)
    return _WORD.findall(text, at, min(stop.start() if stop else len(text), at + 90))[
        : _PHRASE_WORDS + 1
    ]


def _best(
    phrase: list[str], at: int, document: Document, events: Sequence[EventMention]
) -> Interval | None:
    """The interval of the event that the phrase names; None where none or several of different dates fit as well."""
    here = document.sentence_at(at)
    elsewhere = [
        event
        for event in events
        if here is None or not here.start <= event.trigger_start < here.end
    ]
    scored = [(_score(phrase, event, document), event) for event in elsewhere]
    top = max((score for score, _ in scored), default=0)
    dates = {
        (event.date_from, event.date_to, event.granularity)
        for score, event in scored
        if score == top
    }
    if top == 0 or len(dates) != 1:
        return None
    first, last, granularity = dates.pop()
    return Interval(first, last, "", granularity or "day") if first and last else None


def _score(phrase: list[str], event: EventMention, document: Document) -> int:
    """How well a noun phrase names an event: its head, the event's trigger and the words shared; 0 for not at all."""
    named = [stem for word in phrase if len(word) >= _SHORTEST and (stem := _root(word))]
    if not named:
        return 0
    told = {_root(word) for word in _WORD.findall(folded(document.text[event.start : event.end]))}
    trigger = _root(folded(document.text[event.trigger_start : event.trigger_end]))
    shared = len(set(named) & told)
    head = named[0] in told or trigger == named[0]
    if not head or (len(named) > 1 and shared < 2 and trigger != named[0]):
        return 0
    return shared + _HEAD + (_TRIGGER if trigger == named[0] else 0)


def _eves(document: Document, events: Sequence[EventMention]) -> Iterator[Timex]:
    for hit in _eve_words().find(document.folded):
        phrase = _WORD.match(document.folded, hit.end + 1)
        base = _best(
            _phrase(document.folded, hit.end),
            document.span(hit.start, hit.end)[0],
            document,
            events,
        )
        if base is None or phrase is None or base.granularity != "day":
            continue
        on = intervals.day(base.first + timedelta(days=hit.entry))
        start, end = document.span(hit.start, phrase.end())
        bare = Timex(start, end, document.text[start:end], "DATE", on.value, "eve")
        yield _dated(bare, on)


@cache
def _eve_words() -> lexicon.Matcher[int]:
    rows = [row for row in lexicon.table("timestems") if row["slot"] == "eve"]
    return lexicon.Matcher((form, int(row["value"])) for row in rows for form in lexicon.forms(row))


@cache
def _affixes(slot: str) -> tuple[str, ...]:
    found = [
        form
        for row in lexicon.table("timestems")
        if row["slot"] == slot
        for form in lexicon.forms(row)
    ]
    return tuple(sorted((folded(form) for form in found), key=len, reverse=True))


@lru_cache(maxsize=16384)
def _root(word: str) -> str:
    """The root letters of a folded word: «استئناف» and «استؤنفت» have the same."""
    return root_letters(word, _affixes("prefix"), _affixes("suffix"))
