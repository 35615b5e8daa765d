"""A SQLite file of annotations, one row per article, so that a build annotates only new articles.

The key of a row is a hash of everything the annotations depend on: the article's text and day, the
version of rules and code, the recognizer and the reader. A row is written as soon as its article is
annotated, so that a stopped build continues where it was.
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

# zlib's level: higher ones save little space on these rows and take longer
_COMPRESSION = 3


class AnnotationCache:
    """The annotations in the file `path` for the given signatures of recognizer and reader."""

    def __init__(self, path: Path, *, recognizer: str = "", reader: str = "") -> None:
        self._recognizer, self._reader = recognizer, reader
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = _open_or_replace(path)

    def _key(self, article: Article) -> str:
        parts = (version(), self._recognizer, self._reader, article.published, article.text)
        return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()

    def get(self, article: Article) -> Json | None:
        """The annotations of `article` as `serialization.dump` wrote them, None if not cached."""
        row = self._connection.execute(
            "SELECT data FROM annotations WHERE key = ?", (self._key(article),)
        ).fetchone()
        return None if row is None else json.loads(zlib.decompress(row[0]))

    def has_annotations(self, article: Article) -> bool:  # noqa: D102
        row = self._connection.execute(
            "SELECT 1 FROM annotations WHERE key = ?", (self._key(article),)
        ).fetchone()
        return row is not None

    def put(self, article: Article, data: Json) -> None:
        """Write the annotations of `article`."""
        packed = zlib.compress(json.dumps(data, ensure_ascii=False).encode(), _COMPRESSION)
        with self._connection:
            self._connection.execute(
                "INSERT OR REPLACE INTO annotations VALUES (?, ?, ?)",
                (self._key(article), version(), packed),
            )

    def delete_other_versions(self) -> None:
        """Delete the annotations of other versions of rules or code, which no build reads."""
        with self._connection:
            self._connection.execute("DELETE FROM annotations WHERE version <> ?", (version(),))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _open_or_replace(path: Path) -> sqlite3.Connection:
    """Open the file; one that is no database is replaced by an empty one."""
    try:
        return _open(path)
    except sqlite3.OperationalError:  # the disk is full or the file may not be written
        raise
    except sqlite3.DatabaseError:
        path.unlink()
        return _open(path)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS annotations (key TEXT PRIMARY KEY, version TEXT, data BLOB)"
    )
    return connection
