"""The events of a view: whole rows where each can be drawn, else only the columns that are counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from alaqat.model.selection import Selection
from components.data import queries
from components.data.frame_rows import rows
from components.view.view_state import ViewState

MOST_DRAWN: Final = 2000  # marks of a chart; more are slow to draw and impossible to tell apart
# what names an event, and what is counted of it
NARROW: Final = (
    *("event_id", "kind", "label_en", "label_ar", "reports"),
    *("date_from", "date_to", "granularity", "status", "polarity", "intensity"),
)
REPORT_DATES: Final = ("event_id", "date_from", "date_to", "granularity")
Row = dict[str, Any]


def events(view: ViewState) -> pd.DataFrame:
    """The events of the reader's choice: whole rows, or the columns of `NARROW` where they are too many to be drawn."""
    return events_of(view.selection())


def events_of(selection: Selection) -> pd.DataFrame:
    """The events of a selection, as `events` gives them."""
    can_be_drawn = queries.count("events", selection) <= MOST_DRAWN
    return queries.read("events", selection, columns=() if can_be_drawn else NARROW)


def whole(events: pd.DataFrame) -> pd.DataFrame:
    """Some events with all their columns."""
    return queries.whole("events", events)


def whole_rows(events: pd.DataFrame) -> list[Row]:
    """Some events as whole rows."""
    return rows(whole(events))


def events_of_period(view: ViewState) -> pd.DataFrame:
    """The events of the choice that touch the year of the period whose events are listed."""
    year = int((view.period or "0001")[:4])
    return queries.read("events", view.selection(year_from=year, year_to=year))


def article_of(row: Row) -> Row | None:
    """The article of a row."""
    return queries.row_of("articles", "article_id", row["article_id"])


def other_reports(event: Row) -> Iterator[tuple[Row, Row]]:
    """The reports of an event besides its leading one, each with its article."""
    for report in rows(queries.rows_among("reports", "event_id", [event["event_id"]])):
        leads = (report["article_id"], report["start"]) == (event["article_id"], event["start"])
        article = None if leads else article_of(report)
        if article is not None:
            yield report, article


def dates_of_reports(events: pd.DataFrame) -> list[Row]:
    """The dates of each report of the events that have more than one."""
    several = events[events["reports"] > 1]
    if several.empty:
        return []
    return rows(queries.rows_among("reports", "event_id", list(several["event_id"]), REPORT_DATES))


def successors(former: Row) -> list[Row]:
    """The events that the current build finds where an earlier build found `former`."""
    now = queries.read("events", Selection(article=former["article_id"]))
    return rows(now[(now["start"] < former["end"]) & (now["end"] > former["start"])])
