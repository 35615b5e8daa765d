"""Groups quotes of different articles that repeat the same words.

Two quotes say the same when rapidfuzz's indel ratio of their search keys is at least
`quote-alike` and their speakers do not contradict each other. Only quotes that share a shingle
(some words in a row) are compared: their first, their last, or one of the shingles with the
smallest hashes (MinHash, Broder 1997), so that the time grows with the number of quotes and not
with its square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any

from rapidfuzz.fuzz import ratio

from alaqat.arabic.fold import search_key
from alaqat.lexicon.distances import distance

# negative likeness of two quotes and their ids, the smaller one first
Pair = tuple[float, str, str]
_EQUAL = 100.0  # likeness of quotes with the same words
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ComparedQuote:
    """What a quote is compared by: its folded words and their number, hashes of some of them.

    `key` are the words with a space between them. Only quotes that share one of `shingles` are
    compared.
    """

    id: str
    article: str
    speaker: str | None
    day: date | None
    word_count: int
    key: str
    shingles: frozenset[int]


@dataclass(slots=True)
class _Group:
    """Quotes that say the same: their ids, their speaker if known, and the key in each article."""

    ids: list[str]
    speaker: str | None
    keys: dict[str, str] = field(default_factory=dict)

    def can_join(self, other: _Group) -> bool:
        """True if the two have no two speakers and no two versions of one article."""
        if _has_other_speaker(self.speaker, other.speaker):
            return False
        return all(self.keys.get(article, key) == key for article, key in other.keys.items())

    def join(self, other: _Group) -> None:
        """Add the other's quotes to this group."""
        self.ids += other.ids
        self.speaker = self.speaker or other.speaker
        self.keys |= other.keys


def group_quotes(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The group of each quote by its id: the smallest id of the quotes in the group.

    `rows` are rows of the frame `quotes`, in any order. The pairs most alike are joined first, so
    a quote without a named speaker joins the speaker of the most similar quote, and never joins two
    speakers to each other.
    """
    return group_compared(list(map(compared, rows)))


def group_compared(
    quotes: Sequence[ComparedQuote], pairs: Iterable[Pair] | None = None
) -> dict[str, str]:
    """The group of each quote; `pairs` are those that say the same (default: found here)."""
    ordered = sorted(quotes, key=lambda quote: (quote.id, quote.key))
    groups = {
        quote.id: _Group([quote.id], quote.speaker, {quote.article: quote.key}) for quote in ordered
    }
    for _, first_id, second_id in sorted(_pairs(ordered) if pairs is None else pairs):
        first, second = groups[first_id], groups[second_id]
        if first is not second and first.can_join(second):
            first.join(second)
            groups.update(dict.fromkeys(second.ids, first))
    return {quote_id: min(group.ids) for quote_id, group in groups.items()}


def compared(row: Mapping[str, Any]) -> ComparedQuote:
    """What a row of the frame is compared by."""
    text = str(row["text"])[: distance("quote-compared")]
    words = tuple(_WORD.findall(search_key(text)))
    speakers = (row[name] for name in ("speaker_id", "speaker") if isinstance(row[name], str))
    return ComparedQuote(
        id=str(row["quote_id"]),
        article=str(row["article_id"]),
        speaker=next(speakers, None),
        day=_day(row["date_from"]),
        word_count=len(words),
        key=" ".join(words),
        shingles=_shingles(words),
    )


def _day(value: object) -> date | None:
    """A date of the frame; None for a missing one (pandas' NaT is a date unequal to itself)."""
    return value if isinstance(value, date) and value == value else None  # noqa: PLR0124


def _pairs(quotes: Sequence[ComparedQuote]) -> Iterator[Pair]:
    """Pairs that say the same, each once."""
    seen: set[tuple[str, str]] = set()
    for block in _blocks(quotes):
        for quote, other in compared_pairs(block):
            first, second = sorted((quote.id, other.id))
            if first == second or (first, second) in seen:
                continue
            seen.add((first, second))
            if pair := pair_of(quote, other):
                yield pair


def pair_of(quote: ComparedQuote, other: ComparedQuote) -> Pair | None:
    """Two quotes as a pair, None when they do not say the same."""
    first, second = (quote, other) if quote.id < other.id else (other, quote)
    likeness = _likeness(first, second)
    return (-likeness, first.id, second.id) if likeness else None


def compared_pairs(
    block: Iterable[ComparedQuote],
) -> Iterator[tuple[ComparedQuote, ComparedQuote]]:
    """The pairs of quotes of a block that are near each other in length."""
    reach = distance("quote-block-neighbours")
    ordered = sorted(block, key=lambda quote: (len(quote.key), quote.key, quote.id))
    for position, quote in enumerate(ordered):
        for other in ordered[position + 1 : position + 1 + reach]:
            yield quote, other


def _blocks(quotes: Sequence[ComparedQuote]) -> Iterator[list[ComparedQuote]]:
    """The quotes that share a shingle, for each shingle of two quotes or more."""
    blocks: dict[int, list[ComparedQuote]] = defaultdict(list)
    for quote in quotes:
        for shingle in quote.shingles:
            blocks[shingle].append(quote)
    return (block for block in blocks.values() if len(block) > 1)


def _shingles(words: tuple[str, ...]) -> frozenset[int]:
    """Hashes of the shingles that a quote is found by: of all its words if they are few."""
    size = distance("quote-shingle-words")
    if len(words) <= size:
        return frozenset([_hash(words)] if words else [])
    hashes = {_hash(words[start : start + size]) for start in range(len(words) - size + 1)}
    smallest = sorted(hashes)[: distance("quote-shingles")]
    return frozenset((_hash(words[:size]), _hash(words[-size:]), *smallest))


def _hash(shingle: tuple[str, ...]) -> int:
    """A hash that is the same in every process."""
    return int.from_bytes(blake2b(" ".join(shingle).encode(), digest_size=8).digest())


def _likeness(quote: ComparedQuote, other: ComparedQuote) -> float:
    """How like two quotes are (0–100), 0 when they do not say the same."""
    if _has_other_speaker(quote.speaker, other.speaker):
        return 0.0
    if _is_short(quote, other):
        return _EQUAL if _is_repeated(quote, other) else 0.0
    if quote.article == other.article:
        return _EQUAL if quote.key == other.key else 0.0
    return float(ratio(quote.key, other.key, score_cutoff=distance("quote-alike")))


def _has_other_speaker(speaker: str | None, other: str | None) -> bool:
    """True if both speakers are known and not the same."""
    return bool(speaker and other and speaker != other)


def _is_short(quote: ComparedQuote, other: ComparedQuote) -> bool:
    """True if one of the two has too few words to be compared by likeness.

    Without a speaker more words are needed, since different speakers use the same short phrases.
    """
    is_named = bool(quote.speaker and other.speaker)
    least = distance("quote-few-words" if is_named else "quote-few-words-unnamed")
    return min(quote.word_count, other.word_count) < least


def _is_repeated(quote: ComparedQuote, other: ComparedQuote) -> bool:
    """True if a few words are the same of one named speaker, in one article or about one day."""
    if quote.key != other.key or quote.speaker is None or quote.speaker != other.speaker:
        return False
    return quote.article == other.article or _is_near(quote.day, other.day)


def _is_near(day: date | None, other: date | None) -> bool:
    """True if both days are known and few days apart."""
    if not day or not other:
        return False
    return abs(day - other) <= timedelta(days=distance("quote-repeated-days"))
