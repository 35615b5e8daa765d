"""Exclusive access to a store: one process writes at a time, and a failed write changes nothing."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from alaqat.model.errors import StoreBusy, StoreUnwritable

# files and folders of an unfinished build: `.<build id>.<process>` and `.CURRENT.<process>`
_LEFTOVER = re.compile(r"\.([0-9a-f]{12}|CURRENT|neighbours\.sqlite)\.\d+")
# bytes of the lock file that are read
_LONGEST_HOLDER = 100
_FAILURES = (
    OSError,
    sqlite3.OperationalError,
    duckdb.OperationalError,
    duckdb.InternalError,
    duckdb.FatalException,
)
# File descriptors of the locks that this process holds. The kernel frees a lock when all copies of
# its descriptor are closed. A forked worker inherits a copy and may live longer than its parent, so
# it closes its copies at once (see `_close_in_child`).
_lock_descriptors: set[int] = set()


@contextmanager
def exclusive_access(root: Path) -> Iterator[None]:
    """Lock the store for this process and delete what stopped builds left in it.

    Raises StoreBusy, without waiting, if another process has locked it, and StoreUnwritable if the
    disk is full or the store may not be written.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        with _locked(root):
            _delete_leftovers(root)
            yield
    except _FAILURES as error:
        reason = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise StoreUnwritable(
            f"{root}: cannot be written ({reason}); the store is as it was: "
            "make room or allow writing, then run it again"
        ) from error


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    file = os.open(root / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(file, _LONGEST_HOLDER, 0).decode(errors="replace")
            raise StoreBusy(
                f"{root}: is being written by {holder or 'another process'}; "
                "run it again when that has ended"
            ) from error
        _write_holder(file)
        _lock_descriptors.add(file)
        yield
    finally:
        _lock_descriptors.discard(file)
        os.close(file)


def _write_holder(file: int) -> None:
    """Write the process that has the lock into it, for the message of StoreBusy."""
    holder = f"process {os.getpid()} since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC"
    os.ftruncate(file, 0)
    os.pwrite(file, holder.encode(), 0)


def _close_in_child() -> None:
    """Close the locks that a forked process inherited."""
    for file in _lock_descriptors:
        os.close(file)
    _lock_descriptors.clear()


os.register_at_fork(after_in_child=_close_in_child)


def leftover_path(root: Path, identity: str) -> Path:
    """The name that a build has while it is written or removed; readers do not see it."""
    return root / f".{identity}.{os.getpid()}"


def _delete_leftovers(root: Path) -> None:
    for path in root.glob(".*"):
        if _LEFTOVER.fullmatch(path.name):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
