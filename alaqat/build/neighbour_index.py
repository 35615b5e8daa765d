"""What the articles of the current build are compared by, so that a few new ones find their like.

A SQLite file in the folder of the store. It is written with each build and belongs to one build,
whose id it names: where it is lost, damaged or of another build, the next build is made as a whole
and writes it anew.

- `pages` and `near` lead from links and hashes of texts to the texts, of copies too,
- `reports` has the event mentions with their content words, `blocks` the blocks of each report,
- `shingles` leads from hashes of words in a row to quotes,
- `names` counts the values of the fields of entities.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any, Final

from alaqat.build.deduplication import near_copy_hashes, page_key
from alaqat.events.merging import Features, features_of_words, reach
from alaqat.model.records import Article
from alaqat.store import serialization

NAME: Final = "neighbours.sqlite"
_TABLES: Final = (
    "CREATE TABLE build (id TEXT, signature TEXT)",
    "CREATE TABLE pages (page TEXT, text_id TEXT)",
    "CREATE TABLE near (hash INTEGER, text_id TEXT)",
    "CREATE TABLE reports (id INTEGER PRIMARY KEY, article_id TEXT, mention TEXT, words TEXT)",
    "CREATE TABLE blocks (block TEXT, first INTEGER, last INTEGER, report INTEGER)",
    "CREATE TABLE shingles (hash INTEGER, quote_id TEXT)",
    "CREATE TABLE names (entity_id TEXT, field TEXT, value TEXT, count INTEGER)",
)
# made after the rows, since random insertions into an index are slow
_INDEXES: Final = (
    "CREATE INDEX of_page ON pages (page)",
    "CREATE INDEX of_hash ON near (hash)",
    "CREATE INDEX of_article ON reports (article_id)",
    "CREATE INDEX of_block ON blocks (block, first)",
    "CREATE INDEX of_report ON blocks (report)",
    "CREATE INDEX of_shingle ON shingles (hash)",
    "CREATE INDEX of_quote ON shingles (quote_id)",
    "CREATE INDEX of_entity ON names (entity_id, field, value)",
)
_REPORTS: Final = "SELECT id, article_id, mention, words FROM reports WHERE "
# Names in one query; SQLite's limit is higher.
_MOST_PARAMETERS: Final = 500
_SIGN: Final = 1 << 63
# A report with its number in the index.
Stored = tuple[int, Features]
# field and value → how often
Values = Counter[tuple[str, str]]


class NeighbourIndex:
    """The open file. Changes are written by `commit` only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def mark(self) -> tuple[str, str]:
        """The id of the build that the index describes, and the signature of what made it."""
        rows = self._connection.execute("SELECT id, signature FROM build").fetchall()
        return rows[0] if len(rows) == 1 else ("", "")

    def commit(self, build_id: str, signature: str) -> None:
        """Write the changes; from now on the index is that of build `build_id`."""
        self._connection.execute("DELETE FROM build")
        self._connection.execute("INSERT INTO build VALUES (?, ?)", (build_id, signature))
        self._connection.commit()

    def close_tables(self) -> None:
        """Make the SQL indexes of a new file, after all its rows."""
        for sql in _INDEXES:
            self._connection.execute(sql)

    def add_texts(self, articles: Iterable[Article], known: Collection[str] = ()) -> None:
        """Add articles and copies, to be found by link and by text.

        `known` are the ids of texts that the index has already.
        """
        seen = set(known)
        for article in articles:
            if page := page_key(article.url):
                self._connection.execute("INSERT INTO pages VALUES (?, ?)", (page, article.id))
            if article.id not in seen:
                self._connection.executemany(
                    "INSERT INTO near VALUES (?, ?)",
                    ((_signed(value), article.id) for value in near_copy_hashes(article.text)),
                )
            seen.add(article.id)

    def texts_like(self, article: Article) -> tuple[set[str], set[str]]:
        """The ids of texts with the link of `article`, and of those that may be near-copies."""
        page = page_key(article.url)
        same_page = self._values("SELECT text_id FROM pages WHERE page IN ({})", [page or ""])
        hashes = map(_signed, near_copy_hashes(article.text))
        alike = self._values("SELECT text_id FROM near WHERE hash IN ({})", list(hashes))
        return set(same_page), set(alike)

    def add_reports(self, reports: Iterable[Features]) -> None:
        """Add reports of events."""
        for item in reports:
            article_id, mention = item.report
            words = " ".join(item.words)
            row = article_id, json.dumps(serialization.event_json(mention)), words
            cursor = self._connection.execute(
                "INSERT INTO reports (article_id, mention, words) VALUES (?, ?, ?)", row
            )
            if days := reach(mention):
                first, last = (day.toordinal() for day in days)
                self._connection.executemany(
                    "INSERT INTO blocks VALUES (?, ?, ?, ?)",
                    ((block, first, last, cursor.lastrowid) for block in item.blocks),
                )

    def numbers_near(self, item: Features) -> set[int]:
        """The numbers of the reports that share a block with `item` and overlap its days."""
        mention = item.mention
        if mention.date_from is None or mention.date_to is None:
            return set()
        days = mention.date_to.toordinal(), mention.date_from.toordinal()
        sql = "SELECT report FROM blocks WHERE block = ? AND first <= ? AND last >= ?"
        return {
            number
            for block in item.blocks
            for (number,) in self._connection.execute(sql, (block, *days))
        }

    def reports(self, numbers: Iterable[int]) -> Iterator[Stored]:
        """The reports of some numbers."""
        yield from self._reports(_REPORTS + "id IN ({})", sorted(numbers))

    def reports_of(self, article_ids: Iterable[str]) -> Iterator[Stored]:
        """The reports of some articles."""
        yield from self._reports(_REPORTS + "article_id IN ({})", list(article_ids))

    def _reports(self, sql: str, values: list[Any]) -> Iterator[Stored]:
        for number, article_id, mention, words in self._rows(sql, values):
            report = article_id, serialization.load_event(json.loads(mention))
            yield number, features_of_words(report, words.split())

    def remove_reports(self, article_ids: Iterable[str]) -> None:
        """Take the reports of some articles out."""
        for number, _ in list(self.reports_of(article_ids)):
            self._connection.execute("DELETE FROM blocks WHERE report = ?", (number,))
            self._connection.execute("DELETE FROM reports WHERE id = ?", (number,))

    def add_quotes(self, shingles: Mapping[str, Iterable[int]]) -> None:
        """Add quotes with the hashes that they are found by."""
        self._connection.executemany(
            "INSERT INTO shingles VALUES (?, ?)",
            ((_signed(value), key) for key, values in shingles.items() for value in values),
        )

    def remove_quotes(self, quote_ids: Iterable[str]) -> None:
        """Take quotes out."""
        self._connection.executemany(
            "DELETE FROM shingles WHERE quote_id = ?", ((key,) for key in quote_ids)
        )

    def quotes_with(self, shingles: Iterable[int]) -> dict[int, set[str]]:
        """The quotes that have each of some hashes."""
        wanted = {_signed(value): value for value in shingles}
        found: dict[int, set[str]] = {value: set() for value in wanted.values()}
        sql = "SELECT hash, quote_id FROM shingles WHERE hash IN ({})"
        for value, quote_id in self._rows(sql, list(wanted)):
            found[wanted[value]].add(quote_id)
        return found

    def add_names(self, entity_id: str, values: Values, sign: int = 1) -> None:
        """Count values of fields of an entity, or take them off with the sign −1."""
        known = self.names_of([entity_id]).get(entity_id, Counter())
        for (name, value), number in values.items():
            row = (entity_id, name, value)
            count = known[name, value] + sign * number
            self._connection.execute(
                "DELETE FROM names WHERE entity_id = ? AND field = ? AND value = ?", row
            )
            if count > 0:
                self._connection.execute("INSERT INTO names VALUES (?, ?, ?, ?)", (*row, count))

    def add_new_names(self, entities: Iterable[tuple[str, Values]]) -> None:
        """Count values of fields of entities that the index does not have."""
        self._connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?, ?)",
            (
                (entity_id, name, value, count)
                for entity_id, values in entities
                for (name, value), count in values.items()
            ),
        )

    def names_of(self, entity_ids: Iterable[str]) -> dict[str, Values]:
        """The counted values of some entities."""
        found: dict[str, Values] = {}
        sql = "SELECT entity_id, field, value, count FROM names WHERE entity_id IN ({})"
        for entity_id, name, value, count in self._rows(sql, list(entity_ids)):
            found.setdefault(entity_id, Counter())[name, value] = count
        return found

    def _values(self, sql: str, values: list[Any]) -> Iterator[Any]:
        return (row[0] for row in self._rows(sql, values))

    def _rows(self, sql: str, values: list[Any]) -> Iterator[tuple[Any, ...]]:
        """The rows of a query with a list of values, which is asked in parts."""
        for start in range(0, len(values), _MOST_PARAMETERS):
            part = values[start : start + _MOST_PARAMETERS]
            yield from self._connection.execute(sql.format(", ".join("?" * len(part))), part)


