"""Queries on a build: the rows of a selection, facets, searches, neighbours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import duckdb
import numpy as np
import pandas as pd

from alaqat.model.errors import StoreLost
from alaqat.model.selection import Selection
from alaqat.model.settings import Settings
from alaqat.store import damage
from alaqat.store import search as index
from alaqat.store.builds import (
    Build,
    broken,
    current_id,
    missing_current,
    open_database,
    remember_damage,
)
from alaqat.store.filters_sql import EVERY_ROW, FACETS, ORDER, where
from alaqat.store.schema import FRAMES, fetched, unmasked

# What DuckDB raises for a query that is wrong or takes too much; any other error is of the file.
_QUERY_ERRORS: Final = (
    duckdb.BinderException,
    duckdb.ParserException,
    duckdb.OutOfMemoryException,
    duckdb.InterruptException,
)


def fetch(
    build: Build, sql: str, parameters: Sequence[Any] = (), selection: Selection = Selection()
) -> dict[str, Any]:
    """The columns of a query as arrays, masked where null.

    The query may use the view `hits`, with the ids of the sentences that the selection's search
    finds. Each query has its own cursor, since threads share a connection. Arrays are returned
    because making a frame of them takes longer than the query.
    """
    with _as_broken(build.path), open_database(build.path).cursor() as cursor:
        if selection.query.strip():
            cursor.register("hits", pd.DataFrame({"id": _hits(build.path, selection.query)}))
        return cursor.execute(sql, parameters).fetchnumpy()


@contextmanager
def _as_broken(path: Path) -> Iterator[None]:
    """Raise StoreBroken where the file is damaged, and serve the build in `path` no longer."""
    try:
        yield
    except _QUERY_ERRORS:
        raise
    except (duckdb.Error, UnicodeDecodeError) as error:
        remember_damage(path)
        reason = str(error).partition("\n")[0]
        raise broken(path, f"{damage.DATABASE}: {reason}") from error


def _query(
    build: Build, sql: str, parameters: Sequence[Any] = (), selection: Selection = Selection()
) -> pd.DataFrame:
    columns = fetch(build, sql, parameters, selection)
    plain = {name: unmasked(values) for name, values in columns.items()}
    return pd.DataFrame(
        {name: pd.Series(values, dtype=values.dtype, copy=False) for name, values in plain.items()},
        copy=False,
    )


def read(
    build: Build,
    name: str,
    selection: Selection = Selection(),
    *,
    columns: Sequence[str] = (),
    only: tuple[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """The rows of frame `name` in the selection, in reading order, with the frame's dtypes.

    `columns` are the columns to read (all if empty); `only` is a column and the values to select in
    it. The mentions and articles of entities are counted within the selection.
    """
    clause, parameters = where(name, selection)
    should_count = name == "entities" and clause != EVERY_ROW  # else the stored counts are right
    wanted = ", ".join(f't."{column}"' for column in columns or FRAMES[known(name)])
    if only:
        clause, parameters = (
            f'({clause}) AND t."{only[0]}" IN (SELECT unnest(?))',
            [*parameters, list(only[1])],
        )
    rows = f"({_counted(clause)}) t" if should_count else f"{known(name)} t WHERE {clause}"
    return fetched(
        name,
        fetch(build, f"SELECT {wanted} FROM {rows} ORDER BY {ORDER[name]}", parameters, selection),
    )


def texts(root: Path | None = None) -> Mapping[str, list[dict[str, Any]]]:
    """The rows of `articles` and `copies` of the current build, which may be of another version.

    Both are empty if there is no build. Raises StoreLost if there are builds and
    none is the current one, and StoreBroken if the build cannot be read.
    """
    root = root or Settings.from_env().store
    rows: dict[str, Any] = {"articles": [], "copies": []}
    identity = current_id(root)
    if identity is None:
        error = missing_current(root)
        if isinstance(error, StoreLost):
            raise error
        return rows
    build = Build.at(root / identity, {})
    if not (build.path / damage.DATABASE).is_file():
        raise broken(build.path, f"{damage.DATABASE} is missing")
    names = set(_query(build, "SELECT table_name FROM duckdb_tables()", [])["table_name"])
    for name in sorted(names & set(rows)):
        table = _query(build, f"SELECT * FROM {name}", [])
        rows[name] = table.astype("object").where(table.notna(), None).to_dict("records")
    return rows


def known(name: str) -> str:
    """The name of a frame. Raises KeyError for any other."""
    if name not in FRAMES:
        raise KeyError(f"there is no frame {name!r}; there are {', '.join(FRAMES)}")
    return name


def _counted(clause: str) -> str:
    return (
        "SELECT e.* REPLACE (n.mentions AS mentions, n.articles AS articles) FROM entities e JOIN "
        "(SELECT entity_id, count(*) AS mentions, count(DISTINCT article_id) AS articles "
        f"FROM mentions t WHERE {clause} GROUP BY entity_id) n USING (entity_id)"
    )


def facet(build: Build, name: str, selection: Selection = Selection()) -> pd.DataFrame:
    """Values of a facet with their counts: columns value, label_ar (or None), count.

    The counts are those of the selection without the facet's own filter, most frequent first, years
    in ascending order.
    """
    plan = FACETS[name]
    clause, parameters = plan.where(selection)
    return _query(build, plan.sql.format(where=clause), parameters, selection)


@lru_cache(maxsize=32)
def _hits(path: Path, query: str) -> np.ndarray[Any, Any]:
    """The numbers of the sentences that a search finds; cached, as a rerun reads them often."""
    with _search_index(path) as connection:
        return np.array(index.find(connection, query), dtype="int64")


@contextmanager
def _search_index(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to the index of a build; raises StoreBroken where the index is damaged."""
    address = f"{(path / damage.SEARCH).resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as connection:
            yield connection
    except sqlite3.DatabaseError as error:
        remember_damage(path)
        raise broken(path, f"{damage.SEARCH}: {error}") from error


