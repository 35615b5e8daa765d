"""The view with which the first page opens: the pair of states with the most events."""

from __future__ import annotations

from dataclasses import replace

from alaqat.model.errors import StoreBroken, StoreMissing
from components.data import queries
from components.view.view_state import ViewState


def most_reported_pair() -> str | None:
    """The pair of states with the most events in the store; None without a pair or a store."""
    try:
        pair: str | None = queries.rendered(_first_pair)
    except (StoreMissing, StoreBroken):
        return None
    return pair


def _first_pair() -> str | None:
    return next(iter(queries.facet_counts("pair")), None)


def opening_view(view: ViewState) -> ViewState:
    """The view with the most reported pair; the same view if its reader has chosen already."""
    if view.all_pairs or view.is_filtered:
        return view
    return replace(view, pair=most_reported_pair())
