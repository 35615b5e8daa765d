"""Publishes frames as a build, which is never changed, and makes it the current one atomically."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
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
# Rows hashed at a time, since the JSON of a whole frame takes more memory than the frame.
_HASHED_ROWS = 20_000


def publish(
    frames: Mapping[str, pd.DataFrame],
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
    for name, table in frames.items():
        check(name, table)
    identity = _digest(frames)
    unfinished = leftover_path(root, identity)
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        manifest = {
            "id": identity,
            "shape": shape(),
            "version": version,
            "built": built,
            **details,
        }
        _write(unfinished, frames, manifest)
        _move(unfinished, root / identity)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    set_current(root, identity)
    return latest(root)


def _write(folder: Path, frames: Mapping[str, pd.DataFrame], manifest: Mapping[str, Any]) -> None:
    _write_frames(folder / "alaqat.duckdb", frames)
    index.write(folder / "search.sqlite", frames)
    counts = {name: len(table) for name, table in frames.items()}
    complete = damage.with_checksums({**manifest, "counts": counts}, folder)
    text = json.dumps(complete, indent=1)
    (folder / "manifest.json").write_text(text, encoding="utf-8")


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


def _digest(frames: Mapping[str, pd.DataFrame]) -> str:
    digest = hashlib.sha256(shape().encode())
    for name in sorted(frames):
        digest.update(name.encode())
        for start in range(0, len(frames[name]), _HASHED_ROWS):
            rows = frames[name].iloc[start : start + _HASHED_ROWS]
            text = rows.to_json(
                orient="values", date_format="iso", date_unit="us", force_ascii=False
            )
            digest.update(text.encode(errors="surrogatepass"))
    return digest.hexdigest()[:12]


def _write_frames(path: Path, frames: Mapping[str, pd.DataFrame]) -> None:
    if "?" in str(path):  # DuckDB reads what follows as parameters
        with TemporaryDirectory() as folder:
            _write_frames(Path(folder, path.name), frames)
            shutil.move(Path(folder, path.name), path)
        return
    with duckdb.connect(str(path), config=CONFIG) as connection:
        for name, table in frames.items():
            columns = ", ".join(
                f'"{column}" {_SQL_TYPES[kind.rstrip("!")]}'
                for column, kind in FRAMES[name].items()
            )
            connection.execute(f"CREATE TABLE {name} ({columns})")
            connection.register("rows", table)
            if len(table):
                connection.execute(f"INSERT INTO {name} SELECT * FROM rows")
            connection.unregister("rows")
        connection.execute("CHECKPOINT")  # closing swallows what fails in it, such as a full disk


def set_current(root: Path, identity: str) -> None:
    """Replace `CURRENT` atomically: readers see the old id or the new one."""
    new_file = root / f".CURRENT.{os.getpid()}"
    with new_file.open("w", encoding="utf-8") as file:
        file.write(identity)
        file.flush()
        os.fsync(file.fileno())
    new_file.replace(root / "CURRENT")
