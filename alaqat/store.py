"""Builds on disk: publish frames as one that never changes, read a selection of it; all SQL lives here.

<root>/<build id>/alaqat.duckdb    the frames
<root>/<build id>/search.sqlite    full-text index (FTS5) over folded sentences
<root>/<build id>/manifest.json    counts, versions, checksum
<root>/CURRENT                     the id of the build to read, replaced atomically
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from alaqat import search as index
from alaqat.errors import StoreBroken, StoreMissing
from alaqat.frames import FRAMES, check, fetched, unmasked
from alaqat.records import Selection
from alaqat.sql import FACETS, ORDER, where

ROOT = Path(os.environ.get("ALAQAT_STORE", Path(__file__).resolve().parent.parent / "data" / "build"))
_SQL_TYPES = {
    "str": "VARCHAR",
    "int": "BIGINT",
    "float": "DOUBLE",
    "bool": "BOOLEAN",
    "date": "TIMESTAMP",
    "list": "VARCHAR[]",
}
# Rows of a frame that are hashed at a time: a frame's JSON as a whole would be larger than the frame.
_ROWS = 20_000
# The whole machine is not ours: by default the engine would take 80 % of its memory and all its cores.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "1GB", "threads": 2}


@dataclass(frozen=True, slots=True)
class Build:
    """A published build: its id, folder and manifest (built, version, articles, events, quotes, entities, …)."""

    id: str
    path: Path
    manifest: Mapping[str, Any]


def publish(frames: Mapping[str, pd.DataFrame], *, root: Path | None = None, version: str, built: str) -> Build:
    """Check the frames, write a build and make it current.

    `built` is the time of making, ISO 8601; `version` that of rules and code. The id is a hash of the rows:
    the same rows are the same build. Raises pandera's SchemaError on a frame that breaks its contract.
    """
    root = root or ROOT
    for name, table in frames.items():
        check(name, table)
    identity = _digest(frames)
    made = root / f".{identity}.{os.getpid()}"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    try:
        _write(made, frames, {"id": identity, "shape": _shape(), "version": version, "built": built})
        _place(made, root / identity)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    _point(root, identity)
    return latest(root)


def _write(made: Path, frames: Mapping[str, pd.DataFrame], told: Mapping[str, Any]) -> None:
    _write_frames(made / "alaqat.duckdb", frames)
    index.write(made / "search.sqlite", frames)
    manifest = {**told, "counts": {name: len(table) for name, table in frames.items()}}
    (made / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def _place(made: Path, path: Path) -> None:
    """Give a build its name; one that is there already stays, unless somebody took a part of it away."""
    if path.exists():
        if _whole(path / "manifest.json") and all((path / part.name).exists() for part in made.iterdir()):
            return
        shutil.rmtree(path)
    made.rename(path)


def _digest(frames: Mapping[str, pd.DataFrame]) -> str:
    digest = hashlib.sha256(_shape().encode())
    for name in sorted(frames):
        digest.update(name.encode())
        for start in range(0, len(frames[name]), _ROWS):
            rows = frames[name].iloc[start : start + _ROWS]
            text = rows.to_json(orient="values", date_format="iso", date_unit="us", force_ascii=False)
            digest.update(text.encode(errors="surrogatepass"))
    return digest.hexdigest()[:12]


def _write_frames(path: Path, frames: Mapping[str, pd.DataFrame]) -> None:
    with duckdb.connect(str(path), config=_CONFIG) as connection:
        for name, table in frames.items():
            columns = ", ".join(f'"{column}" {_SQL_TYPES[kind.rstrip("!")]}' for column, kind in FRAMES[name].items())
            connection.execute(f"CREATE TABLE {name} ({columns})")
            connection.register("rows", table)
            if len(table):
                connection.execute(f"INSERT INTO {name} SELECT * FROM rows")
            connection.unregister("rows")


def _point(root: Path, identity: str) -> None:
    """Replace `CURRENT` in one step: a reader sees the old name or the new one, never half of it."""
    fresh = root / f".CURRENT.{os.getpid()}"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(identity)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(root / "CURRENT")


def latest(root: Path | None = None) -> Build:
    """The current build. Raises StoreMissing when none was published, StoreBroken when it is not whole."""
    root = root or ROOT
    pointer = root / "CURRENT"
    if not pointer.exists():
        raise StoreMissing(f"{root}: nothing has been built yet; run: python -m alaqat build")
    identity = pointer.read_text(encoding="utf-8").strip()
    path = root / identity / "manifest.json"
    try:
        manifest = _manifest(path, path.stat().st_mtime_ns)
    except (OSError, ValueError) as error:
        raise StoreBroken(f"{root / identity}: is not whole ({error}); run: python -m alaqat build") from error
    if manifest.get("shape") != _shape():
        raise StoreBroken(f"{root / identity}: was made by another version; run: python -m alaqat rebuild")
    return Build(identity, root / identity, manifest)


@lru_cache(maxsize=4)
def _manifest(path: Path, _changed: int) -> dict[str, Any]:
    """What a build tells of itself, read once: a page asks for it a dozen times."""
    return dict(json.loads(path.read_bytes()))


def texts(root: Path | None = None) -> Mapping[str, list[dict[str, Any]]]:
    """The rows of `articles` and `copies` of the current build, also of one that another version made.

    Both are empty where nothing was built. Raises StoreBroken when the build cannot be read at all.
    """
    pointer = (root or ROOT) / "CURRENT"
    found: dict[str, Any] = {"articles": [], "copies": []}
    if not pointer.exists():
        return found
    build = Build(identity := pointer.read_text(encoding="utf-8").strip(), pointer.parent / identity, {})
    held = set(_query(build, "SELECT table_name FROM duckdb_tables()", [])["table_name"])
    for name in sorted(held & set(found)):
        table = _query(build, f"SELECT * FROM {name}", [])
        found[name] = table.astype("object").where(table.notna(), None).to_dict("records")
    return found


def earlier(build: Build) -> list[Build]:
    """The builds beside `build` that can still be read, newest first."""
    found = [_whole(path) for path in build.path.parent.glob("*/manifest.json") if path.parent != build.path]
    return sorted((one for one in found if one), key=lambda one: str(one.manifest["built"]), reverse=True)


def _whole(manifest: Path) -> Build | None:
    try:
        told = json.loads(manifest.read_bytes())
    except (OSError, ValueError):  # unlike the current build, an old one may be gone or broken
        return None
    return Build(manifest.parent.name, manifest.parent, told) if told.get("shape") == _shape() else None


@cache
def _shape() -> str:
    """A hash of the frame contracts and of the index: a build made under others cannot be read."""
    return hashlib.sha256(json.dumps([FRAMES, index.VERSION]).encode()).hexdigest()[:12]


@lru_cache(maxsize=4)
def _open(path: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(path / "alaqat.duckdb"), read_only=True, config=_CONFIG)


def fetch(build: Build, sql: str, parameters: Sequence[Any] = (), selection: Selection = Selection()) -> dict[str, Any]:
    """Columns of a query, run on its own cursor (threads share a connection), with a search's hits as the view `hits`.

    Arrays are masked where null: making a frame of them takes longer than the query, so that only who needs one pays.
    """
    try:
        cursor = _open(build.path).cursor()
    except duckdb.Error as error:
        raise StoreBroken(f"{build.path}: cannot be opened ({error}); run: python -m alaqat build") from error
    with cursor:
        if selection.query.strip():
            cursor.register("hits", pd.DataFrame({"id": _hits(build.path, selection.query)}))
        return cursor.execute(sql, parameters).fetchnumpy()


def _query(build: Build, sql: str, parameters: Sequence[Any] = (), selection: Selection = Selection()) -> pd.DataFrame:
    columns = fetch(build, sql, parameters, selection)
    plain = {name: unmasked(values) for name, values in columns.items()}
    return pd.DataFrame(
        {name: pd.Series(values, dtype=values.dtype, copy=False) for name, values in plain.items()}, copy=False
    )


def read(
    build: Build,
    name: str,
    selection: Selection = Selection(),
    *,
    columns: Sequence[str] = (),
    only: tuple[str, Sequence[str]] | None = None,
) -> pd.DataFrame:
    """The rows of frame `name` that the selection keeps, in reading order, with the frame's own dtypes.

    `columns` are those wanted, all when empty; `only` a column and the values in it to keep.
    Entities come with the mentions and articles counted within the selection.
    """
    clause, parameters = where(name, selection)
    wanted = ", ".join(f't."{column}"' for column in columns) or "t.*"
    if only:
        clause, parameters = f'({clause}) AND t."{only[0]}" IN (SELECT unnest(?))', [*parameters, list(only[1])]
    if name == "entities" and selection != Selection():  # they are counted within everything as they stand
        rows = f"({_counted(clause)}) t"
    else:
        rows = f"{known(name)} t WHERE {clause}"
    return fetched(name, fetch(build, f"SELECT {wanted} FROM {rows} ORDER BY {ORDER[name]}", parameters, selection))


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
    """Values of a facet with their counts: columns value, label_ar (None where there is none), count.

    Counts are those of the selection without this facet's own filter, most frequent first; years ascend.
    """
    plan = FACETS[name]
    clause, parameters = where(plan.frame, replace(selection, **plan.without))
    return _query(build, plan.sql.format(where=clause), parameters, selection)


def search(build: Build, query: str) -> pd.DataFrame:
    """Sentences that hold every word of `query` in any spelling: columns article_id, sentence."""
    sql = "SELECT article_id, sentence FROM sentences WHERE rowid IN (SELECT id FROM hits)"
    return fetched("sentences", fetch(build, sql, (), Selection(query=query if query.strip() else ".")))


@lru_cache(maxsize=32)
def _hits(path: Path, query: str) -> np.ndarray[Any, Any]:
    """The places of the sentences that a search finds; one rerun asks for them many times."""
    with sqlite3.connect(f"file:{path / 'search.sqlite'}?mode=ro", uri=True) as connection:
        found = np.array(index.find(connection, query), dtype="int64")
    connection.close()
    return found


def highlights(text: str, query: str) -> list[tuple[int, int]]:
    """The stretches of `text` that a search for `query` found, in the text's own spelling."""
    return index.spans(text, query) if query.strip() else []


