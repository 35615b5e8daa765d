"""The strip under a time axis: how many articles the store holds for each stretch of it.

No article is not «no event»: where the strip is empty, nobody has been read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import pandas as pd

from components.charts.periods import name
from components.charts.timeline_marks import DAY_MS, faded
from components.i18n.catalogue import Words

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
    """Articles published in each month of the window, or in each year of a long one; empty stretches are left out."""
    yearly = (window[1].year - window[0].year) * 12 > MONTHS
    days = (
        articles["published"]
        .dropna()
        .to_numpy(dtype="datetime64[Y]" if yearly else "datetime64[M]")
    )
    counted = (
        (_stretch(one.item(), yearly=yearly), int(count))
        for one, count in zip(*_counts(days), strict=True)
    )
    return {one: count for one, count in counted if one[1] >= window[0] and one[0] <= window[1]}


def _counts(days: Any) -> tuple[Any, Any]:
    """Each value once, in order, and how often it is there."""
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
    found = stretches(articles, window)
    most = max(found.values(), default=1)
    return {
        "type": "bar",
        "orientation": "h",
        "yaxis": "y2",
        "base": [first.isoformat() for first, _ in found],
        "x": [((last - first).days + 1) * DAY_MS for first, last in found],
        "y": [0] * len(found),
        "width": [1] * len(found),
        "marker": {
            "color": [
                faded(colours["ink"], round(0.15 + 0.6 * count / most, 2))
                for count in found.values()
            ]
        },
        "text": [told(one, count, words) for one, count in found.items()],
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
    counted = {str(one): int(count) for one, count in zip(*_counts(days), strict=True)}
    return [counted.get(period, 0) for period in periods]


def cells(
    held: Sequence[int], periods: Sequence[str], words: Words, colours: Mapping[str, str]
) -> Figure:
    """The strip of a chart of bars, one cell a period, for its axis `y2`."""
    most = max(held, default=0) or 1
    return {
        "type": "bar",
        "yaxis": "y2",
        "base": [-0.5] * len(held),
        "y": [int(count > 0) for count in held],
        "width": [1] * len(held),
        "marker": {
            "color": [faded(colours["ink"], round(0.15 + 0.6 * count / most, 2)) for count in held]
        },
        "text": [
            _of_period(period, count, words) for period, count in zip(periods, held, strict=True)
        ],
        **_SILENT,
    }


def _of_period(period: str, count: int, words: Words) -> str:
    articles = words.n("{count} article", "{count} articles", count)
    return words.run(
        words.t("{date}: {articles} held", date=name(period, words), articles=articles)
    )


def told(stretch: Stretch, count: int, words: Words) -> str:
    """A stretch in words: `June 2018: 132 articles held`."""
    articles = words.n("{count} article", "{count} articles", count)
    return words.run(
        words.t("{date}: {articles} held", date=words.span(*stretch), articles=articles)
    )


def axis() -> Figure:
    """The vertical axis of the strip, for a layout's `yaxis2`."""
    hidden = dict.fromkeys(("showgrid", "showticklabels", "zeroline"), False)
    return {"domain": [0, HEIGHT], "range": [-0.5, 0.5], "fixedrange": True, **hidden}


def note(articles: pd.DataFrame, window: Stretch, words: Words) -> str:
    """What the strip says in one sentence: articles held in the window, and in how many of its months or years."""
    found = stretches(articles, window)
    held = words.n("{count} article", "{count} articles", sum(found.values()))
    if not found:
        return words.t(
            "No article held is from these years; what is drawn is told by later or earlier ones."
        )
    first, last = min(found)[0], max(found)[1]
    return words.t(
        "Strip: {articles} held, published {span}. No article is not «no event».",
        articles=held,
        span=words.span(first, last),
    )
