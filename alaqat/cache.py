"""Annotations already made, one row an article in a SQLite file: a new build annotates only what is new.

The key is a hash of the article with its metadata and of the rules; a row is written as soon as its article
is done, so a build that is stopped goes on where it was.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Sequence
from pathlib import Path

from alaqat.exchange import Json
from alaqat.lexicon import version
from alaqat.records import Article


def key(article: Article) -> str:
    """What the annotations of an article depend on: its text and publication day, the rules and the code."""
    return hashlib.sha256(f"{version()}\x1f{article.published}\x1f{article.text}".encode()).hexdigest()


class Cache:
    """A file of annotations; `get` gives None for what is not there."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS annotations (key TEXT PRIMARY KEY, version TEXT, data BLOB)"
        )

    def get(self, article: Article) -> Json | None:
        """The annotations of `article` as `exchange.dump` wrote them."""
        row = self._connection.execute("SELECT data FROM annotations WHERE key = ?", (key(article),)).fetchone()
        return None if row is None else json.loads(zlib.decompress(row[0]))

    def put(self, article: Article, data: Json) -> None:
        """Keep the annotations of `article`."""
        packed = zlib.compress(json.dumps(data, ensure_ascii=False).encode(), 3)
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO annotations VALUES (?, ?, ?)", (key(article), version(), packed)
            )

    def forget_others(self, articles: Sequence[Article]) -> None:
        """Drop the annotations of older rules once every article of a build has its own."""
        if articles:
            with self._connection:
                self._connection.execute("DELETE FROM annotations WHERE version <> ?", (version(),))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
