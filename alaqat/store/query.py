"""Queries on a build: the rows of a selection, facets, searches, neighbours."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from alaqat.model.errors import StoreBroken
from alaqat.model.selection import Selection
from alaqat.model.settings import Settings
from alaqat.store import search as index
from alaqat.store.builds import Build, open_database
from alaqat.store.filters_sql import FACETS, ORDER, where
from alaqat.store.schema import FRAMES, fetched, unmasked


def fetch(
    build: Build, sql: str, parameters: Sequence[Any] = (), selection: Selection = Selection()
) -> dict[str, Any]:
    """The columns of a query as arrays, masked where null.

    The query may use the view `hits`, with the ids of the sentences that the selection's search
    finds. Each query has its own cursor, since threads share a connection. Arrays are returned
    because making a frame of them takes longer than the query.
    """
    try:
        cursor = open_database(build.path).cursor()
    except duckdb.Error as error:
        raise StoreBroken(
            f"{build.path}: cannot be opened ({error}); run: python -m alaqat build"
        ) from error
    with cursor:
        if selection.query.strip():
            cursor.register("hits", pd.DataFrame({"id": _hits(build.path, selection.query)}))
        return cursor.execute(sql, parameters).fetchnumpy()


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
    wanted = ", ".join(f't."{column}"' for column in columns) or "t.*"
    if only:
        clause, parameters = (
            f'({clause}) AND t."{only[0]}" IN (SELECT unnest(?))',
            [*parameters, list(only[1])],
        )
    if name == "entities" and selection != Selection():  # without one the stored counts are right
        rows = f"({_counted(clause)}) t"
    else:
        rows = f"{known(name)} t WHERE {clause}"
    return fetched(
        name,
        fetch(build, f"SELECT {wanted} FROM {rows} ORDER BY {ORDER[name]}", parameters, selection),
    )


def texts(root: Path | None = None) -> Mapping[str, list[dict[str, Any]]]:
    """The rows of `articles` and `copies` of the current build, which may be of another version.

    Both are empty if there is no build. Raises StoreBroken if the build cannot be read.
    """
    pointer = (root or Settings.from_env().store) / "CURRENT"
    rows: dict[str, Any] = {"articles": [], "copies": []}
    if not pointer.exists():
        return rows
    build = Build(
        identity := pointer.read_text(encoding="utf-8").strip(), pointer.parent / identity, {}
    )
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
    """The row numbers of the sentences that a search finds; cached, as a rerun reads them often."""
    with sqlite3.connect(f"file:{path / 'search.sqlite'}?mode=ro", uri=True) as connection:
        row_numbers = np.array(index.find(connection, query), dtype="int64")
    connection.close()
    return row_numbers


def highlights(text: str, query: str) -> list[tuple[int, int]]:
    """The spans of `text` that match a word of `query`, as source offsets."""
    return index.spans(text, query) if query.strip() else []


def neighbours(
    build: Build, selection: Selection = Selection(), *, most: int | None = None
) -> pd.DataFrame:
    """Pairs of entities in one sentence of the selection: columns a, b, articles, sentences.

    The pairs with most sentences come first; `most` limits their number.
    """
    clause, parameters = where("edges", selection)
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
    sql = (
        "SELECT s.* FROM sentences s JOIN articles r USING (article_id) JOIN edges t "
        "ON t.article_id = s.article_id AND t.sentence = s.sentence "
        f"WHERE {clause} AND t.a = ? AND t.b = ? "
        "ORDER BY r.published DESC NULLS LAST, s.article_id, s.sentence"
    )
    return fetched("sentences", fetch(build, sql, [*parameters, first, second], selection))
