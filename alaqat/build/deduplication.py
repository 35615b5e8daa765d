"""The same article more than once: one is kept, its copies and older versions are linked to it by name.

Same text: one article from several places. Version: the same link with another text; the newest is kept. Near-copy:
another link with nearly the same text, as agencies' stories are printed. What is kept does not depend on the order in
which articles come, except that of two versions of one day the one given later is the newer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import blake2b
from itertools import chain
from typing import Any, Final, Literal
from urllib.parse import urlsplit

import numpy as np

from alaqat.arabic.fold import search_key
from alaqat.model.records import Article

CopyKind = Literal["same-text", "near-copy", "version"]
# Words of a shingle, and the part of the longer text's shingles that the two texts of a near-copy share: an agency's
# name put before a story or a word changed in it passes, a paragraph more does not.
WORDS, ALIKE = 5, 0.9
# Stories are reprinted within days; what is alike at a longer distance is a form that is filled in again.
DAYS: Final = timedelta(days=7)
# Two texts of one link are versions when their titles agree or this part of the shorter one's shingles is shared, and
# the link is no section's page, on which more texts than `MOST` have stood.
RELATED, MOST = 0.2, 50

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_PRIME = np.uint64(0x9E3779B97F4A7C15)
Shingles = np.ndarray[Any, np.dtype[np.uint64]]


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is not annotated again, since `kept` stands for it."""

    article: Article
    kept: Article
    kind: CopyKind

    def __str__(self) -> str:
        return f"{self.article.name}: {_SAID[self.kind].format(self.kept.name)}"


_SAID = {
    "same-text": "has the same text as {}; kept once",
    "near-copy": "has nearly the same text as {}; linked to it as a copy",
    "version": "is an older version of {}; linked to it",
}


@dataclass(frozen=True, slots=True)
class Settled:
    """Articles to annotate, by id, and those they stand for."""

    kept: tuple[Article, ...]
    copies: tuple[Copy, ...]


@dataclass(slots=True)
class _Text:
    """A text with the articles that have it, the best described first, and when it was last given."""

    articles: list[Article]
    given: int

    @property
    def article(self) -> Article:
        """The article that speaks for the text."""
        return self.articles[0]


def settle(*batches: Iterable[Article]) -> Settled:
    """Which articles are kept and which are copies of them; a later batch was given later.

    A text that is given again from where it stood counts once.
    """
    texts = _texts(batches)
    links: dict[str, tuple[str, CopyKind]] = {}
    _link_versions(texts, links)
    current = [text.article for key, text in sorted(texts.items()) if key not in links]
    _link_near(current, links)
    ends = {key: _end(key, links) for key in texts}
    kept = tuple(text.article for key, text in sorted(texts.items()) if key not in links)
    copies = [
        Copy(article, texts[ends[key]].article, links[key][1] if key in links else "same-text")
        for key, text in sorted(texts.items())
        for article in (text.articles if key in links else text.articles[1:])
    ]
    return Settled(kept, tuple(copies))


def _end(key: str, links: dict[str, tuple[str, CopyKind]]) -> str:
    while key in links:
        key = links[key][0]
    return key


def _texts(batches: Sequence[Iterable[Article]]) -> dict[str, _Text]:
    texts: dict[str, _Text] = {}
    for number, batch in enumerate(batches):
        for article in batch:
            text = texts.setdefault(article.id, _Text([], number))
            text.articles.append(article)
            text.given = number
    for text in texts.values():
        best = {
            _place(article): article
            for article in sorted(text.articles, key=_described, reverse=True)
        }
        text.articles = sorted(best.values(), key=_described)
    return texts


def _place(article: Article) -> tuple[str | None, ...]:
    """Where an article stood: given again from there with the same text, it is no second one."""
    return (
        (article.source, article.url)
        if article.url
        else (article.source, article.title, article.name)
    )


def _described(article: Article) -> tuple[object, ...]:
    """A total order: what was published first, then what tells its outlet, link and title."""
    told = (article.source, article.url, article.title, article.language, article.published_basis)
    return (
        article.published or date.max,
        *((one is None, one or "") for one in told),
        article.name,
    )


