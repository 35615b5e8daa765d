"""The stories beside the store that the pages read; see `alaqat.store.story_files`."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.model.pins import Pin
from alaqat.model.settings import Settings
from alaqat.store import story_files


def save(story: Sequence[Pin]) -> str | None:
    """The key of a story, after it was saved; None if it cannot be saved."""
    return story_files.save(Settings.from_env().store, story)


def load(key: str) -> tuple[Pin, ...] | None:
    """The story of a key; None if it is not on this server."""
    return story_files.load(Settings.from_env().store, key)


def of_link(key: str) -> tuple[Pin, ...]:
    """The story of a key. Raises StoryMissing if it is not on this server."""
    return story_files.of_link(Settings.from_env().store, key)