def neighbours(build: Build, selection: Selection = Selection(), *, most: int | None = None) -> pd.DataFrame:
    """Pairs of entities that sentences of the selection name together: columns a, b, articles, sentences.

    The pairs of most sentences come first; `most` leaves out the others.
    """
    clause, parameters = where("edges", selection)
    order = "ORDER BY sentences DESC, a, b"
    some = "true"
    if most is not None:  # counting the articles of every pair would take most of the time
        first = f"SELECT a, b, count(*) AS sentences FROM edges t WHERE {clause} GROUP BY a, b {order} LIMIT {most:d}"
        some, parameters = f"(t.a, t.b) IN (SELECT (a, b) FROM ({first}))", [*parameters, *parameters]
    sql = (
        "SELECT a, b, count(DISTINCT article_id) AS articles, count(*) AS sentences "
        f"FROM edges t WHERE {some} AND {clause} GROUP BY a, b {order}"
    )
    return _query(build, sql, parameters, selection)


def joint_sentences(build: Build, a: str, b: str, selection: Selection = Selection()) -> pd.DataFrame:
    """The sentences of the selection that name both entities, newest article first."""
    clause, parameters = where("edges", selection)
    first, second = sorted((a, b))
    sql = (
        "SELECT s.* FROM sentences s JOIN articles r USING (article_id) JOIN edges t "
        f"ON t.article_id = s.article_id AND t.sentence = s.sentence WHERE {clause} AND t.a = ? AND t.b = ? "
        "ORDER BY r.published DESC NULLS LAST, s.article_id, s.sentence"
    )
    return fetched("sentences", fetch(build, sql, [*parameters, first, second], selection))
