"""One writer of a store at a time; whatever stops it, the store stays as it was."""

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

# What a build that was stopped leaves behind: `.<build id>.<process>` and `.CURRENT.<process>`.
_LEFT = re.compile(r"\.([0-9a-f]{12}|CURRENT)\.\d+")
_FAILURES = (
    OSError,
    sqlite3.OperationalError,
    duckdb.IOException,
    duckdb.OutOfMemoryException,
    duckdb.FatalException,
)
_held: set[int] = set()


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Hold the store for this process alone and sweep out what stopped builds left in it.

    Raises StoreBusy, at once, while another process holds it; StoreUnwritable when the disk is full or the store
    may not be written.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        with _locked(root):
            _sweep(root)
            yield
    except _FAILURES as error:
        why = getattr(error, "strerror", None) or str(error).splitlines()[0]
        raise StoreUnwritable(
            f"{root}: cannot be written ({why}); the store is as it was: make room or allow writing, then run it again"
        ) from error


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    path = root / ".lock"
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(file, 100, 0).decode(errors="replace") or "another process"
            raise StoreBusy(
                f"{root}: is being written by {holder}; run it again when that has ended"
            ) from error
        os.ftruncate(file, 0)
        os.pwrite(
            file,
            f"process {os.getpid()} since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC".encode(),
            0,
        )
        _held.add(file)
        yield
    finally:
        _held.discard(file)
        os.close(file)


def _let_go() -> None:
    """A worker does not hold the store: it may outlive the process that does."""
    for file in _held:
        os.close(file)
    _held.clear()


os.register_at_fork(after_in_child=_let_go)


def _sweep(root: Path) -> None:
    for path in root.glob(".*"):
        if _LEFT.fullmatch(path.name):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
