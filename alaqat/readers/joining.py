"""Joins the results of two readers so that each event and each quote is there once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from alaqat.model.records import EventMention, Quote
from alaqat.readers.protocol import ReaderResult


def join(earlier: ReaderResult, later: ReaderResult) -> ReaderResult:
    """All records of `earlier`, and those of `later` that it has not.

    Two events are the same if their triggers overlap, two quotes if their spans do.
    """
    return ReaderResult(
        _joined_events(earlier.events, later.events),
        _joined_quotes(earlier.quotes, later.quotes),
        tuple(sorted((Counter(dict(earlier.dropped)) + Counter(dict(later.dropped))).items())),
    )


def _joined_events(
    earlier: Sequence[EventMention], later: Iterable[EventMention]
) -> tuple[EventMention, ...]:
    triggers = [(event.trigger_start, event.trigger_end) for event in earlier]
    new = [
        event
        for event in later
        if not _has_overlap(event.trigger_start, event.trigger_end, triggers)
    ]
    return tuple(sorted((*earlier, *new), key=lambda event: (event.trigger_start, event.start)))


def _joined_quotes(earlier: Sequence[Quote], later: Iterable[Quote]) -> tuple[Quote, ...]:
    spans = [(quote.start, quote.end) for quote in earlier]
    new = [quote for quote in later if not _has_overlap(quote.start, quote.end, spans)]
    return tuple(sorted((*earlier, *new), key=lambda quote: (quote.start, quote.end)))


def _has_overlap(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)