def related(build: Build, query: str) -> list[str]:
    """The words related to those of a query that the build's sentences have."""
    with _search_index(build.path) as connection:
        return index.related(connection, query)


def highlights(text: str, query: str) -> list[tuple[int, int]]:
    """The spans of `text` that match a word of `query`, as source offsets."""
    return index.spans(text, query) if query.strip() else []


def neighbours(
    build: Build,
    selection: Selection = Selection(),
    *,
    most: int | None = None,
    among: Sequence[str] | None = None,
    one: str | None = None,
) -> pd.DataFrame:
    """Pairs of entities in one sentence of the selection: columns a, b, articles, sentences.

    The pairs with most sentences come first; `most` limits their number. With `among` both entities
    are among these ids, with `one` one of the two is it.
    """
    clause, parameters = where("edges", selection)
    if among is not None:
        ids = "(SELECT unnest(CAST(? AS VARCHAR[])))"
        clause = f"t.a IN {ids} AND t.b IN {ids} AND ({clause})"
        parameters = [list(among), list(among), *parameters]
    if one is not None:
        clause, parameters = f"? IN (t.a, t.b) AND ({clause})", [one, *parameters]
    order = "ORDER BY sentences DESC, a, b"
    some = "true"
    if most is not None:  # counting the articles of every pair would take most of the time
        first = (
            f"SELECT a, b, count(*) AS sentences FROM edges t WHERE {clause} "
            f"GROUP BY a, b {order} LIMIT {most:d}"
        )
        some, parameters = (
            f"(t.a, t.b) IN (SELECT (a, b) FROM ({first}))",
            [*parameters, *parameters],
        )
    sql = (
        "SELECT a, b, count(DISTINCT article_id) AS articles, count(*) AS sentences "
        f"FROM edges t WHERE {some} AND {clause} GROUP BY a, b {order}"
    )
    return _query(build, sql, parameters, selection)


def joint_sentences(
    build: Build, a: str, b: str, selection: Selection = Selection()
) -> pd.DataFrame:
    """The sentences of the selection that name both entities, newest article first."""
    clause, parameters = where("edges", selection)
    first, second = sorted((a, b))
    columns = ", ".join(f's."{column}"' for column in FRAMES["sentences"])
    sql = (
        f"SELECT {columns} FROM sentences s JOIN articles r USING (article_id) JOIN edges t "
        "ON t.article_id = s.article_id AND t.sentence = s.sentence "
        f"WHERE {clause} AND t.a = ? AND t.b = ? "
        "ORDER BY r.published DESC NULLS LAST, s.article_id, s.sentence"
    )
    return fetched("sentences", fetch(build, sql, [*parameters, first, second], selection))
