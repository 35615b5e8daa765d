"""Which intervals of days may date a trigger, and how each stands to it."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from alaqat.readers.trained.view import RuleHit, Time, View
from alaqat.readers.trained.windows import GRANULARITIES, WordIndex, bucket, hits_at
from alaqat.readers.trained.word_pieces import Word

Interval = tuple[date, date]
_DAY = timedelta(1)
# How an interval is made: from the day of publication alone, from one expression, from two.
PUBLISHED = (
    "none",
    "published",
    "day before",
    "day before to published",
    "two days before to published",
    "two days before",
    "day after",
    "week before to published",
    "published to week after",
    "month",
    "month to published",
    "published to end of month",
    "last month to published",
    "year",
    "year to published",
    "published to end of year",
)
EXPRESSED = (
    "expression",
    "expression to published",
    "expression to day before",
    "published to expression",
    "day after expression",
    "day before expression",
    "expression and day after",
    "day before and expression",
    "two expressions",
)
KINDS = (*PUBLISHED, *EXPRESSED)
# Relations of a candidate to its trigger, one column each, with how many values each has.
FEATURES = {
    "sentences apart": 9,
    "words apart": 13,
    "expressions between": 6,
    "granularity": 7,
    "to publication": 8,
    "place among expressions": 4,
    "rules": 5,
    "rules before": 3,
    "rules in the article": 4,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """An interval that may date something; `mention` is the number of the expression it is read
    from."""

    kind: int
    first: date | None
    last: date | None
    mention: int = -1
    second: int = -1

    @property
    def interval(self) -> Interval | None:
        """Its days; None for the candidate that says nothing dates the trigger."""
        return (self.first, self.last) if self.first and self.last else None


def candidates(view: View) -> list[Candidate]:
    """Every interval that may date an event of the article; the first says none does."""
    out = [Candidate(0, None, None)]
    if view.published:
        out += [Candidate(KINDS.index(kind), *days) for kind, days in _around(view.published)]
    for number, time in enumerate(view.times):
        out += [
            Candidate(KINDS.index(kind), first, last, number)
            for kind, first, last in _expressed(time, view.published)
            if first <= last
        ]
    out += _pairs(view)
    return out


def _around(day: date) -> Iterator[tuple[str, Interval]]:
    """Intervals counted from the day of publication."""
    month = day.replace(day=1)
    month_end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    year, year_end = date(day.year, 1, 1), date(day.year, 12, 31)
    yield "published", (day, day)
    yield "day before", (day - _DAY, day - _DAY)
    yield "day before to published", (day - _DAY, day)
    yield "two days before to published", (day - 2 * _DAY, day)
    yield "two days before", (day - 2 * _DAY, day - 2 * _DAY)
    yield "day after", (day + _DAY, day + _DAY)
    yield "week before to published", (day - 7 * _DAY, day)
    yield "published to week after", (day, day + 7 * _DAY)
    yield "month", (month, month_end)
    yield "month to published", (month, day)
    yield "published to end of month", (day, month_end)
    yield "last month to published", ((month - _DAY).replace(day=1), day)
    yield "year", (year, year_end)
    yield "year to published", (year, day)
    yield "published to end of year", (day, year_end)


def _expressed(time: Time, published: date | None) -> Iterator[tuple[str, date, date]]:
    """Intervals read from one expression."""
    first, last = time.first, time.last
    yield "expression", first, last
    if published:
        yield "expression to published", first, published
        yield "expression to day before", first, published - _DAY
        yield "published to expression", published, last
    if time.granularity == "day" and first == last and date.min < first < date.max:
        yield "day after expression", first + _DAY, first + _DAY
        yield "day before expression", first - _DAY, first - _DAY
        yield "expression and day after", first, first + _DAY
        yield "day before and expression", first - _DAY, first


def _pairs(view: View) -> Iterator[Candidate]:
    """Intervals from one expression to a later one of the same sentence."""
    kind = KINDS.index("two expressions")
    for start, end in view.sentences:
        inside = [at for at, time in enumerate(view.times) if start <= time.start < end][:6]
        for one in inside:
            for other in inside:
                a, b = view.times[one], view.times[other]
                if one < other and a.first < b.last and (a.first, a.last) != (b.first, b.last):
                    yield Candidate(kind, a.first, b.last, one, other)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the expressions of an article stand: their words and sentences."""

    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]


