"""One saying, many outlets: quotes of different articles that say the same, gathered into groups.

Two quotes say the same when rapidfuzz's indel ratio of their search keys is at least `ALIKE` and their speakers
do not contradict each other. Only quotes that share some words in a row are compared (their first words, their
last, or one of the run of words with the smallest hashes: MinHash, Broder 1997), so that the time grows with the
number of quotes and not with its square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any, Final

from rapidfuzz.fuzz import ratio

from alaqat.arabic.fold import search_key

ALIKE: Final = 90.0  # of 100
RUN: Final = 3  # words of a run
RUNS: Final = 4  # runs with the smallest hashes, beside the first and the last of a quote
NEAR: Final = 40  # quotes compared with each in one block, by length: bounds a block of thousands
COMPARED: Final = 2_000  # characters: the finder's longest quotes are shorter
# Words that two quotes must have to fold: of one named speaker, or of nobody named (a short phrase is anybody's).
# Fewer words fold only when they are one speaker's very words of the same `DAYS`.
FEW, FEW_UNNAMED, DAYS = 5, 7, timedelta(days=7)

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a quote is compared by."""

    id: str
    article: str
    speaker: str | None
    day: date | None
    words: tuple[str, ...]
    key: str


@dataclass(slots=True)
class _Group:
    """Quotes that say the same: their speaker, if known, and what each article has it say."""

    ids: list[str]
    speaker: str | None
    keys: dict[str, str] = field(default_factory=dict)

    def takes(self, other: _Group) -> bool:
        """Whether the two may be one: no second speaker, no second version in one article."""
        if self.speaker and other.speaker and self.speaker != other.speaker:
            return False
        return all(self.keys.get(article, key) == key for article, key in other.keys.items())

    def take(self, other: _Group) -> None:
        """Make the other's quotes this group's."""
        self.ids += other.ids
        self.speaker = self.speaker or other.speaker
        self.keys |= other.keys


def fold(quotes: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The group of each quote (rows of the frame `quotes`) by its id: the smallest id of the quotes in it.

    The order of the rows does not matter. The likest pairs are joined first; a quote without a named speaker so
    joins the speaker whose words it is nearest to, and never joins two speakers to each other.
    """
    said = sorted((_said(row) for row in quotes), key=lambda one: (one.id, one.key))
    groups = {one.id: _Group([one.id], one.speaker, {one.article: one.key}) for one in said}
    for _, one, other in sorted(_pairs(said)):
        first, second = groups[one], groups[other]
        if first is not second and first.takes(second):
            first.take(second)
            groups.update(dict.fromkeys(second.ids, first))
    return {one: min(group.ids) for one, group in groups.items()}


def _said(row: Mapping[str, Any]) -> _Said:
    words = tuple(_WORD.findall(search_key(str(row["text"])[:COMPARED])))
    speaker = next(
        (str(row[name]) for name in ("speaker_id", "speaker") if isinstance(row[name], str)), None
    )
    day = (
        row["date_from"]
        if isinstance(row["date_from"], date) and row["date_from"] == row["date_from"]
        else None
    )
    return _Said(str(row["quote_id"]), str(row["article_id"]), speaker, day, words, " ".join(words))


def _pairs(said: Sequence[_Said]) -> Iterator[tuple[float, str, str]]:
    """Pairs that say the same, as (unlikeness, id, id); a pair of two blocks comes once."""
    seen: set[tuple[str, str]] = set()
    for block in _blocks(said):
        ordered = sorted(block, key=lambda one: (len(one.key), one.key, one.id))
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + NEAR]:
                first, second = sorted((one, other), key=lambda each: each.id)
                if first.id != second.id and (first.id, second.id) not in seen:
                    seen.add((first.id, second.id))
                    if score := _likeness(first, second):
                        yield -score, first.id, second.id


def _blocks(said: Sequence[_Said]) -> Iterator[list[_Said]]:
    blocks: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for one in said:
        for run in _runs(one.words):
            blocks[run].append(one)
    return (block for block in blocks.values() if len(block) > 1)


def _runs(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The runs of words that a quote is found by; a quote of few words is found by all of them."""
    if len(words) <= RUN:
        return {words} if words else set()
    runs = {words[at : at + RUN] for at in range(len(words) - RUN + 1)}
    return {words[:RUN], words[-RUN:], *sorted(runs, key=_hash)[:RUNS]}


def _hash(run: tuple[str, ...]) -> bytes:
    return blake2b(" ".join(run).encode(), digest_size=8).digest()


def _likeness(one: _Said, other: _Said) -> float:
    """How like two quotes are (0–100), 0 when they do not say the same."""
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return 0.0
    if min(len(one.words), len(other.words)) < (
        FEW if one.speaker and other.speaker else FEW_UNNAMED
    ):
        return 100.0 if _repeated(one, other) else 0.0
    if one.article == other.article:
        return 100.0 if one.key == other.key else 0.0
    return float(ratio(one.key, other.key, score_cutoff=ALIKE))


def _repeated(one: _Said, other: _Said) -> bool:
    """Whether a few words are one named speaker's of about one day."""
    if one.key != other.key or one.speaker is None or one.speaker != other.speaker:
        return False
    return one.article == other.article or bool(
        one.day and other.day and abs(one.day - other.day) <= DAYS
    )
