"""Finds duplicate articles: only one of them is annotated, and the others are linked to it.

There are three kinds of duplicates. `same-text`: the same text from several sources. `version`: the
same link with another text; the newest is annotated. `near-copy`: another link with nearly the same
text, as when newspapers print an agency's story. The result does not depend on the order of the
articles, except that of two versions with the same day the one given later counts as newer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import numpy as np

from alaqat.arabic.fold import search_key
from alaqat.model.records import Article

DuplicateKind = Literal["same-text", "near-copy", "version"]
# id of a duplicate → the id of the article it duplicates, and the kind of duplicate
Links = dict[str, tuple[str, DuplicateKind]]
# Words in a shingle.
SHINGLE_WORDS = 5
# Share of the longer text's shingles that near-copies have in common. A story with an agency's name
# in front or one changed word is still a near-copy, one with an added paragraph is not.
NEAR_COPY_SHARE = 0.9
# Days between near-copies: reprints appear soon, later similar texts are filled-in templates.
REPRINT_WINDOW: Final = timedelta(days=7)
# Two texts of one link are versions of each other if their titles are equal or if this share of the
# shorter text's shingles is in both.
VERSION_SHARE = 0.2
# A link with more texts than this is a section's page, not an article's.
MOST_VERSIONS = 50

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_KNOWN_WORDS = 50_000  # hashes of words that stay at hand
_PRIME = np.uint64(0x9E3779B97F4A7C15)
Shingles = np.ndarray[Any, np.dtype[np.uint64]]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An article that is not annotated again: `original` has its text, or a newer version of it."""

    article: Article
    original: Article
    kind: DuplicateKind

    def __str__(self) -> str:
        return f"{self.article.name}: {_MESSAGES[self.kind].format(self.original.name)}"


_MESSAGES = {
    "same-text": "has the same text as {}; kept once",
    "near-copy": "has nearly the same text as {}; linked to it as a copy",
    "version": "is an older version of {}; linked to it",
}


@dataclass(frozen=True, slots=True)
class DedupResult:
    """The articles to annotate, ordered by id, and their duplicates."""

    articles: tuple[Article, ...]
    duplicates: tuple[Duplicate, ...]


@dataclass(slots=True)
class _Text:
    """A text, its articles (the one with most metadata first), and the number of its last batch."""

    articles: list[Article]
    batch: int

    @property
    def article(self) -> Article:
        """The article with most metadata that has the text."""
        return self.articles[0]


def deduplicate(*batches: Iterable[Article]) -> DedupResult:
    """Divide the articles of batches, oldest batch first, into those to annotate and duplicates.

    An article given twice with the same text, source and link counts once.
    """
    texts = _texts(batches)
    links: Links = {}
    _link_versions(texts, links)
    current = [text.article for key, text in sorted(texts.items()) if key not in links]
    _link_near(current, links)
    originals = {key: _original(key, links) for key in texts}
    articles = tuple(text.article for key, text in sorted(texts.items()) if key not in links)
    duplicates = [
        Duplicate(
            article, texts[originals[key]].article, links[key][1] if key in links else "same-text"
        )
        for key, text in sorted(texts.items())
        for article in (text.articles if key in links else text.articles[1:])
    ]
    return DedupResult(articles, tuple(duplicates))


def _original(key: str, links: Links) -> str:
    """The id at the end of the links that begin at `key`."""
    while key in links:
        key = links[key][0]
    return key


def _texts(batches: Sequence[Iterable[Article]]) -> dict[str, _Text]:
    texts: dict[str, _Text] = {}
    for number, batch in enumerate(batches):
        for article in batch:
            text = texts.setdefault(article.id, _Text([], number))
            text.articles.append(article)
            text.batch = number
    for text in texts.values():
        best = {
            _origin(article): article
            for article in sorted(text.articles, key=_description_order, reverse=True)
        }
        text.articles = sorted(best.values(), key=_description_order)
    return texts


def _origin(article: Article) -> tuple[str | None, ...]:
    """Where an article was published: its outlet and link, or without a link its title and name."""
    if article.url:
        return article.source, article.url
    return article.source, article.title, article.name


def _description_order(article: Article) -> tuple[object, ...]:
    """Sort key: published first, then the one that has outlet, link and title."""
    details = (
        article.source,
        article.url,
        article.title,
        article.language,
        article.published_basis,
    )
    return (
        article.published or date.max,
        *((detail is None, detail or "") for detail in details),
        article.name,
    )


def _link_versions(texts: dict[str, _Text], links: Links) -> None:
    """Link the older texts of each page to the newest text in their group of related texts."""
    by_link: dict[str, set[str]] = defaultdict(set)
    for key, text in texts.items():
        for article in text.articles:
            if link := page_key(article.url):
                by_link[link].add(key)
    for _, keys in sorted(by_link.items()):
        if not 1 < len(keys) <= MOST_VERSIONS:
            continue
        newest = sorted(keys, key=lambda key: _age(texts[key]), reverse=True)
        for group in _related([texts[key].article for key in newest]):
            top, *older = (article.id for article in group)
            links.update(
                (key, (top, "version"))
                for key in older
                if key not in links and _original(top, links) != key
            )


