"""The strip below a time axis: the articles in the store for each month or year, as HTML.

An empty part of the strip means that the store has no articles from then, not that nothing
happened.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import pandas as pd

from components.charts.axis_range import Window, end_share, share
from components.charts.chart_frame import Scene, percent
from components.i18n.escape import escape
from components.i18n.words import Words

MONTHS: Final = 120  # an axis longer than this counts articles by the year


def stretches(articles: pd.DataFrame, window: Window) -> dict[Window, int]:
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


def _stretch(first: date, *, yearly: bool) -> Window:
    if yearly:
        return first, date(first.year, 12, 31)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def strip(articles: pd.DataFrame, scene: Scene) -> str:
    """The strip with its name: the more articles, the darker; empty without articles."""
    counts = stretches(articles, scene.window)
    most = max(counts.values(), default=1)
    cells = "".join(_cell(days, count, count / most, scene) for days, count in counts.items())
    name = escape(scene.words.t("Articles held"))
    return f'<div class="held"><span>{name}</span><div>{cells}</div></div>'


def _cell(days: Window, count: int, part: float, scene: Scene) -> str:
    first = max(share(days[0], scene.window), 0.0)
    last = min(end_share(days[1], scene.window), 1.0)
    return (
        f'<i style="--x:{percent(first)};--w:{percent(last - first)};'
        f'opacity:{0.3 + 0.7 * part:.2f}"'
        f' data-tip="{escape(stretch_label(days, count, scene.words))}"></i>'
    )


def stretch_label(days: Window, count: int, words: Words) -> str:
    """A stretch in words: `June 2018: 132 articles held`."""
    articles = words.n("{count} article", "{count} articles", count)
    return words.t("{date}: {articles} held", date=words.span(*days), articles=articles)


def note(articles: pd.DataFrame, window: Window, words: Words) -> str:
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
