"""The short lists of the overview: the latest events, the speakers and pairs with the most hits."""

from __future__ import annotations

from typing import Any, Final

from components.data import event_queries, queries
from components.data.frame_rows import rows
from components.view.view_state import ViewState

LENGTH: Final = 6  # of each list
Row = dict[str, Any]


def latest_events(view: ViewState) -> list[Row]:
    """The latest dated events with the status "done", newest first."""
    events = event_queries.events(view)
    done = events[events["date_from"].notna() & (events["status"] == "done")]
    latest = done.sort_values("date_from", kind="stable").tail(LENGTH)
    return event_queries.whole_rows(latest)[::-1]


def most_quoted(view: ViewState) -> list[Row]:
    """The speakers with the most quotes: `value`, `label_ar`, `count`."""
    return queries.facet("speaker", view.selection())[:LENGTH]


def named_together(view: ViewState) -> tuple[list[Row], dict[str, Row]]:
    """The pairs of entities with the most joint sentences, and the rows of the entities by id."""
    pairs = queries.neighbours(view.selection(), most=LENGTH)
    ids = sorted({*pairs["a"], *pairs["b"]})
    entities = rows(queries.rows_among("entities", "entity_id", ids))
    return rows(pairs), {row["entity_id"]: row for row in entities}
