"""The strip below a time axis: the number of articles in the store for each month or year.

An empty part of the strip means that the store has no articles from then, not that nothing
happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import pandas as pd

from components.charts.periods import name
from components.charts.timeline_marks import DAY_MS, faded
from components.i18n.words import Words

Figure = dict[str, Any]
MONTHS: Final = 120  # an axis longer than this counts articles by the year
HEIGHT: Final = 0.045  # of the chart
Stretch = tuple[date, date]
_SILENT: Final[Figure] = {  # nothing of the strip can be chosen
    "textposition": "none",
    "hovertemplate": "%{text}<extra></extra>",
    "selected": {"marker": {"opacity": 1}},
    "unselected": {"marker": {"opacity": 1}},
    "showlegend": False,
}


def stretches(articles: pd.DataFrame, window: Stretch) -> dict[Stretch, int]:
    """The number of articles by month of the window, by year of a long one, zeros left out."""
    yearly = (window[1].year - window[0].year) * 12 > MONTHS
    unit = "datetime64[Y]" if yearly else "datetime64[M]"
    days = articles["published"].dropna().to_numpy(dtype=unit)
    first_shown, last_shown = (np.datetime64(day).astype(unit) for day in window)
    shown = days[(days >= first_shown) & (days <= last_shown)]
    return {
        _stretch(first.item(), yearly=yearly): int(count)
        for first, count in zip(*_counts(shown), strict=True)
    }


def _counts(days: Any) -> tuple[Any, Any]:
    """The distinct values in ascending order, and their counts."""
    values, counts = np.unique(days, return_counts=True)
    return values, counts


def _stretch(first: date, *, yearly: bool) -> Stretch:
    if yearly:
        return first, date(first.year, 12, 31)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def strip(
    articles: pd.DataFrame, window: Stretch, words: Words, colours: Mapping[str, str]
) -> Figure:
    """The strip as a trace on the axis `y2`: the more articles, the darker."""
    counts = stretches(articles, window)
    most = max(counts.values(), default=1)
    return {
        "type": "bar",
        "orientation": "h",
        "yaxis": "y2",
        "base": [first.isoformat() for first, _ in counts],
        "x": [((last - first).days + 1) * DAY_MS for first, last in counts],
        "y": [0] * len(counts),
        "width": [1] * len(counts),
        "marker": {
            "color": [_shade(count, most, colours) for count in counts.values()],
        },
        "text": [stretch_label(stretch, count, words) for stretch, count in counts.items()],
        **_SILENT,
    }


def by_period(articles: pd.DataFrame, periods: Sequence[str]) -> list[int]:
    """Articles published in each period, `2018` or `2018-06`."""
    months = bool(periods) and len(periods[0]) > 4
    days = (
        articles["published"]
        .dropna()
        .to_numpy(dtype="datetime64[M]" if months else "datetime64[Y]")
    )
    counted = {str(period): int(count) for period, count in zip(*_counts(days), strict=True)}
    return [counted.get(period, 0) for period in periods]


def cells(
    held: Sequence[int], periods: Sequence[str], words: Words, colours: Mapping[str, str]
) -> Figure:
    """The strip of a bar chart as a trace on its axis `y2`, one cell a period."""
    most = max(held, default=0) or 1
    return {
        "type": "bar",
        "yaxis": "y2",
        "base": [-0.5] * len(held),
        "y": [int(count > 0) for count in held],
        "width": [1] * len(held),
        "marker": {
            "color": [_shade(count, most, colours) for count in held],
        },
        "text": [
            _label(name(period, words), count, words)
            for period, count in zip(periods, held, strict=True)
        ],
        **_SILENT,
    }


def _shade(count: int, most: int, colours: Mapping[str, str]) -> str:
    """Ink, the more opaque the more articles."""
    return faded(colours["ink"], round(0.15 + 0.6 * count / most, 2))


def stretch_label(stretch: Stretch, count: int, words: Words) -> str:
    """The tooltip of a stretch: `June 2018: 132 articles held`."""
    return _label(words.span(*stretch), count, words)


def _label(date: str, count: int, words: Words) -> str:
    articles = words.n("{count} article", "{count} articles", count)
    return words.run(words.t("{date}: {articles} held", date=date, articles=articles))


def axis() -> Figure:
    """The vertical axis of the strip, for a layout's `yaxis2`."""
    hidden = dict.fromkeys(("showgrid", "showticklabels", "zeroline"), False)
    return {"domain": [0, HEIGHT], "range": [-0.5, 0.5], "fixedrange": True, **hidden}


def note(articles: pd.DataFrame, window: Stretch, words: Words) -> str:
    """The strip in one sentence: the number of articles and when they were published."""
    counts = stretches(articles, window)
    held = words.n("{count} article", "{count} articles", sum(counts.values()))
    if not counts:
        return words.t(
            "No article held is from these years; what is drawn is told by later or earlier ones."
        )
    first, last = min(counts)[0], max(counts)[1]
    return words.t(
        "Strip: {articles} held, published {span}. No article is not «no event».",
        articles=held,
        span=words.span(first, last),
    )
