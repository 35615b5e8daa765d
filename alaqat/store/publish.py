"""Publishing: frames become a build that never changes, and the current one in one step."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from alaqat.model.settings import Settings
from alaqat.store import search as index
from alaqat.store.builds import CONFIG, Build, latest, shape, whole
from alaqat.store.schema import FRAMES, check

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


def publish(
    frames: Mapping[str, pd.DataFrame], *, root: Path | None = None, version: str, built: str
) -> Build:
    """Check the frames, write a build and make it current.

    `built` is the time of making, ISO 8601; `version` that of rules and code. The id is a hash of the rows:
    the same rows are the same build. Raises pandera's SchemaError on a frame that breaks its contract.
    """
    root = root or Settings.from_env().store
    for name, table in frames.items():
        check(name, table)
    identity = _digest(frames)
    made = root / f".{identity}.{os.getpid()}"
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    try:
        _write(made, frames, {"id": identity, "shape": shape(), "version": version, "built": built})
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
        if whole(path / "manifest.json") and all(
            (path / part.name).exists() for part in made.iterdir()
        ):
            return
        shutil.rmtree(path)
    made.rename(path)


def _digest(frames: Mapping[str, pd.DataFrame]) -> str:
    digest = hashlib.sha256(shape().encode())
    for name in sorted(frames):
        digest.update(name.encode())
        for start in range(0, len(frames[name]), _ROWS):
            rows = frames[name].iloc[start : start + _ROWS]
            text = rows.to_json(
                orient="values", date_format="iso", date_unit="us", force_ascii=False
            )
            digest.update(text.encode(errors="surrogatepass"))
    return digest.hexdigest()[:12]


def _write_frames(path: Path, frames: Mapping[str, pd.DataFrame]) -> None:
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


def _point(root: Path, identity: str) -> None:
    """Replace `CURRENT` in one step: a reader sees the old name or the new one, never half of it."""
    fresh = root / f".CURRENT.{os.getpid()}"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(identity)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(root / "CURRENT")
