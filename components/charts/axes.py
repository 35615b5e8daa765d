"""The labels of the axes: ticks of years, months or days, and the names of the two sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final

from components.charts.event_layout import Window
from components.i18n.words import Words

Figure = dict[str, Any]
MOST: Final = 9  # named ticks; more would touch on a narrow screen
MINOR: Final = 60  # years with a small tick each; more would merge into a line
DAYS: Final = 62  # an axis no longer than this names days
MONTHS: Final = 24  # an axis of no more months names months


def ticks(span: Window, words: Words) -> Figure:
    """The ticks of an axis of dates: days of a short span, months of up to two years, else years.

    Plotly itself places the ticks of years, as many as the width allows.
    """
    if (span[1] - span[0]).days <= DAYS:
        days = _days(span)
        return _named(days, [words.short_day(day).split(" ", 1) for day in days], words)
    months = _months(span)
    if len(months) <= MONTHS:
        shown = months[:: _step(len(months))]
        return _named(shown, [words.month(day).rsplit(" ", 1) for day in shown], words)
    stops = [
        {"dtickrange": [None, "M11"], "value": "%m/%Y"},
        {"dtickrange": ["M12", None], "value": "%Y"},
    ]
    minor = {"ticks": "outside", "ticklen": 3, "dtick": "M12"} if len(months) <= MINOR * 12 else {}
    return {"tickformatstops": stops, "minor": minor}


def side_labels(
    words: Words, colours: Mapping[str, str], *, bottom: float = 0.0
) -> Iterator[dict[str, Any]]:
    """Plotly annotations: the names of the sides at the reading start, the lower at `bottom`."""
    for name, text, y in (
        ("cooperation", words.t("cooperation"), 1.0),
        ("conflict", words.t("conflict"), bottom),
    ):
        yield {
            "text": words.run(text),
            "xref": "paper",
            "yref": "paper",
            "x": 1 if words.is_rtl else 0,
            "y": y,
            "xanchor": "right" if words.is_rtl else "left",
            "yanchor": "top" if y == 1 else "bottom",
            "showarrow": False,
            "font": {"color": colours[f"{name}-text"], "size": 14},
        }


def _days(span: Window) -> list[date]:
    length = (span[1] - span[0]).days
    return [span[0] + timedelta(days=day) for day in range(0, length + 1, length // MOST + 1)]


def _months(span: Window) -> list[date]:
    count = (span[1].year - span[0].year) * 12 + span[1].month - span[0].month + 1
    ahead = span[0].month - 1
    return [
        date(span[0].year + month // 12, month % 12 + 1, 1) for month in range(ahead, ahead + count)
    ]


def _step(months: int) -> int:
    """Every which month is named on an axis of so many."""
    if months <= MOST // 2:
        return 1
    return 2 if months <= MONTHS // 2 else 4


def _named(days: list[date], names: list[list[str]], words: Words) -> Figure:
    labels = [words.run("<br>".join(lines)) for lines in names]
    return {"tickmode": "array", "tickvals": [day.isoformat() for day in days], "ticktext": labels}
