"""An article as the encoder takes it: windows of pieces with marks for what the rules found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from alaqat.lexicon.load import table
from alaqat.model.records import Polarity, Status
from alaqat.readers.trained.view import RuleHit, Time, View
from alaqat.readers.trained.word_pieces import Pieces, Word, find_words

Ints = NDArray[np.int64]


def annotated_name(plover: str) -> str:
    """The name under which annotated articles write a category of plover.csv."""
    return _renamed().get(plover, plover)


@cache
def _renamed() -> dict[str, str]:
    return {row["plover"]: row["annotated"] for row in table("annotation_categories")}


def _categories() -> tuple[str, ...]:
    """The categories of annotated articles in the order of plover.csv, each at its last row."""
    names = [annotated_name(row["plover"]) for row in table("plover") if row["plover"]]
    return tuple(dict.fromkeys(reversed(names)))[::-1]


CATEGORIES = _categories()
# Labels of a word: 0 no trigger, 1 a trigger outside the categories, then the categories.
TRIGGERS = ("", "other", *CATEGORIES)
POLARITIES: tuple[Polarity, ...] = ("cooperation", "conflict", "neutral")
STATUSES: tuple[Status, ...] = ("done", "planned", "denied")
PARTY_KINDS = ("state", "adjective", "capital", "body", "person", "place")
GRANULARITIES = ("day", "week", "month", "year", "range")
QUOTE_KINDS = ("direct", "indirect")
# The input channels of a piece beside its number, with how many values each has.
CHANNELS = {"party": 8, "time": 14, "rule": 18, "quote": 3, "sentence": 9}
# Pieces by which a window may be longer than an equal share, so that it ends with a sentence.
_SLACK = 50


def trigger_label(plover: str | None) -> int:
    """The label of a trigger with this category."""
    return TRIGGERS.index(annotated_name(plover)) if plover else 1


@dataclass(frozen=True, slots=True)
class Encoded:
    """An article in windows. All arrays but `word_*` have a row a window, padded to the longest.

    `word_rows` and `word_spans` say in which window and between which pieces each word stands.
    """

    words: tuple[Word, ...]
    pieces: Ints
    lengths: Ints
    channels: Ints
    word_rows: Ints
    word_spans: Ints


def bucket(value: int, edges: Sequence[int]) -> int:
    """The number of edges that `value` reaches."""
    return bisect_right(edges, value)


class WordIndex:
    """Finds words by offset."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.starts = [word.start for word in words]
        self.ends = [word.end for word in words]

    def at(self, start: int) -> int | None:
        """The word that holds the offset `start`, or the next one; None past the last."""
        place = bisect_right(self.ends, start)
        return place if place < len(self.ends) else None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Words `a` to `b` (exclusive) that share a character with `start:end`."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def hits_at(view: View, words: Sequence[Word], trigger: int) -> list[RuleHit]:
    """The rules' events whose trigger is this word or the one beside it, the nearest first."""
    low = words[max(trigger - 1, 0)].start
    high = words[min(trigger + 1, len(words) - 1)].end
    near = [hit for hit in view.hits if hit.start < high and hit.end > low]
    return sorted(near, key=lambda hit: abs(hit.start - words[trigger].start))


def _granularity(name: str) -> int:
    return GRANULARITIES.index(name) if name in GRANULARITIES else len(GRANULARITIES)


def word_channels(view: View, words: Sequence[Word]) -> Ints:
    """What the rules say of every word, one column a channel."""
    out = np.zeros((len(words), len(CHANNELS)), np.int64)
    index = WordIndex(words)

    def fill(column: int, spans: Iterable[tuple[int, int, int]]) -> None:
        for start, end, value in spans:
            a, b = index.span(start, end)
            out[a:b, column] = value

    fill(0, ((party.start, party.end, _kind(party.kind) + 1) for party in view.parties))
    fill(1, ((time.start, time.end, _time_value(view, time)) for time in view.times))
    fill(2, ((hit.start, hit.end, trigger_label(hit.plover)) for hit in view.hits))
    fill(3, ((a, b, QUOTE_KINDS.index(kind) + 1) for a, b, kind in view.quotes))
    for at, word in enumerate(words):
        out[at, 4] = bucket(word.sentence, (1, 2, 3, 4, 6, 9, 14, 24))
    return out


def _kind(kind: str) -> int:
    return PARTY_KINDS.index(kind) if kind in PARTY_KINDS else len(PARTY_KINDS)


def _time_value(view: View, time: Time) -> int:
    """Channel value of a time expression: its granularity, and whether it holds the day of
    publication."""
    current = view.published is not None and time.first <= view.published <= time.last
    return 1 + _granularity(time.granularity) + (6 if current else 0)


def encode(view: View, pieces: Pieces, *, limit: int = 384, context: int = 48) -> Encoded:
    """Cut an article into windows of at most `limit` pieces, at sentence ends where possible.

    A window after the first repeats up to `context` pieces before it, whose states are not used.
    """
    words = find_words(view.text, view.sentences)
    ids = [pieces.ids(view.text, word) for word in words]
    marks = word_channels(view, words)
    rows: list[list[int]] = []
    row_marks: list[list[Ints]] = []
    word_rows = np.zeros(len(words), np.int64)
    word_spans = np.zeros((len(words), 2), np.int64)
    blank = np.zeros(len(CHANNELS), np.int64)
    for first, last in _cuts(words, ids, limit):
        lead = first
        room = context
        while lead > 0 and len(ids[lead - 1]) <= room:
            lead -= 1
            room -= len(ids[lead])
        row, marked = [pieces.begin], [blank]
        for at in range(lead, last):
            if at >= first:
                word_rows[at] = len(rows)
                word_spans[at] = (len(row), len(row) + len(ids[at]))
            row.extend(ids[at])
            marked.extend([marks[at]] * len(ids[at]))
        rows.append([*row, pieces.end])
        row_marks.append([*marked, blank])
    lengths = np.array([len(row) for row in rows], np.int64)
    width = int(lengths.max(initial=2))
    block = np.full((len(rows), width), pieces.padding, np.int64)
    channels = np.zeros((len(rows), width, len(CHANNELS)), np.int64)
    for number, row in enumerate(rows):
        block[number, : len(row)] = row
        channels[number, : len(row)] = np.stack(row_marks[number])
    return Encoded(tuple(words), block, lengths, channels, word_rows, word_spans)


def _cuts(
    words: Sequence[Word], ids: Sequence[Sequence[int]], limit: int
) -> Iterable[tuple[int, int]]:
    """Ranges of words that fit a window: whole sentences while they fit, else as many words as
    do."""
    total = sum(map(len, ids))
    windows = -(-total // limit)
    limit = min(limit, total // max(windows, 1) + _SLACK)
    first = 0
    while first < len(words):
        last, size, stop = first, 0, first
        while last < len(words) and size + len(ids[last]) <= limit:
            size += len(ids[last])
            last += 1
            if last == len(words) or words[last].sentence != words[last - 1].sentence:
                stop = last
        last = stop if stop > first else max(last, first + 1)
        yield first, last
        first = last
