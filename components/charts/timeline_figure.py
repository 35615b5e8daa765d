"""The timeline: every event at its date, with the date's precision; cooperation up, conflict down.

Figures are plain dicts: building one through Plotly's own classes takes twenty times as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import pandas as pd

from alaqat.model.years import FIRST_YEAR, LAST_YEAR, clamp
from components.charts import coverage, timeline_counts, timeline_marks
from components.charts.axes import side_labels, ticks
from components.charts.event_layout import Mark, Window, place
from components.charts.timeline_marks import faded
from components.data.frame_rows import rows
from components.i18n.event_labels import event_label
from components.i18n.words import Words
from components.theme.colours import COLOURS, FONT

Figure = dict[str, Any]

CONFIG: Final = {
    "displayModeBar": False,
    "displaylogo": False,
    "showTips": False,
    "doubleClick": False,
}
EDGE: Final = 12.5  # room above the tallest mark for the names of the sides
NEAR: Final = 0.12  # share of the axis; a centred label nearer to its end would be cut off
ERAS: Final = 6  # eras offered and drawn at most
ERA: Final = timedelta(days=366)  # an interval of more than a year is an era


@dataclass(frozen=True, slots=True)
class Shown:
    """The reader's choice: the years, the days of the zoom, the ringed event."""

    years: tuple[int | None, int | None] = (None, None)
    zoom: Window | None = None
    chosen: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """Data beside the events: articles for the strip, reports, which may give other dates."""

    articles: pd.DataFrame
    reports: Sequence[Mapping[str, Any]] = ()


ALL: Final = Shown()
NOTHING: Final = Held(pd.DataFrame({"published": pd.Series(dtype="datetime64[ns]")}))


def figure(
    events: pd.DataFrame, words: Words, theme: str, shown: Shown = ALL, held: Held = NOTHING
) -> Figure:
    """The chart of a frame of events, above the strip of the articles in the store."""
    span, colours = window(events, shown), COLOURS[theme]
    dated = within(events, span)
    if timeline_counts.is_crowded(dated, span):
        traces, bands = [*timeline_counts.bars(dated, span, words, colours)], []
    else:
        marks = place(rows(timeline_counts.fewer(dated)), span)
        traces = [
            *timeline_marks.rivals(marks, held.reports, words, colours),
            timeline_marks.bars(marks, words, colours),
            timeline_marks.points(marks, words, colours),
            *timeline_marks.ring(marks, shown.chosen, colours),
        ]
        bands = list(_eras(marks, span, words, colours))
    strip = coverage.strip(held.articles, span, words, colours)
    return {"data": [*traces, strip], "layout": _layout(span, bands, words, colours)}


def window(events: pd.DataFrame, shown: Shown = ALL) -> Window:
    """First and last day of the axis: of the zoom, the chosen years, or the events' years."""
    if shown.zoom:
        return clamp(shown.zoom[0]), clamp(shown.zoom[1])
    dated, years = events[events["date_from"].notna()], shown.years
    today = date.today().year  # noqa: DTZ011  only the axis of an empty chart
    known = [] if dated.empty else [dated["date_from"].min().year, dated["date_to"].max().year]
    first = years[0] or (known[0] if known else (years[1] or today) - 1)
    last = years[1] or (known[-1] if known else first + 1)
    first, last = (min(max(year, FIRST_YEAR), LAST_YEAR) for year in (first, last))
    return date(first, 1, 1), date(max(first, last), 12, 31)


def within(events: pd.DataFrame, span: Window) -> pd.DataFrame:
    """The dated events that touch a window."""
    first, last = pd.Timestamp(span[0]), pd.Timestamp(span[1])
    return events[(events["date_to"] >= first) & (events["date_from"] <= last)]


def listed(events: pd.DataFrame, span: Window | None) -> pd.DataFrame:
    """The events for the table: all, or those of the zoom."""
    return within(events, span) if span else events


def eras(events: pd.DataFrame, most: int | None = None) -> list[dict[str, Any]]:
    """The intervals of more than a year that the articles name, the longest first."""
    long = events[
        (events["granularity"] == "range") & (events["date_to"] - events["date_from"] >= ERA)
    ]
    order = np.argsort((long["date_from"] - long["date_to"]).to_numpy(), kind="stable")
    return rows(long.iloc[order].drop_duplicates(["date_from", "date_to"])[:most])


