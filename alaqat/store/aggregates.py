"""Aggregate queries on a build: counts, date bounds, outlets, and the order of groups of quotes."""

from __future__ import annotations

from datetime import date

import numpy as np

from alaqat import store
from alaqat.model.selection import Selection
from alaqat.store.filters_sql import LEAVES, where


def count(build: store.Build, name: str, selection: Selection = Selection()) -> int:
    """The number of rows of a frame that the selection keeps."""
    clause, parameters = where(name, selection)
    columns = store.fetch(
        build,
        f"SELECT count(*) AS n FROM {store.known(name)} t WHERE {clause}",
        parameters,
        selection,
    )
    return int(columns["n"][0])


def bounds(build: store.Build, name: str) -> tuple[date, date] | None:
    """The first and the last day of a frame's dates, None if no row is dated.

    The dates are those of publication for articles, and `date_from` and `date_to` for other frames.
    """
    first, last = ("published",) * 2 if name == "articles" else ("date_from", "date_to")
    columns = store.fetch(
        build, f"SELECT min({first}) AS first, max({last}) AS last FROM {store.known(name)}"
    )
    ends = columns["first"][0], columns["last"][0]
    if any(np.ma.is_masked(end) for end in ends):
        return None
    return ends[0].item().date(), ends[1].item().date()


def sayings(
    build: store.Build, selection: Selection, chosen: str, first: int, size: int
) -> list[str]:
    """The ids of `size` groups of quotes from the group number `first` (0 and up) on.

    The groups are those with a quote of the selection, and that of the `chosen` quote. They are
    ordered by the quote that leads each: the chosen one first, then the newest. The chosen quote leads
    its group, else the one of the lowest `lead_rank`.
    """
    clause, parameters = where("quotes", selection)
    columns = store.fetch(
        build, LEAVES.format(where=clause), [chosen, *parameters, chosen, size, first], selection
    )
    return list(columns["group_id"])


def outlets(build: store.Build) -> list[str]:
    """The outlets that printed the articles."""
    columns = store.fetch(
        build, "SELECT DISTINCT source FROM articles WHERE source IS NOT NULL ORDER BY source"
    )
    return list(columns["source"])
