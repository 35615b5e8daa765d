"""The first pass: the expressions of a document, read in text order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from operator import attrgetter

from alaqat.model.records import Document, Timex
from alaqat.timex import dates, durations, islamic, ranges, relative, times
from alaqat.timex.grammar import Match, matches, vocabulary
from alaqat.timex.timex_context import Captures, TimexContext, TimexReading
from alaqat.timex.tokenizer import runs
from alaqat.timex.vocabulary import TypedToken

Reader = Callable[[TimexContext, Captures], TimexReading | None]
_MODULES = (dates, islamic, ranges, relative, durations, times)
_TATWEEL = chr(0x640)  # «1443هـ»: the folded text ends a letter earlier
# The reader of rules for words that are no time: no other rule may match them.
NOTHING = "nothing"
# Captures that hold a year, or a date in figures.
_STATED = frozenset({"y", "y1", "hy", "date", "num1"})


@cache
def reader(name: str) -> Reader:
    """The function that a rule's field `read` names."""
    function: Reader = next(getattr(module, name) for module in _MODULES if hasattr(module, name))
    return function


def tag(document: Document) -> tuple[Timex, ...]:
    """Every temporal expression that can be read without knowing the text's events, in text order.

    What is counted from publication stays unresolved (value with X, no interval, no anchor) when
    the article has no publication day.
    """
    context = TimexContext(document)
    for run in runs(document.folded, vocabulary()):
        context.readings.extend(_readings(context, list(matches(run))))
    return tuple(_timex(document, reading) for reading in context.readings)


def _readings(context: TimexContext, candidates: list[Match]) -> list[TimexReading]:
    """The run's readings in text order.

    They are made a second time where a reader looked back: what it looks for may be in the same
    run.
    """
    context.has_looked_back = False
    first = _in_text_order(context, candidates)
    if not context.has_looked_back or len(candidates) == 1:
        return first
    count = len(context.readings)
    context.readings.extend(first)
    second = _in_text_order(context, candidates)
    context.drop_readings(count)
    return second


def _in_text_order(context: TimexContext, candidates: list[Match]) -> list[TimexReading]:
    return sorted(_chosen(context, candidates), key=attrgetter("start"))


def _chosen(context: TimexContext, candidates: list[Match]) -> Iterator[TimexReading]:
    """Readings of non-overlapping matches, best first.

    A match its reader refuses leaves room for the next.
    """
    chosen: list[Match] = []
    for match in candidates:
        if any(match.start < other.end and other.start < match.end for other in chosen):
            continue
        reading = _read(context, match) if match.pattern.read != NOTHING else None
        if reading is not None or match.pattern.read == NOTHING:
            chosen.append(match)
        if reading is not None:
            yield reading


def _read(context: TimexContext, match: Match) -> TimexReading | None:
    context.start, context.end = match.start, match.end
    try:
        reading = reader(match.pattern.read)(context, dict(match.captures))
    except (ValueError, OverflowError):  # a date outside years 1 to 9999
        return None
    if reading is None:
        return None
    if not _is_believable(reading, match.captures):
        reading = replace(reading, interval=None)
    return reading.placed(match.start, match.end, match.pattern.id)


def _is_believable(reading: TimexReading, captures: Mapping[str, TypedToken]) -> bool:
    """False for an interval before 1800 that rests on no year in figures."""
    if reading.interval is None or reading.interval.first.year >= relative.FIRST_COUNTED_YEAR:
        return True
    years = (captures[name] for name in _STATED & captures.keys())
    return any({"digits", "numdate"} & token.values.keys() for token in years)


def _timex(document: Document, reading: TimexReading) -> Timex:
    start, end = document.span(reading.start, reading.end)
    end += document.text.startswith(_TATWEEL, end)
    interval = reading.interval
    first, last, granularity = (
        (interval.first, interval.last, interval.granularity) if interval else (None, None, None)
    )
    return Timex(
        start,
        end,
        document.text[start:end],
        reading.type,
        reading.value,
        reading.rule,
        reading.mod,
        first,
        last,
        granularity,
        reading.anchor,
    )