def summary(events: pd.DataFrame, words: Words) -> str:
    """The chart in one sentence, for readers who cannot see it."""
    dated = events[events["date_from"].notna()]
    if dated.empty:
        return words.t("An empty time axis: no dated event.")
    counts = dated["polarity"].value_counts()
    return words.t(
        "Time axis from {first} to {last}: {all}; "
        "cooperation {up}, conflict {down}, neutral {flat}.",
        first=str(dated["date_from"].min().year),
        last=str(dated["date_to"].max().year),
        all=words.n("{count} event", "{count} events", len(dated)),
        up=int(counts.get("cooperation", 0)),
        down=int(counts.get("conflict", 0)),
        flat=int(counts.get("neutral", 0)),
    )


def _layout(
    span: Window, bands: Sequence[tuple[Figure, Figure]], words: Words, colours: Mapping[str, str]
) -> Figure:
    margin = timedelta(days=max(1, (span[1] - span[0]).days // 40))
    ends = [(span[0] - margin).isoformat(), (span[1] + margin).isoformat()]
    return {
        "height": 440,
        "margin": {"l": 12, "r": 12, "t": 34, "b": 44},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 14, "color": colours["ink"]},
        "hovermode": "closest",
        "hoverlabel": {
            "align": "right" if words.is_rtl else "left",
            "bgcolor": colours["paper"],
            "bordercolor": colours["rule"],
            "font": {"family": FONT, "color": colours["ink"], "size": 14},
        },
        "dragmode": "select",
        "selectdirection": "h",
        "newselection": {"line": {"color": colours["ink"], "width": 1}},
        "bargap": 0,
        "barmode": "overlay",
        "xaxis": {
            "type": "date",
            "range": ends[::-1] if words.is_rtl else ends,
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",
            "tickcolor": colours["rule"],
            "tickfont": {"color": colours["faint"]},
            "tickangle": 0,
            "automargin": True,
            "fixedrange": True,
            "anchor": "y2",
            **ticks(span, words),
        },
        "yaxis": {
            "domain": [coverage.HEIGHT + 0.02, 1],
            "range": [-EDGE, EDGE],
            "fixedrange": True,
            "showgrid": False,
            "showticklabels": False,
            "zeroline": True,
            "zerolinecolor": colours["ink"],
            "zerolinewidth": 1,
            "side": "right" if words.is_rtl else "left",
        },
        "yaxis2": coverage.axis(),
        "shapes": [shape for shape, _ in bands],
        "annotations": [
            *side_labels(words, colours, bottom=coverage.HEIGHT + 0.03),
            *(label for _, label in bands),
        ],
    }


def _eras(
    marks: Sequence[Mark], window: Window, words: Words, colours: Mapping[str, str]
) -> Iterator[tuple[Figure, Figure]]:
    """Shape and label of a band for each of the longest intervals; labels do not overlap."""
    labelled_to: date | None = None  # last day of the bands whose labels are drawn
    for mark in _widest(marks):
        first, last = max(mark.first, window[0]), min(mark.last, window[1])
        ends = {"x0": first.isoformat(), "x1": (last + timedelta(days=1)).isoformat()}
        fill = faded(colours[mark.row["polarity"]], 0.09)
        band = {"type": "rect", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, **ends}
        has_room = labelled_to is None or mark.first > labelled_to
        label = f"{event_label(mark.row, words)} {words.span(mark.first, mark.last)}"
        labelled_to = max(labelled_to or mark.last, mark.last)
        yield (
            {**band, "fillcolor": fill, "line": {"width": 0}, "layer": "below"},
            {
                "text": words.run(label) if has_room else "",
                **_anchored(mark.middle, (first, last), window, words),
                "yref": "paper",
                "y": 1,
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": 13, "color": colours[f"{mark.row['polarity']}-text"]},
            },
        )


def _widest(marks: Sequence[Mark]) -> list[Mark]:
    """The marks of the `ERAS` longest eras, in the order of `marks`; more bands would overlap."""
    long = [
        mark
        for mark in marks
        if mark.row["granularity"] == "range" and mark.last - mark.first >= ERA
    ]
    least = sorted((mark.last - mark.first for mark in long), reverse=True)[:ERAS]
    return [mark for mark in long if mark.last - mark.first >= least[-1]][:ERAS]


def _anchored(middle: date, band: Window, window: Window, words: Words) -> Figure:
    """The position of a band's label: its middle, or its end if near an end of the chart."""
    share = (middle - window[0]) / max(window[1] - window[0], timedelta(days=1))
    before, after = ("right", "left") if words.is_rtl else ("left", "right")
    if share < NEAR:
        return {"x": band[0].isoformat(), "xanchor": before}
    if share > 1 - NEAR:
        return {"x": band[1].isoformat(), "xanchor": after}
    return {"x": middle.isoformat(), "xanchor": "center"}
