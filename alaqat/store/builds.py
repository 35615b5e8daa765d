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
from alaqat.store import search
from alaqat.store.schema import FRAMES

# DuckDB's default is 80 % of the machine's memory and all its cores
CONFIG: dict[str, str | bool | int | float | list[str]] = {"memory_limit": "1GB", "threads": 2}


@dataclass(frozen=True, slots=True)
class Build:
    """A published build: its id, folder and manifest (built, version, numbers of records)."""

    id: str
    path: Path
    manifest: Mapping[str, Any]

    @classmethod
    def at(cls, path: Path, manifest: Mapping[str, Any]) -> Build:
        """The build in folder `path`, which is named after its id."""
        return cls(path.name, path, manifest)


def latest(root: Path | None = None) -> Build:
    """The current build.

    Raises StoreMissing if none was published, and StoreBroken if it is not complete or was made by
    another version.
    """
    root = root or Settings.from_env().store
    pointer = root / "CURRENT"
    if not pointer.exists():
        raise StoreMissing(f"{root}: nothing has been built yet; run: python -m alaqat build")
    path = root / pointer.read_text(encoding="utf-8").strip()
    manifest_path = path / "manifest.json"
    try:
        manifest = _read_manifest(manifest_path, manifest_path.stat().st_mtime_ns)
    except (OSError, ValueError) as error:
        raise StoreBroken(f"{path}: is not whole ({error}); run: python -m alaqat build") from error
    if manifest.get("shape") != shape():
        raise StoreBroken(f"{path}: was made by another version; run: python -m alaqat rebuild")
    return Build.at(path, manifest)


@lru_cache(maxsize=4)
def _read_manifest(path: Path, _modified: int) -> dict[str, Any]:
    """The manifest of a build. It is cached until the file changes, as pages read it often."""
    return dict(json.loads(path.read_bytes()))


def earlier(build: Build) -> list[Build]:
    """The other builds of the store that can still be read, newest first."""
    manifests = build.path.parent.glob("*/manifest.json")
    builds = [readable_build(manifest) for manifest in manifests if manifest.parent != build.path]
    readable = [other for other in builds if other is not None]
    return sorted(readable, key=lambda other: str(other.manifest["built"]), reverse=True)


def readable_build(manifest_path: Path) -> Build | None:
    """The build of a manifest file, None if it is gone, broken or of another version."""
    try:
        manifest = json.loads(manifest_path.read_bytes())
    except (OSError, ValueError):
        return None
    if manifest.get("shape") != shape():
        return None
    return Build.at(manifest_path.parent, manifest)


@cache
def shape() -> str:
    """A hash of the frame contracts and the index version; only builds with the same are read."""
    return hashlib.sha256(json.dumps([FRAMES, search.VERSION]).encode()).hexdigest()[:12]


@lru_cache(maxsize=4)
def open_database(path: Path) -> duckdb.DuckDBPyConnection:
    """The frames of the build in folder `path`: one read-only connection for all threads."""
    return duckdb.connect(str(path / "alaqat.duckdb"), read_only=True, config=CONFIG)
