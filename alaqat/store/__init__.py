"""The store: immutable builds on disk, queried by selections."""

from __future__ import annotations

from alaqat.store.builds import Build, earlier, latest, served
from alaqat.store.publish import publish
from alaqat.store.query import (
    facet,
    fetch,
    highlights,
    joint_sentences,
    known,
    neighbours,
    read,
    texts,
)

__all__ = [
    "Build",
    "earlier",
    "facet",
    "fetch",
    "highlights",
    "joint_sentences",
    "known",
    "latest",
    "neighbours",
    "publish",
    "read",
    "served",
    "texts",
]
