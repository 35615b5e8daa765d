"""Builds on disk: how they are found and opened.

<root>/<build id>/alaqat.duckdb    the frames
<root>/<build id>/search.sqlite    full-text index (FTS5) over folded sentences
<root>/<build id>/manifest.json    counts, versions, sizes and checksums of the parts
<root>/CURRENT                     the id of the build to read, replaced atomically

Beside them lie files that can be made anew: `annotations.sqlite` (what was found in each article)
and `neighbours.sqlite` (what new articles are compared with).
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb

from alaqat.model.errors import StoreBroken, StoreLost, StoreMissing, StoreOutdated
from alaqat.model.settings import Settings
from alaqat.store import damage, search
from alaqat.store.schema import FRAMES

_ID = re.compile("[0-9a-f]{12}")
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

    Raises StoreMissing if none was published, StoreBroken if it is damaged or the pointer to it is
    lost, and StoreOutdated if it was made by another version.
    """
    root = root or Settings.from_env().store
    identity = current_id(root)
    if identity is None:
        raise missing_current(root)
    path = root / identity
    manifest_path = path / damage.MANIFEST
    try:
        manifest = _read_manifest(manifest_path, manifest_path.stat().st_mtime_ns)
    except (OSError, ValueError) as error:
        raise broken(path, error) from error
    problems = [*_known_damage(path), *damage.visible_damage(path, manifest)]
    if problems:
        raise broken(path, "; ".join(problems))
    if manifest.get("shape") != shape():
        raise StoreOutdated(f"{path}: was made by another version; run: python -m alaqat rebuild")
    return Build.at(path, manifest)


def served(root: Path | None = None) -> tuple[Build, StoreBroken | None]:
    """The build to show: the current one, or if it is damaged the newest other that is not.

    The second part is the damage, None for the current build. Raises as `latest` does if there is
    no other build.
    """
    root = root or Settings.from_env().store
    try:
        return latest(root), None
    except StoreOutdated:
        raise
    except StoreBroken as error:
        whole = (build for build in builds_in(root) if _is_readable(build))
        build = next(whole, None)
        if build is None:
            raise
        return build, error


def current_id(root: Path) -> str | None:
    """The id in the file CURRENT, None if there is no such file or no id in it."""
    try:
        identity = (root / "CURRENT").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    return identity if _ID.fullmatch(identity) else None


def missing_current(root: Path) -> StoreMissing | StoreLost:
    """What to raise where no build is the current one: StoreLost if there are builds."""
    if not any(build_folders(root)):
        return StoreMissing(f"{root}: nothing has been built yet; run: python -m alaqat build")
    return StoreLost(
        f"{root}: holds builds, but its file CURRENT, which names the one to read, is lost; "
        "run: python -m alaqat restore"
    )


def broken(path: Path, problem: object) -> StoreBroken:
    """The error of a build in folder `path` that is damaged."""
    return StoreBroken(f"{path}: is not whole ({problem}); run: python -m alaqat restore")


def _is_readable(build: Build) -> bool:
    if build.manifest.get("shape") != shape() or any(_known_damage(build.path)):
        return False
    return not any(damage.visible_damage(build.path, build.manifest))


def build_folders(root: Path) -> list[Path]:
    """The folders that are named as builds are."""
    try:
        return [path for path in root.iterdir() if path.is_dir() and _ID.fullmatch(path.name)]
    except OSError:
        return []


@lru_cache(maxsize=4)
def _read_manifest(path: Path, _modified: int) -> dict[str, Any]:
    """The manifest of a build. It is cached until the file changes, as pages read it often."""
    return damage.read_manifest(path)


# Builds that turned out to be damaged while they were read, with the inode of their manifest: a new
# build of the same name has another.
_DAMAGED: dict[Path, int] = {}


def remember_damage(path: Path) -> None:
    """Serve the build in folder `path` no longer: reading it showed that it is damaged."""
    _DAMAGED[path] = _inode(path)
    close_databases()


def _known_damage(path: Path) -> list[str]:
    is_known = path in _DAMAGED and _DAMAGED[path] == _inode(path)
    return ["a part of it cannot be read"] if is_known else []


def _inode(path: Path) -> int:
    try:
        return (path / damage.MANIFEST).stat().st_ino
    except OSError:
        return 0


def builds_in(root: Path) -> list[Build]:
    """The builds of the store whose manifest can be read, of any version, newest first."""
    manifests = (path / damage.MANIFEST for path in build_folders(root))
    builds = [build for build in map(_build_at, manifests) if build]
    return sorted(builds, key=lambda build: str(build.manifest.get("built")), reverse=True)


def earlier(build: Build) -> list[Build]:
    """The other builds of the store that can still be read, newest first."""
    others = builds_in(build.path.parent)
    return [other for other in others if other.path != build.path and _is_readable(other)]


def _build_at(manifest_path: Path) -> Build | None:
    try:
        return Build.at(manifest_path.parent, damage.read_manifest(manifest_path))
    except (OSError, ValueError):
        return None


def readable_build(manifest_path: Path) -> Build | None:
    """The build of a manifest file, None if it is gone, broken or of another version."""
    build = _build_at(manifest_path)
    return build if build and build.manifest.get("shape") == shape() else None


@cache
def shape() -> str:
    """A hash of the frame contracts and the index version; only builds with the same are read."""
    return hashlib.sha256(json.dumps([FRAMES, search.VERSION]).encode()).hexdigest()[:12]


class _OpenBuild:
    """A connection to the frames of a build, and a lock that says that the build is in use."""

    def __init__(self, path: Path) -> None:
        database = str(path / damage.DATABASE)
        self.connection = duckdb.connect(database, read_only=True, config=CONFIG)
        with suppress(OSError):  # a build without a manifest is read, too
            self._manifest = (path / damage.MANIFEST).open("rb")
            fcntl.flock(self._manifest, fcntl.LOCK_SH | fcntl.LOCK_NB)

    def __del__(self) -> None:
        if manifest := getattr(self, "_manifest", None):
            manifest.close()


@lru_cache(maxsize=4)
def _opened(path: Path) -> _OpenBuild:
    return _OpenBuild(path)


def open_database(path: Path) -> duckdb.DuckDBPyConnection:
    """The frames of the build in folder `path`: one read-only connection for all threads.

    `prune` leaves a build alone while it is open.
    """
    return _opened(path).connection


def close_databases() -> None:
    """Open all builds anew at the next query."""
    _opened.cache_clear()
