"""The barometer of a relation: events by year or month, cooperation up, conflict down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from components.charts import coverage
from components.charts.axes import side_labels, ticks
from components.charts.periods import SIDES, Years, counts, name
from components.charts.timeline_counts import events_of_side
from components.charts.turning_points import Turn
from components.i18n.words import Words
from components.theme.colours import COLOURS, FONT

Figure = dict[str, Any]
CONFIG: Final = {"displayModeBar": False, "displaylogo": False, "staticPlot": False}


@dataclass(frozen=True, slots=True)
class Shown:
    """The reader's choice: the years, the measure (`count` or `intensity`), the outlined period.

    `turns` are the turning points to number, `articles` those counted in the strip below the bars.
    """

    years: Years = (None, None)
    measure: str = "count"
    period: str | None = None
    turns: Sequence[Turn] = ()
    articles: pd.DataFrame | None = None

    def column(self, side: str) -> str:
        """The column of a side's heights."""
        return f"{side}_intensity" if self.measure == "intensity" else side


ALL: Final = Shown()
HEIGHT: Final = 0.06  # of the chart, for the strip of coverage
FOOT: Final = HEIGHT + 0.03  # of the chart, where the bars begin


def figure(events: pd.DataFrame, words: Words, theme: str, shown: Shown = ALL) -> Figure:
    """The chart of a frame of events."""
    table, colours = counts(events, shown.years), COLOURS[theme]
    return {
        "data": [
            *(_bars(table, side, words, shown, colours) for side in SIDES),
            *_strip(table, words, shown, colours),
        ],
        "layout": {
            "height": 260,
            "margin": {**dict.fromkeys("lr", 32 if _is_monthly(table) else 8), "t": 8, "b": 44},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": 14, "color": colours["faint"]},
            "barmode": "relative",
            "bargap": 0.35,
            "hovermode": "closest",
            "dragmode": False,
            "annotations": [
                *side_labels(words, colours, bottom=FOOT),
                *_numbers(table, shown, colours),
            ],
            "hoverlabel": {
                "bgcolor": colours["paper"],
                "font": {"family": FONT, "color": colours["ink"]},
            },
            "xaxis": {
                "showgrid": False,
                "zeroline": False,
                "tickangle": 0,
                "automargin": True,
                "fixedrange": True,
                "anchor": "y2",
                **_axis(table, words),
            },
            "yaxis": {**_heights(table, shown, colours), "domain": [FOOT, 1]},
            "yaxis2": {**coverage.axis(), "domain": [0, HEIGHT]},
        },
    }


def _strip(
    table: pd.DataFrame, words: Words, shown: Shown, colours: dict[str, str]
) -> Iterator[Figure]:
    """The number of articles of each period, on the bars' own axis."""
    if shown.articles is not None and len(table):
        periods = [str(period) for period in table.index]
        held = coverage.by_period(shown.articles, periods)
        yield {"x": list(table.index), **coverage.cells(held, periods, words, colours)}


def _numbers(table: pd.DataFrame, shown: Shown, colours: dict[str, str]) -> Iterator[Figure]:
    """The number of each turning point at the end of its bar."""
    for number, turn in enumerate(shown.turns, 1):
        period = int(turn.period) if turn.period.isdigit() else turn.period
        if period in table.index:
            up = turn.side == "cooperation"
            yield {
                "text": f"<b>{number}</b>",
                "x": period,
                "y": (1 if up else -1) * float(table[shown.column(turn.side)].loc[period]),
                "yanchor": "bottom" if up else "top",
                "showarrow": False,
                "font": {"size": 15, "color": colours[f"{turn.side}-text"]},
            }


def _axis(table: pd.DataFrame, words: Words) -> Figure:
    """The horizontal axis: years as numbers or months as categories, reversed for Arabic."""
    ends = [-0.6, len(table) - 0.4] if _is_monthly(table) else _first_and_last(table)
    axis: Figure = {"range": ends[::-1] if words.is_rtl else ends}
    if not _is_monthly(table):
        return {**axis, "tickformat": "d", "dtick": 1 if len(table) <= 5 else None}
    first, last = (date.fromisoformat(f"{table.index[end]}-01") for end in (0, -1))
    named = ticks((first, last), words)
    months = [str(day)[:7] for day in named.get("tickvals", [])] or list(table.index[::6])
    texts = named.get("ticktext") or [
        words.run(name(month, words).replace(" ", "<br>", 1)) for month in months
    ]
    return {**axis, "type": "category", "tickmode": "array", "tickvals": months, "ticktext": texts}


def _first_and_last(table: pd.DataFrame) -> list[float]:
    return [table.index[0] - 0.6, table.index[-1] + 0.6] if len(table) else [0.0, 1.0]


def _is_monthly(table: pd.DataFrame) -> bool:
    return len(table) > 0 and isinstance(table.index[0], str)


def _heights(table: pd.DataFrame, shown: Shown, colours: dict[str, str]) -> Figure:
    most = max(1.0, float(table[list(map(shown.column, SIDES))].max().max())) if len(table) else 1.0
    return {
        "range": [-most * 1.3, most * 1.3],
        "showticklabels": False,
        "showgrid": False,
        "fixedrange": True,
        "zeroline": True,
        "zerolinecolor": colours["ink"],
        "zerolinewidth": 1,
    }


def _bars(
    table: pd.DataFrame, side: str, words: Words, shown: Shown, colours: dict[str, str]
) -> Figure:
    sign = 1 if side == "cooperation" else -1
    periods = list(table.index)
    return {
        "type": "bar",
        "x": periods,
        "y": [sign * value for value in table[shown.column(side)].tolist()],
        "customdata": [[str(period)] for period in periods],
        "marker": {
            "color": colours[side],
            "line": {
                "color": colours["ink"],
                "width": [2 if str(period) == shown.period else 0 for period in periods],
            },
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "text": [
            words.run(bar_label(row, str(period), side, words)) for period, row in table.iterrows()
        ],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "showlegend": False,
    }


def bar_label(row: pd.Series, period: str, side: str, words: Words) -> str:
    """The tooltip of a bar: `2018: 2 events of conflict, intensity 14`."""
    count = int(row[side])
    parts = [events_of_side(side, count, words)]
    if count:
        strength = f"{float(row[f'{side}_intensity']):g}"
        parts.append(words.t("intensity {value}", value=strength))
    return f"{name(period, words)}: {words.comma.join(parts)}"


def summary(events: pd.DataFrame, words: Words, years: Years = (None, None)) -> str:
    """The chart in one sentence, for readers who cannot see it."""
    table = counts(events, years)
    if table.empty:
        return words.t("An empty time axis: no dated event.")
    best, worst = table["cooperation"].idxmax(), table["conflict"].idxmax()
    return words.t(
        "Events over time: most cooperation in {best} ({up}), most conflict in {worst} ({down}).",
        best=name(str(best), words),
        up=int(table["cooperation"].max()),
        worst=name(str(worst), words),
        down=int(table["conflict"].max()),
    )
