"""The timeline of many events: bars of their counts by period; a bar opens its events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

import pandas as pd

from components.charts import periods
from components.charts.event_layout import Window
from components.charts.timeline_marks import DAY_MS
from components.data.event_queries import MOST_DRAWN
from components.i18n.words import Words

Figure = dict[str, Any]
TALLEST: Final = 10.0  # steps of intensity that the tallest bar takes
CLOSEST: Final = 62  # days; counts by month would be one or two bars within them
LOOK: Final = "look:"  # prefix of a bar's data, which for a mark is the id of its event


def is_crowded(dated: pd.DataFrame, span: Window) -> bool:
    """True if the events of a window are too many for marks and are drawn as counts."""
    return len(dated) > MOST_DRAWN and (span[1] - span[0]).days > CLOSEST


def fewer(dated: pd.DataFrame) -> pd.DataFrame:
    """The events to draw as marks: all, or the most reported ones of too many."""
    if len(dated) <= MOST_DRAWN:
        return dated
    return dated.nlargest(MOST_DRAWN, "reports", keep="first").sort_index()


def bars(
    dated: pd.DataFrame, span: Window, words: Words, colours: Mapping[str, str]
) -> Iterator[Figure]:
    """For each side the number of events in each month or year; the data of a bar is its window."""
    table = periods.counts(dated, (span[0].year, span[1].year))
    stretches = [stretch(str(period)) for period in table.index]
    highest = max(1, int(table[list(periods.SIDES)].max().max()))
    for side, sign in zip(periods.SIDES, (1, -1), strict=True):
        yield {
            "type": "bar",
            "x": [(first + (last - first) / 2).isoformat() for first, last in stretches],
            "width": [((last - first).days + 1) * DAY_MS * 0.8 for first, last in stretches],
            "y": [sign * TALLEST * count / highest for count in table[side]],
            "marker": {"color": colours[side]},
            "customdata": [[f"{LOOK}{first}_{last}"] for first, last in stretches],
            "text": [
                bar_label(str(period), side, int(count), words)
                for period, count in zip(table.index, table[side], strict=True)
            ],
            "textposition": "none",
            "hovertemplate": "%{text}<extra></extra>",
            "selected": {"marker": {"opacity": 1}},
            "unselected": {"marker": {"opacity": 1}},
            "showlegend": False,
        }


def stretch(period: str) -> Window:
    """The first and last day of a year (`2018`) or month (`2018-06`)."""
    if len(period) <= 4:
        return date(int(period), 1, 1), date(int(period), 12, 31)
    first = date.fromisoformat(f"{period}-01")
    return first, (pd.Timestamp(first) + pd.offsets.MonthEnd(0)).date()


def bar_label(period: str, side: str, count: int, words: Words) -> str:
    """The tooltip of a bar: `June 2018: 12 events of conflict`."""
    return words.run(f"{periods.name(period, words)}: {events_of_side(side, count, words)}")


def events_of_side(side: str, count: int, words: Words) -> str:
    """A number of events with their side: `12 events of conflict`."""
    if side == "cooperation":
        return words.n("{count} event of cooperation", "{count} events of cooperation", count)
    return words.n("{count} event of conflict", "{count} events of conflict", count)


def note(dated: pd.DataFrame, span: Window, words: Words) -> str:
    """Why counts or only some events are drawn; empty where every event is drawn."""
    events = words.n("{count} event", "{count} events", len(dated))
    if is_crowded(dated, span):
        return words.t(
            "{events}: too many to tell apart, so bars count them. Choose a bar to see its events.",
            events=events,
        )
    if len(dated) > MOST_DRAWN:
        return words.t(
            "{events}: the {shown} most reported are drawn.", events=events, shown=MOST_DRAWN
        )
    return ""
