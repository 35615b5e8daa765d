"""What became of an event or quote of an earlier build that the current one does not have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alaqat.store.builds import Build
from alaqat.store.comparison import why_removed
from alaqat.store.edition import edition
from components.data import event_queries, queries
from components.data.frame_rows import rows

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LostRecord:
    """A row of the frame `events` or `quotes` that is no longer there.

    `build` is the newest that had it, `version` the version of that build, `reason` why it is gone
    (one of those of `alaqat.store.comparison`). `successors` are the rows at its place now,
    `has_article` is True if its article is still held.
    """

    row: Row
    build: Build
    version: str
    reason: str
    successors: tuple[Row, ...]
    has_article: bool


def lost_record(table: str, key: str, identity: str) -> LostRecord | None:
    """The row with `identity` in the column `key` of an earlier build; None if none has it."""
    found = queries.row_of_earlier_build(table, key, identity)
    if found is None:
        return None
    build, row = found
    return LostRecord(
        row=row,
        build=build,
        version=edition(build).version,
        reason=why_removed(build, queries.build(), row["article_id"], identity),
        successors=tuple(_successors(table, row)),
        has_article=event_queries.article_of(row) is not None,
    )


def _successors(table: str, former: Row) -> list[Row]:
    if table == "events":
        return event_queries.successors(former)
    quotes = queries.rows_among("quotes", "article_id", [former["article_id"]])
    return rows(quotes[(quotes["start"] < former["end"]) & (quotes["end"] > former["start"])])
