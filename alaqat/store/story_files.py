"""Stories that are too long for a link, as files beside the store, under a key that the link has.

The key is a hash of the story, so that the same story is one file. Nobody's story is dropped for
another's: where the folder is full and every file was read lately, a new story stays in its link.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from alaqat.model import pins
from alaqat.model.errors import StoryMissing
from alaqat.model.pins import Pin

FOLDER: Final = "stories"
MOST: Final = 5_000  # files; about 100 MB if all are as long as they may be
UNREAD: Final = 90 * 24 * 3600.0  # seconds after which a file may be dropped for a new one
_TOUCHED: Final = 24 * 3600.0  # seconds between two notes that a file was read
_KEY: Final = re.compile("[0-9a-f]{16}")


def save(root: Path, story: Sequence[Pin]) -> str | None:
    """The key of a story, after it was saved in a store; None if it cannot be saved."""
    key = sha256("\n".join(map(str, story)).encode()).hexdigest()[:16]
    path = _path(root, key)
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not _has_room(path.parent):
                return None
            new_file = path.with_name(f".{key}.{os.getpid()}.new")
            new_file.write_text(pins.dumps(story), encoding="utf-8")
            new_file.replace(path)
    except OSError:
        return None
    return key


def load(root: Path, key: str) -> tuple[Pin, ...] | None:
    """The story of a key in a store; None if there is none, or its file is not a story."""
    if not _KEY.fullmatch(key):
        return None
    path = _path(root, key)
    try:
        story = pins.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    _note_reading(path)
    return story


def of_link(root: Path, key: str) -> tuple[Pin, ...]:
    """The story of a key in a store. Raises StoryMissing if it is not kept there."""
    story = load(root, key)
    if story is None:
        raise StoryMissing(
            f"story={key[:20]}: no such story is kept in {root / FOLDER}; give the store of the "
            "server that the link is of"
        )
    return story


def _path(root: Path, key: str) -> Path:
    return root / FOLDER / f"{key}.json"


def _note_reading(path: Path) -> None:
    """Set the time of the file to now, unless that was done lately."""
    with suppress(OSError):  # the folder may be read-only
        if time.time() - path.stat().st_mtime > _TOUCHED:
            path.touch()


def _has_room(folder: Path) -> bool:
    """True if a file may be added, after unread files were dropped from a full folder."""
    files = list(folder.glob("*.json"))
    if len(files) < MOST:
        return True
    oldest = time.time() - UNREAD
    unread = [path for path in files if path.stat().st_mtime < oldest]
    for path in unread:
        path.unlink(missing_ok=True)
    return bool(unread)
