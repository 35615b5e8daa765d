"""The events of a view: whole rows, or only the columns to count if there are too many to draw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from alaqat.model.selection import Selection
from components.data import queries
from components.data.frame_rows import rows
from components.view.view_state import ViewState

MOST_DRAWN: Final = 2000  # marks of a chart; more are slow to draw and impossible to tell apart
# the columns that name an event, and those that charts count
NARROW: Final = (
    *("event_id", "kind", "label_en", "label_ar", "reports"),
    *("date_from", "date_to", "granularity", "mod", "status", "polarity", "intensity"),
)
REPORT_DATES: Final = ("event_id", "date_from", "date_to", "granularity")
QUOTES: Final = 3  # quotes of the days of an event on its card
Row = dict[str, Any]


def events(view: ViewState) -> pd.DataFrame:
    """The events of a view: all columns, or only `NARROW` for more than `MOST_DRAWN` events."""
    return events_of(view.selection())


def events_of(selection: Selection) -> pd.DataFrame:
    """The events of a selection, with the columns that `events` describes."""
    can_be_drawn = queries.count("events", selection) <= MOST_DRAWN
    return queries.read("events", selection, columns=() if can_be_drawn else NARROW)


def whole(events: pd.DataFrame) -> pd.DataFrame:
    """The same events with all columns."""
    return queries.whole("events", events)


def whole_rows(events: pd.DataFrame) -> list[Row]:
    """The same events as rows with all columns."""
    return rows(whole(events))


def bulk_years(events: pd.DataFrame, cut: float) -> tuple[int, int] | None:
    """The years between which dated events lie, without a share `cut` at each end; None without.

    One ancient date among many others does not count.
    """
    dated = events[events["date_from"].notna()]
    if dated.empty:
        return None
    first, last = sorted(dated["date_from"].dt.year), sorted(dated["date_to"].dt.year)
    beyond = int(len(dated) * cut)
    return first[beyond], last[-1 - beyond]


def events_of_period(view: ViewState) -> pd.DataFrame:
    """The events of the view that overlap the year of `view.period`."""
    year = int((view.period or "0001")[:4])
    return queries.read("events", view.selection(year_from=year, year_to=year))


def article_of(row: Row) -> Row | None:
    """The article of a row."""
    return queries.row_of("articles", "article_id", row["article_id"])


def cause_of(event: Row) -> Row | None:
    """The event that the stated cause of an event reports, if there is one."""
    cause = event["cause_event_id"]
    return queries.row_of("events", "event_id", cause) if cause else None


def other_reports(event: Row) -> Iterator[tuple[Row, Row]]:
    """The reports of an event without its leading report, each with its article."""
    for report in rows(queries.rows_among("reports", "event_id", [event["event_id"]])):
        leads = (report["article_id"], report["start"]) == (event["article_id"], event["start"])
        article = None if leads else article_of(report)
        if article is not None:
            yield report, article


def quotes_of_days(event: Row, view: ViewState) -> tuple[int, list[Row]]:
    """The number of quotes of the view from the days of an event, and the rows of a few of them."""
    if pd.isna(event["date_from"]):
        return 0, []
    first, last = (event[name].date() for name in ("date_from", "date_to"))
    count, ids = queries.quotes_between(view.selection(query=""), first, last, QUOTES)
    return count, rows(queries.rows_among("quotes", "quote_id", ids)) if ids else []


def dates_of_reports(events: pd.DataFrame) -> list[Row]:
    """The dates of each report of the events with more than one report."""
    several = events[events["reports"] > 1]
    if several.empty:
        return []
    return rows(queries.rows_among("reports", "event_id", list(several["event_id"]), REPORT_DATES))


def successors(former: Row) -> list[Row]:
    """The events of the current build that a sentence at the span of `former` reports.

    `former` is an event of an earlier build.
    """
    reports = queries.read("reports", Selection(article=former["article_id"]))
    at_span = reports[(reports["start"] < former["end"]) & (reports["end"] > former["start"])]
    ids = list(dict.fromkeys(at_span["event_id"]))
    return rows(queries.rows_among("events", "event_id", ids)) if ids else []
