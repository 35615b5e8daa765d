"""Two readers' results together: each event and each quote once."""

from __future__ import annotations

from dataclasses import replace

from alaqat.readers.joining import join
from alaqat.readers.protocol import ReaderResult
from tests import builders

EVENT, QUOTE = builders.visit().events[0], builders.visit().quotes[0]


def test_an_event_with_the_same_trigger_is_kept_once_from_the_earlier_reader():
    later = replace(EVENT, trigger_start=EVENT.trigger_start + 1, read_by="other")
    assert join(ReaderResult((EVENT,)), ReaderResult((later,))).events == (EVENT,)


def test_an_event_with_another_trigger_is_added_in_text_order():
    earlier = replace(EVENT, trigger_start=20, trigger_end=24)
    assert join(ReaderResult((earlier,)), ReaderResult((EVENT,))).events == (EVENT, earlier)


def test_a_quote_that_overlaps_is_kept_once():
    longer = replace(QUOTE, end=QUOTE.end + 1, read_by="other")
    apart = replace(QUOTE, start=0, end=4)
    joined = join(ReaderResult(quotes=(QUOTE,)), ReaderResult(quotes=(longer, apart)))
    assert joined.quotes == (apart, QUOTE)
