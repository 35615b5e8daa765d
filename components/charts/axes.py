"""The ticks of a time axis: years, months or days by name, as the reader's language writes them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from components.charts.event_layout import Window
from components.i18n.catalogue import Words

Figure = dict[str, Any]
MOST: Final = 9  # named ticks; more would touch on a narrow screen
MINOR: Final = 60  # years with a small tick each; more would be a grey line
DAYS: Final = 62  # an axis no longer than this names days


def ticks(span: Window, words: Words) -> Figure:
    """The ticks of an axis from day to day, for an axis of dates; years are as many as the screen has room for."""
    if (span[1] - span[0]).days <= DAYS:
        return _named(
            _days(span), [words.short_day(day).split(" ", 1) for day in _days(span)], words
        )
    months = _months(span)
    if len(months) <= 24:
        shown = months[:: 2 if len(months) <= 12 else 4] if len(months) > MOST // 2 else months
        return _named(shown, [words.month(day).rsplit(" ", 1) for day in shown], words)
    stops = [
        {"dtickrange": [None, "M11"], "value": "%m/%Y"},
        {"dtickrange": ["M12", None], "value": "%Y"},
    ]
    minor = {"ticks": "outside", "ticklen": 3, "dtick": "M12"} if len(months) <= MINOR * 12 else {}
    return {"tickformatstops": stops, "minor": minor}


def _days(span: Window) -> list[date]:
    length = (span[1] - span[0]).days
    return [span[0] + timedelta(days=at) for at in range(0, length + 1, length // MOST + 1)]


def _months(span: Window) -> list[date]:
    count = (span[1].year - span[0].year) * 12 + span[1].month - span[0].month + 1
    ahead = span[0].month - 1
    return [
        date(span[0].year + (ahead + at) // 12, (ahead + at) % 12 + 1, 1) for at in range(count)
    ]


def _named(days: list[date], names: list[list[str]], words: Words) -> Figure:
    labels = [words.run("<br>".join(lines)) for lines in names]
    return {"tickmode": "array", "tickvals": [day.isoformat() for day in days], "ticktext": labels}
