"""Short answers of a build for which no frame is read: how many, from when to when, by whom, in which order."""

from __future__ import annotations

from datetime import date

import numpy as np

from alaqat import store
from alaqat.model.selection import Selection
from alaqat.store.filters_sql import LEAVES, where


def count(build: store.Build, name: str, selection: Selection = Selection()) -> int:
    """How many rows of a frame the selection keeps."""
    clause, parameters = where(name, selection)
    found = store.fetch(
        build,
        f"SELECT count(*) AS n FROM {store.known(name)} t WHERE {clause}",
        parameters,
        selection,
    )
    return int(found["n"][0])


def bounds(build: store.Build, name: str) -> tuple[date, date] | None:
    """The first and the last day of a frame's dates (`date_from` and `date_to`, or `published`); None without any."""
    first, last = ("published",) * 2 if name == "articles" else ("date_from", "date_to")
    found = store.fetch(
        build, f"SELECT min({first}) AS first, max({last}) AS last FROM {store.known(name)}"
    )
    ends = [found[end][0] for end in ("first", "last")]
    return (
        None
        if any(np.ma.is_masked(end) for end in ends)
        else (ends[0].item().date(), ends[1].item().date())
    )


def sayings(
    build: store.Build, selection: Selection, chosen: str, first: int, size: int
) -> list[str]:
    """So many groups of quotes from the `first` (0 and up) on: those with a quote of the selection, or the chosen one.

    A group stands where its lead stands: the chosen quote first, then the newest. The chosen quote leads its group,
    else one whose speaker is named, said in the speaker's own words, said first.
    """
    clause, parameters = where("quotes", selection)
    found = store.fetch(
        build, LEAVES.format(where=clause), [chosen, *parameters, chosen, size, first], selection
    )
    return list(found["group_id"])


def outlets(build: store.Build) -> list[str]:
    """The outlets that printed the articles."""
    found = store.fetch(
        build, "SELECT DISTINCT source FROM articles WHERE source IS NOT NULL ORDER BY source"
    )
    return list(found["source"])
