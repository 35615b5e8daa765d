"""Annotations already made, one row an article in a SQLite file: a new build annotates only what is new.

The key is a hash of the article with its metadata and of the rules; a row is written as soon as its article
is done, so a build that is stopped goes on where it was.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from pathlib import Path

from alaqat.lexicon.load import version
from alaqat.model.records import Article
from alaqat.store.serialization import Json


class Cache:
    """A file of annotations; `get` gives None for what is not there. `made_by` names the recognizer of names."""

    def __init__(self, path: Path, *, made_by: str = "") -> None:
        self._made_by = made_by
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = _opened(path)
        except sqlite3.OperationalError:
            raise
        except (
            sqlite3.DatabaseError
        ):  # broken by something else than us: nothing is in it that cannot be made again
            path.unlink()
            self._connection = _opened(path)

    def _key(self, article: Article) -> str:
        """What annotations depend on: the text, its publication day, the rules, the code and the recognizer."""
        parts = (version(), self._made_by, article.published, article.text)
        return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()

    def get(self, article: Article) -> Json | None:
        """The annotations of `article` as `exchange.dump` wrote them."""
        row = self._connection.execute(
            "SELECT data FROM annotations WHERE key = ?", (self._key(article),)
        ).fetchone()
        return None if row is None else json.loads(zlib.decompress(row[0]))

    def holds(self, article: Article) -> bool:
        """Whether `get` would give annotations."""
        row = self._connection.execute(
            "SELECT 1 FROM annotations WHERE key = ?", (self._key(article),)
        ).fetchone()
        return row is not None

    def put(self, article: Article, data: Json) -> None:
        """Keep the annotations of `article`."""
        packed = zlib.compress(json.dumps(data, ensure_ascii=False).encode(), 3)
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO annotations VALUES (?, ?, ?)",
                (self._key(article), version(), packed),
            )

    def forget_older(self) -> None:
        """Drop what older rules made: no build will ask for it again."""
        with self._connection:
            self._connection.execute("DELETE FROM annotations WHERE version <> ?", (version(),))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS annotations (key TEXT PRIMARY KEY, version TEXT, data BLOB)"
    )
    return connection