def _age(text: _Text) -> tuple[date, int, int, str]:
    article = text.article
    return article.published or date.min, text.batch, len(article.text), article.id


def page_key(url: str | None) -> str | None:
    """A link without scheme, «www.», fragment and trailing slash; None for the link of a site."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{path}?{parts.query}" if path or parts.query else None


def _related(articles: Sequence[Article]) -> list[list[Article]]:
    """Groups of the articles of one link that have a title or most words in common, in order."""
    shingles = [_shingles(article.text) for article in articles]
    groups: list[list[int]] = []
    for index, article in enumerate(articles):
        near = [
            group
            for group in groups
            if any(
                _has_same_title(article, articles[other])
                or _shared(shingles[index], shingles[other], min) >= VERSION_SHARE
                for other in group
            )
        ]
        groups = [group for group in groups if group not in near] + [sorted([*chain(*near), index])]
    return [[articles[index] for index in group] for group in groups]


def _has_same_title(article: Article, other: Article) -> bool:
    if not article.title or not other.title:
        return False
    return search_key(article.title) == search_key(other.title)


def _shared(mine: Shingles, theirs: Shingles, size_of: Callable[[int, int], int]) -> float:
    """Common shingles divided by the size of the smaller (`min`) or larger (`max`) set."""
    size = size_of(len(mine), len(theirs))
    return len(np.intersect1d(mine, theirs, assume_unique=True)) / size if size else 0.0


def _shingles(text: str) -> Shingles:
    """Hashes of all runs of `SHINGLE_WORDS` words, ascending, each once."""
    words = np.fromiter(map(_hash, _WORD.findall(search_key(text))), dtype=np.uint64)
    if len(words) < SHINGLE_WORDS:
        return np.empty(0, dtype=np.uint64)
    runs = np.zeros(len(words) - SHINGLE_WORDS + 1, dtype=np.uint64)
    for offset in range(SHINGLE_WORDS):
        runs = runs * _PRIME + words[offset : offset + len(runs)]
    return np.unique(runs ^ (runs >> np.uint64(31)))


@lru_cache(maxsize=_KNOWN_WORDS)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="replace"), digest_size=8).digest())


def near_copy_hashes(text: str) -> list[int]:
    """The hashes of which a near-copy of `text` has at least one among its own.

    Two sets that share nine tenths of the larger one also share one of its smallest tenth of
    hashes (prefix filter: Chaudhuri, Ganti and Kaushik 2006).
    """
    return _prefix(_shingles(text))


def _prefix(mine: Shingles) -> list[int]:
    hashes: list[int] = mine[: len(mine) - int(NEAR_COPY_SHARE * len(mine)) + 1].tolist()
    return hashes


def is_near_copy(article: Article, other: Article) -> bool:
    """True if one of two articles nearly repeats the other within the days of reprints."""
    if not _is_reprint_time(article.published, other.published):
        return False
    is_alike = _shared(_shingles(article.text), _shingles(other.text), max) >= NEAR_COPY_SHARE
    return is_alike and _has_same_numbers(article, other)


def _link_near(articles: Sequence[Article], links: Links) -> None:
    """Link each article to the first published one that it nearly repeats and that is no duplicate.

    Only articles that share one of their `near_copy_hashes` are compared.
    """
    ordered = sorted(articles, key=_description_order)
    sets = [_shingles(article.text) for article in ordered]
    first: dict[int, list[int]] = defaultdict(list)
    for index, article in enumerate(ordered):
        mine = sets[index]
        prefix = _prefix(mine)
        for other in _candidates(index, prefix, first, ordered, sets):
            is_alike = _shared(mine, sets[other], max) >= NEAR_COPY_SHARE
            if is_alike and _has_same_numbers(article, ordered[other]):
                links[article.id] = (ordered[other].id, "near-copy")
                break
        else:
            for run in prefix:
                first[run].append(index)


def _candidates(
    index: int,
    prefix: Sequence[int],
    first: dict[int, list[int]],
    ordered: Sequence[Article],
    sets: Sequence[Shingles],
) -> Iterator[int]:
    """Indices of earlier articles of similar length and day that share a hash of the prefix."""
    sharing = {other for run in prefix for other in first.get(run, ())}
    for other in sorted(sharing):
        shorter, longer = sorted((len(sets[index]), len(sets[other])))
        days = ordered[index].published, ordered[other].published
        if shorter >= NEAR_COPY_SHARE * longer and _is_reprint_time(*days):
            yield other


def _is_reprint_time(day: date | None, other: date | None) -> bool:
    return day is None or other is None or abs(day - other) <= REPRINT_WINDOW


def _has_same_numbers(article: Article, other: Article) -> bool:
    """True if both texts have the same numbers: a text with a new death toll is not a copy."""
    mine, theirs = (set(_NUMBER.findall(search_key(text))) for text in (article.text, other.text))
    return mine == theirs
