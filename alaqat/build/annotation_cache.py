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
        text = self._text(article)
        return None if text is None else json.loads(text)

    def has_annotations(self, article: Article) -> bool:  # noqa: D102
        return self._text(article) is not None

    def _text(self, article: Article) -> bytes | None:
        """The annotations as JSON; None if there are none, or they are damaged (Adler-32)."""
        row = self._connection.execute(
            "SELECT data FROM annotations WHERE key = ?", (self._key(article),)
        ).fetchone()
        try:
            return None if row is None else zlib.decompress(row[0])
        except (zlib.error, TypeError):
            return None

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
    """Open the file; one that is no database, or a damaged one, is replaced by an empty one."""
    try:
        return _open(path)
    except sqlite3.OperationalError:  # the disk is full or the file may not be written
        raise
    except sqlite3.DatabaseError:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        return _open(path)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS annotations (key TEXT PRIMARY KEY, version TEXT, data BLOB)"
    )
    (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if state != "ok":
        connection.close()
        raise sqlite3.DatabaseError(state)
    return connection
