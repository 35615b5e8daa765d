"""Builds on disk: how they are found and opened.

<root>/<build id>/alaqat.duckdb    the frames
<root>/<build id>/search.sqlite    full-text index (FTS5) over folded sentences
<root>/<build id>/manifest.json    counts, versions, checksum
<root>/CURRENT                     the id of the build to read, replaced atomically
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb

from alaqat.model.errors import StoreBroken, StoreMissing
from alaqat.model.settings import Settings
from alaqat.store import search as index
from alaqat.store.schema import FRAMES

# The whole machine is not ours: by default the engine would take 80 % of its memory and all its cores.
CONFIG: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "1GB", "threads": 2}


@dataclass(frozen=True, slots=True)
class Build:
    """A published build: its id, folder and manifest (built, version, articles, events, quotes, entities, …)."""

    id: str
    path: Path
    manifest: Mapping[str, Any]


def latest(root: Path | None = None) -> Build:
    """The current build. Raises StoreMissing when none was published, StoreBroken when it is not whole."""
    root = root or Settings.from_env().store
    pointer = root / "CURRENT"
    if not pointer.exists():
        raise StoreMissing(f"{root}: nothing has been built yet; run: python -m alaqat build")
    identity = pointer.read_text(encoding="utf-8").strip()
    path = root / identity / "manifest.json"
    try:
        manifest = manifest_at(path, path.stat().st_mtime_ns)
    except (OSError, ValueError) as error:
        raise StoreBroken(
            f"{root / identity}: is not whole ({error}); run: python -m alaqat build"
        ) from error
    if manifest.get("shape") != shape():
        raise StoreBroken(
            f"{root / identity}: was made by another version; run: python -m alaqat rebuild"
        )
    return Build(identity, root / identity, manifest)


@lru_cache(maxsize=4)
def manifest_at(path: Path, _changed: int) -> dict[str, Any]:
    """What a build tells of itself, read once: a page asks for it a dozen times."""
    return dict(json.loads(path.read_bytes()))


def earlier(build: Build) -> list[Build]:
    """The builds beside `build` that can still be read, newest first."""
    found = [
        whole(path)
        for path in build.path.parent.glob("*/manifest.json")
        if path.parent != build.path
    ]
    return sorted(
        (one for one in found if one), key=lambda one: str(one.manifest["built"]), reverse=True
    )


def whole(manifest: Path) -> Build | None:
    """The build of a manifest file, None where it is gone, broken or of another version."""
    try:
        told = json.loads(manifest.read_bytes())
    except (OSError, ValueError):  # unlike the current build, an old one may be gone or broken
        return None
    return (
        Build(manifest.parent.name, manifest.parent, told) if told.get("shape") == shape() else None
    )


@cache
def shape() -> str:
    """A hash of the frame contracts and of the index: a build made under others cannot be read."""
    return hashlib.sha256(json.dumps([FRAMES, index.VERSION]).encode()).hexdigest()[:12]


@lru_cache(maxsize=4)
def open_database(path: Path) -> duckdb.DuckDBPyConnection:
    """The frames of the build in folder `path`, opened once and read only; threads share the connection."""
    return duckdb.connect(str(path / "alaqat.duckdb"), read_only=True, config=CONFIG)
