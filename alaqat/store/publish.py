"""Publishes frames as a build, which is never changed, and makes it the current one atomically."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

import duckdb
import pandas as pd

from alaqat.model.settings import Settings
from alaqat.store import damage
from alaqat.store import search as index
from alaqat.store.builds import CONFIG, Build, latest, readable_build, shape
from alaqat.store.lock import leftover_path
from alaqat.store.schema import FRAMES, check

_SQL_TYPES = {
    "str": "VARCHAR",
    "int": "BIGINT",
    "offset": "BIGINT",
    "float": "DOUBLE",
    "bool": "BOOLEAN",
    "date": "TIMESTAMP",
    "list": "VARCHAR[]",
}
# Memory of the database while a build is written; it goes to disk beyond.
_WRITING = "250MB"
# The number of rows of a frame and the sum of their hashes.
Sums = tuple[int, int]
# A frame, or its parts one after the other.
Table = pd.DataFrame | Iterable[pd.DataFrame]


def publish(
    frames: Mapping[str, Table],
    *,
    root: Path | None = None,
    version: str,
    built: str,
    details: Mapping[str, Any] = MappingProxyType({}),
) -> Build:
    """Check the frames, write a build and make it current.

    `built` is the time in ISO 8601, `version` that of rules and code, `details` are more
    entries of the manifest, such as the reader. The id is a hash of the rows, so that the same rows
    give the same build. Raises pandera's SchemaError if a frame breaks its contract.
    """
    root = root or Settings.from_env().store
    with unfinished_build(root) as folder:
        with written_database(folder / damage.DATABASE) as connection:
            sums = _write_frames(connection, frames)
            index.write(folder / damage.SEARCH, connection)
        return finish(folder, root, sums, {"version": version, "built": built, **details})


@contextmanager
def unfinished_build(root: Path) -> Iterator[Path]:
    """An empty folder in the store for the parts of a build; readers do not see it."""
    folder = leftover_path(root, secrets.token_hex(6))
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def finish(folder: Path, root: Path, sums: Mapping[str, Sums], details: Mapping[str, Any]) -> Build:
    """Write the manifest of the build in `folder`, make the build current and return it.

    `sums` are those of its frames by name, `details` more entries of the manifest.
    """
    identity = _identity(sums)
    manifest = {
        "id": identity,
        "shape": shape(),
        **details,
        "counts": {name: count for name, (count, _) in sums.items()},
        "sums": {name: str(total) for name, (_, total) in sums.items()},
    }
    text = json.dumps(damage.with_checksums(manifest, folder), indent=1)
    (folder / damage.MANIFEST).write_text(text, encoding="utf-8")
    _move(folder, root / identity)
    set_current(root, identity)
    return latest(root)


def _move(unfinished: Path, path: Path) -> None:
    """Rename a finished build to its final name, unless a complete build has that name."""
    if path.exists():
        if _is_complete(path):
            return
        _remove(path)
    unfinished.rename(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _is_complete(path: Path) -> bool:
    build = readable_build(path / damage.MANIFEST)
    return build is not None and not damage.damage(path, build.manifest)


def _identity(sums: Mapping[str, Sums]) -> str:
    parts = (f"{name} {count} {total}" for name, (count, total) in sorted(sums.items()))
    return hashlib.sha256("\n".join((shape(), *parts)).encode()).hexdigest()[:12]


def _write_frames(
    connection: duckdb.DuckDBPyConnection, frames: Mapping[str, Table]
) -> dict[str, Sums]:
    for name in frames:
        columns = ", ".join(f'"{column}" {kind}' for column, kind in _sql_types(name).items())
        numbers = ', "row" BIGINT' if name == "sentences" else ""
        connection.execute(f"CREATE TABLE {name} ({columns}{numbers})")
    return {name: _write_frame(connection, name, table) for name, table in frames.items()}


def _write_frame(connection: duckdb.DuckDBPyConnection, name: str, table: Table) -> Sums:
    """Check and add the parts of a frame."""
    rows = total = 0
    for part in [table] if isinstance(table, pd.DataFrame) else table:
        check(name, part)
        count, hashes = insert(connection, name, part)
        rows, total = rows + count, total + hashes
    return rows, total


def _sql_types(name: str) -> dict[str, str]:
    return {column: _SQL_TYPES[kind.rstrip("!")] for column, kind in FRAMES[name].items()}


@contextmanager
def written_database(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that writes a database, which is whole on disk at the end of the block."""
    if "?" in str(path):  # DuckDB reads what follows as parameters
        with TemporaryDirectory() as folder:
            plain = Path(folder, path.name)
            if path.exists():
                shutil.move(path, plain)
            with written_database(plain) as connection:
                yield connection
            shutil.move(plain, path)
        return
    with duckdb.connect(str(path), config=CONFIG | {"memory_limit": _WRITING}) as connection:
        yield connection
        connection.execute("CHECKPOINT")  # closing swallows what fails in it, such as a full disk


def insert(connection: duckdb.DuckDBPyConnection, name: str, table: pd.DataFrame) -> Sums:
    """Add rows to a frame and return their sums; sentences get numbers, which the search finds."""
    if table.empty:
        return 0, 0
    rows = table
    if name == "sentences":
        sql = 'SELECT coalesce(max("row") + 1, 0) FROM sentences'
        ((first,),) = connection.execute(sql).fetchall()
        rows = table.assign(row=range(first, first + len(table)))
    connection.register("rows", rows)
    connection.execute(f"INSERT INTO {name} SELECT * FROM rows")
    sums = sums_of(connection, name, rows="rows")
    connection.unregister("rows")
    return sums


def sums_of(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    clause: str = "true",
    parameters: Sequence[object] = (),
    *,
    rows: str = "",
) -> Sums:
    """The number of a frame's rows that meet a condition, and the sum of their hashes.

    It does not depend on the order of the rows, and follows from those of its parts. `rows` is
    another table with rows of the frame.
    """
    values = ", ".join(f'CAST(t."{column}" AS {kind})' for column, kind in _sql_types(name).items())
    sql = f"SELECT count(*), coalesce(sum(hash({values})), 0) FROM {rows or name} t WHERE {clause}"
    ((count, total),) = connection.execute(sql, parameters).fetchall()
    return int(count), int(total)


def set_current(root: Path, identity: str) -> None:
    """Replace `CURRENT` atomically: readers see the old id or the new one."""
    new_file = root / f".CURRENT.{os.getpid()}"
    with new_file.open("w", encoding="utf-8") as file:
        file.write(identity)
        file.flush()
        os.fsync(file.fileno())
    new_file.replace(root / "CURRENT")