def _signed(value: int) -> int:
    """An unsigned number of 64 bits as SQLite stores it."""
    return value - 2 * _SIGN if value >= _SIGN else value


@contextmanager
def opened(root: Path) -> Iterator[NeighbourIndex | None]:
    """The index of a store, None if there is none that can be read."""
    path = root / NAME
    if not path.is_file():
        yield None
        return
    connection = sqlite3.connect(path)
    try:
        index = NeighbourIndex(connection)
        yield index if _is_readable(index) else None
    finally:
        connection.close()


def _is_readable(index: NeighbourIndex) -> bool:
    with suppress(sqlite3.DatabaseError):
        return bool(index.mark[0])
    return False


@contextmanager
def created(root: Path) -> Iterator[NeighbourIndex]:
    """An index that replaces that of the store at the end of the block, if it was committed."""
    path = root / f".{NAME}.{os.getpid()}"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        # a file that a crash leaves half written is not renamed, so nothing has to be synchronous
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        for sql in _TABLES:
            connection.execute(sql)
        index = NeighbourIndex(connection)
        yield index
        if index.mark[0]:
            connection.close()
            path.replace(root / NAME)
    finally:
        connection.close()
        path.unlink(missing_ok=True)


def removed(root: Path) -> None:
    """Remove the index, so that the next build is made as a whole."""
    (root / NAME).unlink(missing_ok=True)


def signature(*parts: object) -> str:
    """The signature of what a build is made by: its parts as JSON."""
    return json.dumps(parts, default=_plain, ensure_ascii=False)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else str(value)
