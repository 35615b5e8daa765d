"""Publishes a build that differs from an earlier one in some rows, at the cost of these rows.

The parts of the earlier build are copied, which takes about two seconds a gigabyte with its
checksums, and changed in place; the earlier build stays as it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import pandas as pd

from alaqat.store import damage, search
from alaqat.store.builds import Build
from alaqat.store.publish import (
    Sums,
    finish,
    insert,
    sums_of,
    unfinished_build,
    written_database,
)
from alaqat.store.schema import require

# Sentences of some articles or that mention some entities, with their entities' names.
_ENTRIES = (
    "WITH wanted AS (SELECT article_id, sentence FROM sentences WHERE article_id IN "
    "(SELECT unnest(?)) UNION SELECT article_id, sentence FROM mentions WHERE entity_id IN "
    "(SELECT unnest(?))) "
    "SELECT s.row, s.text, "
    "coalesce(list(n.canonical_en) FILTER (n.entity_id IS NOT NULL), []), "
    "coalesce(list(n.canonical_ar) FILTER (n.entity_id IS NOT NULL), []) "
    "FROM wanted JOIN sentences s USING (article_id, sentence) "
    "LEFT JOIN mentions m USING (article_id, sentence) "
    "LEFT JOIN entities n USING (entity_id) GROUP BY s.row, s.text"
)


@dataclass(frozen=True, slots=True)
class Delta:
    """The rows in which a build differs from an earlier one.

    `gone` names for a frame a column and the values of it whose rows leave; `come` are the rows
    that come. `articles` are those whose sentences leave or come, `renamed` the entities whose
    names differ.
    """

    gone: Mapping[str, tuple[str, Sequence[str]]] = field(default_factory=dict)
    come: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    articles: Sequence[str] = ()
    renamed: Sequence[str] = ()


def publish_successor(build: Build, delta: Delta, details: Mapping[str, Any]) -> Build:
    """Publish the build that follows from `build` by `delta`; `details` go into its manifest.

    Raises ValueError if a frame breaks its contract.
    """
    for name, table in delta.come.items():
        require(name, table)
    root = build.path.parent
    with unfinished_build(root) as folder:
        for part in damage.PARTS:
            shutil.copyfile(build.path / part, folder / part)
        with written_database(folder / damage.DATABASE) as connection:
            before = dict(_entries(connection, delta))
            sums = _changed_rows(connection, build.manifest, delta)
            after = dict(_entries(connection, delta))
        gone = before.items() - after.items()
        come = after.items() - before.items()
        search.change(folder / damage.SEARCH, sorted(gone), sorted(come))
        return finish(folder, root, sums, details)


def _changed_rows(
    connection: duckdb.DuckDBPyConnection, manifest: Mapping[str, Any], delta: Delta
) -> dict[str, Sums]:
    """Change the rows of the frames and return the sums of all their rows."""
    sums = {
        name: (int(count), int(manifest["sums"][name]))
        for name, count in manifest["counts"].items()
    }
    connection.execute("BEGIN")
    for name, (column, values) in delta.gone.items():
        clause = f't."{column}" IN (SELECT unnest(?))'
        sums[name] = _plus(sums[name], sums_of(connection, name, clause, [list(values)]), -1)
        connection.execute(f"DELETE FROM {name} t WHERE {clause}", [list(values)])
    for name, table in delta.come.items():
        sums[name] = _plus(sums[name], insert(connection, name, table), 1)
    connection.execute("COMMIT")
    return sums


def _plus(sums: Sums, other: Sums, sign: int) -> Sums:
    return sums[0] + sign * other[0], sums[1] + sign * other[1]


def _entries(connection: duckdb.DuckDBPyConnection, delta: Delta) -> Iterator[search.Entry]:
    """What the index has of the sentences that the delta concerns, as the frames are now."""
    rows: Iterable[Any] = connection.execute(
        _ENTRIES, [list(delta.articles), list(delta.renamed)]
    ).fetchall()
    for number, text, english, arabic in rows:
        names = sorted(map(search.name_key, english, arabic))
        yield number, search.entry(text, names)
