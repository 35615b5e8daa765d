"""Removing old builds, by a rule: what is left out of it stays.

These builds stay:

- the current one, and the `keep` newest others that are whole in size,
- one that a symbolic link in the folder of the store points to (`ln -s BUILD before-2024`),
- one that a process of this machine has open, such as a dashboard that began before the last build.

Nothing is removed while the current build is damaged, since another one is shown then.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from alaqat.model.settings import Settings
from alaqat.store import damage
from alaqat.store.builds import Build, build_folders, builds_in, latest
from alaqat.store.lock import exclusive_access, leftover_path

KEEP: Final = 3


class Verdict(NamedTuple):
    """A build's folder, its size in bytes, and why it stays; `reason` is empty if it goes."""

    path: Path
    size: int
    reason: str


def prune(root: Path | None = None, keep: int = KEEP, *, is_dry_run: bool = False) -> list[Verdict]:
    """Remove old builds and return what was decided of each, newest first.

    Raises StoreMissing and StoreBroken if the current build cannot be read, and StoreBusy while
    another process writes the store.
    """
    root = root or Settings.from_env().store
    current = latest(root)
    with exclusive_access(root):
        verdicts = list(_verdicts(root, current, keep))
        for verdict in verdicts:
            if not (verdict.reason or is_dry_run):
                _remove(root, verdict.path)
    return verdicts


def _verdicts(root: Path, current: Build, keep: int) -> Iterator[Verdict]:
    ordered = [build.path for build in builds_in(root)]
    unreadable = [path for path in build_folders(root) if path not in ordered]
    whole = [
        build.path
        for build in builds_in(root)
        if build.path != current.path and not any(damage.visible_damage(build.path, build.manifest))
    ]
    linked = _linked(root)
    for path in [*ordered, *unreadable]:
        reasons = (
            ("is the current build", path == current.path),
            (f"is one of the {keep} newest others", path in whole[:keep]),
            ("has a link", path.resolve() in linked),
            ("is open in another process", _is_open(path)),
        )
        reason = next((text for text, holds in reasons if holds), "")
        yield Verdict(path, _size(path), reason)


def _linked(root: Path) -> frozenset[Path]:
    """What the symbolic links in the folder of the store point to."""
    return frozenset(path.resolve() for path in root.iterdir() if path.is_symlink())


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def _is_open(path: Path) -> bool:
    """True if a process holds the build in folder `path` (see `hold`)."""
    manifest = path / damage.MANIFEST
    if not manifest.exists():
        return False
    with manifest.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _remove(root: Path, path: Path) -> None:
    """Remove a build: under another name first, which no reader finds, then its files."""
    hidden = leftover_path(root, path.name)
    path.rename(hidden)
    shutil.rmtree(hidden)
