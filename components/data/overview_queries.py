"""The short lists of the overview: the latest events, who is quoted most, who is named together most."""

from __future__ import annotations

from typing import Any, Final

from components.data import event_queries, queries
from components.data.frame_rows import rows
from components.view.view_state import ViewState

LENGTH: Final = 6  # of each list
Row = dict[str, Any]


def latest_events(view: ViewState) -> list[Row]:
    """The latest dated events that were done, newest first."""
    events = event_queries.events(view)
    done = events[events["date_from"].notna() & (events["status"] == "done")]
    latest = done.sort_values("date_from", kind="stable").tail(LENGTH)
    return event_queries.whole_rows(latest)[::-1]


def most_quoted(view: ViewState) -> list[Row]:
    """The speakers of most quotes: `value`, `label_ar`, `count`."""
    return queries.facet("speaker", view.selection())[:LENGTH]


def named_together(view: ViewState) -> tuple[list[Row], dict[str, Row]]:
    """The pairs that most sentences name together, and the rows of their entities by id."""
    pairs = queries.neighbours(view.selection(), most=LENGTH)
    ids = sorted({*pairs["a"], *pairs["b"]})
    entities = rows(queries.rows_among("entities", "entity_id", ids))
    return rows(pairs), {row["entity_id"]: row for row in entities}
