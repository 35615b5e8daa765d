"""How two sides got on, year by year: events of cooperation up, of conflict down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from components.kinds import COLOURS, FONT
from components.marks import sides
from components.text import Words

Figure = dict[str, Any]
CONFIG: Final = {"displayModeBar": False, "displaylogo": False, "staticPlot": False}
LONGEST: Final = 60  # years an interval may count in; a vague «for centuries» would fill the picture


def counts(events: pd.DataFrame) -> pd.DataFrame:
    """Events of each year (index) by side (columns cooperation, conflict, neutral).

    An event that spans several years counts in each of them: it was going on in each of them.
    """
    found: Counter[tuple[int, str]] = Counter()
    for row in events[events["date_from"].notna()].to_dict("records"):
        found.update((year, row["polarity"]) for year in _years(row))
    years = sorted({year for year, _ in found})
    span = range(years[0], years[-1] + 1) if years else range(0)
    sides = ("cooperation", "conflict", "neutral")
    return pd.DataFrame([[found[year, side] for side in sides] for year in span], index=list(span), columns=list(sides))


def _years(row: dict[str, Any]) -> Iterator[int]:
    first, last = row["date_from"].year, row["date_to"].year
    yield from range(first, min(last, first + LONGEST) + 1)


def figure(events: pd.DataFrame, words: Words, theme: str) -> Figure:
    """The chart of a frame of events."""
    table, colours = counts(events), COLOURS[theme]
    most = max(1, int(table[["cooperation", "conflict"]].max().max()) if len(table) else 1)
    return {
        "data": [_bars(table, side, words, colours[side]) for side in ("cooperation", "conflict")],
        "layout": {
            "height": 240,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 32},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": 14, "color": colours["faint"]},
            "barmode": "relative",
            "bargap": 0.35,
            "hovermode": "closest",
            "annotations": list(sides(words, colours)),
            "hoverlabel": {"bgcolor": colours["paper"], "font": {"family": FONT, "color": colours["ink"]}},
            "xaxis": {
                "range": _range(table, words),
                "tickformat": "d",
                "dtick": 1 if len(table) <= 5 else None,
                "showgrid": False,
                "zeroline": False,
                "tickangle": 0,
                "fixedrange": True,
            },
            "yaxis": {
                "range": [-most * 1.3, most * 1.3],
                "showticklabels": False,
                "showgrid": False,
                "fixedrange": True,
                "zeroline": True,
                "zerolinecolor": colours["ink"],
                "zerolinewidth": 1,
            },
        },
    }


def _range(table: pd.DataFrame, words: Words) -> list[float]:
    ends = [table.index[0] - 0.6, table.index[-1] + 0.6] if len(table) else [0.0, 1.0]
    return ends[::-1] if words.rtl else ends


def _bars(table: pd.DataFrame, side: str, words: Words, colour: str) -> Figure:
    sign = 1 if side == "cooperation" else -1
    return {
        "type": "bar",
        "x": [int(year) for year in table.index],
        "y": [sign * int(count) for count in table[side]],
        "marker": {"color": colour},
        "text": [words.run(_told(int(year), int(count), side, words)) for year, count in table[side].items()],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "showlegend": False,
    }


def _told(year: int, count: int, side: str, words: Words) -> str:
    if side == "cooperation":
        told = words.n("{count} event of cooperation", "{count} events of cooperation", count)
    else:
        told = words.n("{count} event of conflict", "{count} events of conflict", count)
    return f"{year}: {told}"


def summary(events: pd.DataFrame, words: Words) -> str:
    """What the chart shows, in one sentence, for those who cannot see it."""
    table = counts(events)
    if table.empty:
        return words.t("An empty time axis: no dated event.")
    best, worst = table["cooperation"].idxmax(), table["conflict"].idxmax()
    return words.t(
        "Events of each year: most cooperation in {best} ({up}), most conflict in {worst} ({down}).",
        best=str(best),
        up=int(table["cooperation"].max()),
        worst=str(worst),
        down=int(table["conflict"].max()),
    )