def _link_versions(texts: dict[str, _Text], links: dict[str, tuple[str, CopyKind]]) -> None:
    """Older texts of one link, each linked to the newest text it is related to through any others."""
    by_link: dict[str, set[str]] = defaultdict(set)
    for key, text in texts.items():
        for article in text.articles:
            if link := page(article.url):
                by_link[link].add(key)
    for _, keys in sorted(by_link.items()):
        if not 1 < len(keys) <= MOST:
            continue
        newest = sorted(keys, key=lambda key: _age(texts[key]), reverse=True)
        for group in _related([texts[key].article for key in newest]):
            top, *older = (one.id for one in group)
            links.update(
                (key, (top, "version"))
                for key in older
                if key not in links and _end(top, links) != key
            )


def _age(text: _Text) -> tuple[date, int, int, str]:
    article = text.article
    return article.published or date.min, text.given, len(article.text), article.id


def page(url: str | None) -> str | None:
    """What of a link names a page: without scheme, «www.», fragment and trailing slash; None for a whole site."""
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
    """Articles of one link in groups whose members are related, in the order given."""
    shingles = [_shingles(article.text) for article in articles]
    groups: list[list[int]] = []
    for place, article in enumerate(articles):
        near = [
            group
            for group in groups
            if any(
                _same_title(article, articles[other])
                or _shared(shingles[place], shingles[other], min) >= RELATED
                for other in group
            )
        ]
        groups = [group for group in groups if group not in near] + [sorted([*chain(*near), place])]
    return [[articles[place] for place in group] for group in groups]


def _same_title(one: Article, other: Article) -> bool:
    return bool(one.title and other.title and search_key(one.title) == search_key(other.title))


def _shared(one: Shingles, other: Shingles, of: Callable[[int, int], int]) -> float:
    """The shingles two texts share as a part of the shorter's (`min`) or the longer's (`max`)."""
    size = of(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / size if size else 0.0


def _shingles(text: str) -> Shingles:
    """Hashes of all runs of `WORDS` words, ascending, each once."""
    words = np.fromiter(map(_hash, _WORD.findall(search_key(text))), dtype=np.uint64)
    if len(words) < WORDS:
        return np.empty(0, dtype=np.uint64)
    runs = np.zeros(len(words) - WORDS + 1, dtype=np.uint64)
    for place in range(WORDS):
        runs = runs * _PRIME + words[place : place + len(runs)]
    return np.unique(runs ^ (runs >> np.uint64(31)))


@cache
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="replace"), digest_size=8).digest())


def _link_near(articles: Sequence[Article], links: dict[str, tuple[str, CopyKind]]) -> None:
    """Each article linked to the first published one that it nearly repeats, never to one that is itself linked.

    Two sets that share nine tenths of the larger have one of its smallest tenth (by hash) in common, so that only
    those with such a hash in common are compared (prefix filter, Chaudhuri, Ganti and Kaushik 2006).
    """
    ordered = sorted(articles, key=_described)
    sets = [_shingles(article.text) for article in ordered]
    first: dict[int, list[int]] = defaultdict(list)
    for place, article in enumerate(ordered):
        mine = sets[place]
        prefix = mine[: len(mine) - int(ALIKE * len(mine)) + 1].tolist()
        for other in _candidates(place, prefix, first, ordered, sets):
            if _shared(mine, sets[other], max) >= ALIKE and _same_numbers(article, ordered[other]):
                links[article.id] = (ordered[other].id, "near-copy")
                break
        else:
            for run in prefix:
                first[run].append(place)


def _candidates(
    place: int,
    prefix: Sequence[int],
    first: dict[int, list[int]],
    ordered: Sequence[Article],
    sets: Sequence[Shingles],
) -> Iterator[int]:
    """Places of earlier articles of about the same length and day that share a run of the prefix, in order."""
    found = {other for run in prefix for other in first.get(run, ())}
    for other in sorted(found):
        shorter, longer = sorted((len(sets[place]), len(sets[other])))
        if shorter >= ALIKE * longer and _near_days(
            ordered[place].published, ordered[other].published
        ):
            yield other


def _near_days(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= DAYS


def _same_numbers(one: Article, other: Article) -> bool:
    """Whether two texts tell the same figures: a higher toll or another rate is news, not a copy."""
    mine, theirs = (set(_NUMBER.findall(search_key(article.text))) for article in (one, other))
    return mine == theirs
