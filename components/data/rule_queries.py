"""The events of the store that one rule gave."""

from __future__ import annotations

from typing import Any

from components.data import queries
from components.data.frame_rows import rows


def events_of_rule(rule: str, most: int) -> tuple[list[dict[str, Any]], int]:
    """The first `most` events of a rule in the order of their dates, and the number of all."""
    events = queries.rows_among("events", "rule", [rule])
    return rows(events.head(most)), len(events)
