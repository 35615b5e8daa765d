"""The version of a store: a hash of its articles, of the rules that read them and of corrections.

Two stores with the same version hold the same rows; where versions differ, the parts say why.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from alaqat.store.builds import Build
from alaqat.store.query import fetch

_ARTICLES = (
    "SELECT to_json([article_id, CAST(published AS VARCHAR), published_basis, source, url]) "
    "AS line FROM articles"
)
_CORRECTIONS = (
    'SELECT to_json([kind, a, b, reason, "by", CAST("day" AS VARCHAR)]) AS line FROM corrections'
)
_LENGTH = 12  # hexadecimal digits of a hash


@dataclass(frozen=True, slots=True)
class Edition:
    """The version of a store and the hashes of the three parts that make it.

    `rules` is the hash of word lists, rules, code and reader.
    """

    version: str
    articles: str
    rules: str
    corrections: str


def edition(build: Build) -> Edition:
    """The edition of a build."""
    rules = _hash((str(build.manifest.get("version")), str(build.manifest.get("reader"))))
    articles, corrections = _content(build.path, build.id)
    version = _hash((articles, rules, corrections))
    return Edition(version, articles, rules, corrections)


@lru_cache(maxsize=8)
def _content(path: Path, identity: str) -> tuple[str, str]:
    """The hashes of the articles and corrections of a build, which never change."""
    build = Build(identity, path, {})
    return (
        _hash(_lines(build, _ARTICLES)),
        _hash(_lines(build, _CORRECTIONS)),
    )


def _lines(build: Build, query: str) -> Iterable[str]:
    return sorted(map(str, fetch(build, query)["line"]))


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]