def places(view: View, words: Sequence[Word]) -> Places:
    """The words and the sentence of each time expression."""
    index = WordIndex(words)
    spans = []
    for time in view.times:
        a, b = index.span(time.start, time.end)
        a = min(a, max(len(words) - 1, 0))
        spans.append((a, max(b, a + 1)))
    return Places(tuple(spans), tuple(words[a].sentence for a, _ in spans))


def features(
    view: View,
    words: Sequence[Word],
    trigger: int,
    found: Sequence[Candidate],
    where: Places,
) -> NDArray[np.int64]:
    """How each candidate stands to the trigger word: one row each, one column a feature."""
    out = np.zeros((len(found), len(FEATURES)), np.int64)
    own = words[trigger].sentence
    per_mention = [_to_mention(view, own, trigger, at, where) for at in range(len(view.times))]
    for row, candidate in enumerate(found):
        if candidate.mention >= 0:
            out[row, :4] = per_mention[candidate.mention][:4]
            out[row, 5] = per_mention[candidate.mention][4]
        out[row, 4] = _to_publication(view.published, candidate)
    out[:, 6] = _by_rules(view, words, trigger, found)
    out[:, 7:] = _by_rules_elsewhere(view, words[trigger].start, found)
    return out


def _compare(
    last: tuple[date | None, date | None] | None, days: tuple[date | None, date | None]
) -> int:
    """0 without a last event, 1 if its days are `days`, 2 if they differ."""
    if last is None:
        return 0
    return 1 if days == last else 2


def _by_rules_elsewhere(
    view: View, offset: int, found: Sequence[Candidate]
) -> list[tuple[int, int]]:
    """For each candidate: how its days compare with those of the rules' last event before the
    trigger (see `_compare`), and in how many of the rules' events they occur, as a bucket."""
    dated = [hit for hit in view.hits if hit.first]
    before = max((hit for hit in dated if hit.start < offset), key=_offset, default=None)
    counts = Counter((hit.first, hit.last) for hit in dated)
    last = (before.first, before.last) if before else None
    return [
        (
            _compare(last, (one.first, one.last)),
            bucket(counts[one.first, one.last], (1, 2, 4)) if one.first else 0,
        )
        for one in found
    ]


def _offset(hit: RuleHit) -> int:
    return hit.start


def _by_rules(
    view: View, words: Sequence[Word], trigger: int, found: Sequence[Candidate]
) -> list[int]:
    """0 the rules say nothing here, 1 they say these days, 2 others, 3 none; 4 these days,
    nearby."""
    start, end = view.sentences[words[trigger].sentence]
    hits = hits_at(view, words, trigger)
    nearby = {(hit.first, hit.last) for hit in view.hits if start <= hit.start < end}
    if not hits:
        return [4 * (one.first is not None and (one.first, one.last) in nearby) for one in found]
    days = {(hit.first, hit.last) for hit in hits if hit.first}
    if not days:
        return [3] * len(found)
    return [1 if (one.first, one.last) in days else 2 for one in found]


def _to_mention(
    view: View, own: int, trigger: int, at: int, where: Places
) -> tuple[int, int, int, int, int]:
    start, end = where.spans[at]
    apart = where.sentences[at] - own
    words_apart = start - trigger if start > trigger else min(end - 1 - trigger, 0)
    low, high = sorted((start, trigger))
    between = sum(low < other < high for other, _ in where.spans)
    granularity = view.times[at].granularity
    known = granularity in GRANULARITIES
    return (
        1 + bucket(apart, (-5, -2, -1, 0, 1, 2, 3)),
        1 + bucket(words_apart, (-30, -15, -8, -4, -2, 0, 1, 3, 6, 11, 21)),
        1 + min(between, 4),
        1 + (GRANULARITIES.index(granularity) if known else len(GRANULARITIES)),
        1 + min(at, 2),
    )


def _to_publication(published: date | None, candidate: Candidate) -> int:
    """Before, around or after the day of publication, and how far."""
    if published is None or candidate.first is None or candidate.last is None:
        return 0
    if candidate.first == candidate.last == published:
        return 1
    if candidate.first > published:
        return 2
    if candidate.last >= published:
        return 3
    days = (published - candidate.last).days
    return 4 + bucket(days, (2, 8, 62))
