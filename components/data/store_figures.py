"""Figures of the store for those who watch the server: builds, rows, refusals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from alaqat import store
from alaqat.model.errors import StoreBroken, StoreMissing
from alaqat.store import journal


class StoreFigures(NamedTuple):
    """The builds that can be read, when the shown one was built, its rows, refusals by cause.

    Without a build all numbers are 0.
    """

    builds: int = 0
    built: float = 0.0
    rows: Mapping[str, int] = {}
    refused: Mapping[str, int] = {}


def store_figures() -> StoreFigures:
    """The figures of the store now."""
    refused: Counter[str] = Counter()
    for line in journal.entries():
        refused.update(line.get("refused", {}))
    try:
        build = store.served()[0]
    except (StoreMissing, StoreBroken):
        return StoreFigures(refused=refused)
    return StoreFigures(
        builds=1 + len(store.earlier(build)),
        built=_seconds(str(build.manifest.get("built"))),
        rows=build.manifest["counts"],
        refused=refused,
    )


def _seconds(time: str) -> float:
    try:
        return datetime.fromisoformat(time).timestamp()
    except ValueError:
        return 0.0
