"""How each mention of a party stands to a trigger."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alaqat.readers.trained.view import RuleHit, View
from alaqat.readers.trained.windows import PARTY_KINDS, WordIndex, bucket, hits_at
from alaqat.readers.trained.word_pieces import Word

# Relations of a mention to a trigger, one column each, with how many values each has.
FEATURES = {
    "sentences apart": 8,
    "words apart": 14,
    "parties between": 5,
    "kind": 7,
    "marks between": 4,
    "first mention": 2,
    "mentions in the article": 5,
    "nearest of its party": 2,
    "rules": 4,
}
_MARKS = frozenset('،,؛;:.()«»"“”-–—')


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of parties in an article: their words, sentences, and party numbers."""

    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    parties: tuple[int, ...]
    names: tuple[str, ...]
    marks: tuple[int, ...]
    starts: tuple[int, ...]
    counts: tuple[int, ...]


def mentions(view: View, words: Sequence[Word]) -> Mentions:
    """Where the parties of an article stand; `marks` counts the punctuation before each word."""
    index = WordIndex(words)
    spans = []
    for party in view.parties:
        a, b = index.span(party.start, party.end)
        a = min(a, max(len(words) - 1, 0))
        spans.append((a, max(b, a + 1)))
    names = tuple(dict.fromkeys(party.name for party in view.parties))
    count, marks = 0, []
    for word in words:
        marks.append(count)
        count += view.text[word.start : word.end] in _MARKS
    parties = tuple(names.index(party.name) for party in view.parties)
    counts = Counter(parties)
    return Mentions(
        spans=tuple(spans),
        sentences=tuple(words[a].sentence for a, _ in spans),
        parties=parties,
        names=names,
        marks=(*marks, count),
        starts=tuple(sorted(a for a, _ in spans)),
        counts=tuple(counts[number] for number in range(len(names))),
    )


def features(view: View, words: Sequence[Word], trigger: int, found: Mentions) -> NDArray[np.int64]:
    """How each mention stands to the trigger word: one row a mention, one column a feature."""
    out = np.zeros((len(found.spans), len(FEATURES)), np.int64)
    own = words[trigger].sentence
    hits = hits_at(view, words, trigger)
    nearest: dict[int, tuple[int, int]] = {}
    seen: set[int] = set()
    for row, ((start, end), sentence) in enumerate(zip(found.spans, found.sentences, strict=True)):
        party = found.parties[row]
        apart = sentence - own
        words_apart = start - trigger if start > trigger else min(end - 1 - trigger, 0)
        low, high = sorted((start, trigger))
        between = bisect_left(found.starts, high) - bisect_right(found.starts, low)
        marks = found.marks[high] - found.marks[low]
        kind = view.parties[row].kind
        out[row] = (
            bucket(apart, (-4, -2, -1, 0, 1, 2, 3)),
            bucket(words_apart, (-40, -20, -11, -6, -3, -1, 0, 1, 2, 4, 7, 12, 21)),
            max(0, min(between, 4)),  # -1 for a mention that begins at the trigger
            PARTY_KINDS.index(kind) if kind in PARTY_KINDS else len(PARTY_KINDS),
            min(marks, 3),
            party not in seen,
            bucket(found.counts[party], (2, 3, 5, 9)),
            0,
            _by_rules(hits, view.parties[row].name),
        )
        seen.add(party)
        best = nearest.get(party)
        distance = abs(start - trigger) + (1000 if sentence > own else 0)
        if best is None or distance < best[0]:
            nearest[party] = (distance, row)
    for _, row in nearest.values():
        out[row, 7] = 1
    return out


def _by_rules(hits: Sequence[RuleHit], name: str) -> int:
    """0 the rules find no event here, 1 one by this party, 2 one towards it, 3 one without it."""
    if not hits:
        return 0
    if any(name in hit.actors for hit in hits):
        return 1
    return 2 if any(name in hit.recipients for hit in hits) else 3
