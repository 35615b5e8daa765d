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
    related,
    texts,
)
from alaqat.store.search import is_quoted, unquoted

__all__ = [
    "Build",
    "earlier",
    "facet",
    "fetch",
    "highlights",
    "is_quoted",
    "joint_sentences",
    "known",
    "latest",
    "neighbours",
    "publish",
    "read",
    "related",
    "served",
    "texts",
    "unquoted",
]
