"""The timeline: every event where its date puts it, as precise as the date is, cooperation up and conflict down.

Figures are plain dicts: building one through Plotly's own classes costs twenty times as much.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from components.kinds import COLOURS, FONT, kind
from components.marks import Mark, Window, called, hover, place, sides
from components.text import Words, missing

Figure = dict[str, Any]

CONFIG: Final = {"displayModeBar": False, "displaylogo": False, "showTips": False, "doubleClick": "reset"}
EDGE: Final = 12.5  # room above the tallest mark for the names of the sides
MOST: Final = 2000  # marks; more are slow to draw and impossible to tell apart
MINOR_MONTHS: Final = 720  # sixty years with a small tick each; more would be a grey line
DAY_MS: Final = 86_400_000
ERA_DAYS: Final = 366  # an interval of more than a year is an era
BAR: Final = 0.45  # thickness of a bar, in steps of intensity
PRECISE: Final = ("day", None)


def figure(
    events: pd.DataFrame,
    words: Words,
    theme: str,
    *,
    years: tuple[int | None, int | None] = (None, None),
    chosen: str | None = None,
) -> Figure:
    """The chart of a frame of events; `years` fixes the ends of the axis, `chosen` is ringed."""
    dated = drawn(events)
    colours = COLOURS[theme]
    window = _window(dated, years)
    marks = place(dated.to_dict("records"), window)
    return {
        "data": [_bars(marks, words, colours), _points(marks, words, colours), *_ring(marks, chosen, colours)],
        "layout": _layout(window, marks, words, colours),
    }


def drawn(events: pd.DataFrame) -> pd.DataFrame:
    """The events that can be drawn: dated ones, the most reported ones when there are too many."""
    dated = events[events["date_from"].notna()]
    if len(dated) <= MOST:
        return dated
    return dated.nlargest(MOST, "reports", keep="first").sort_values("date_from")


def undated(events: pd.DataFrame) -> pd.DataFrame:
    """The events that nothing dates."""
    return events[events["date_from"].isna()]


def summary(events: pd.DataFrame, words: Words) -> str:
    """What the chart shows, in one sentence, for those who cannot see it."""
    dated = events[events["date_from"].notna()]
    if dated.empty:
        return words.t("An empty time axis: no dated event.")
    sides = dated["polarity"].value_counts()
    return words.t(
        "Time axis from {first} to {last}: {all}; cooperation {up}, conflict {down}, neutral {flat}.",
        first=str(dated["date_from"].min().year),
        last=str(dated["date_to"].max().year),
        all=words.n("{count} event", "{count} events", len(dated)),
        up=int(sides.get("cooperation", 0)),
        down=int(sides.get("conflict", 0)),
        flat=int(sides.get("neutral", 0)),
    )


def _window(dated: pd.DataFrame, years: tuple[int | None, int | None]) -> Window:
    """First and last day of the axis: the chosen years, else whole years around the events."""
    today = date.today().year  # noqa: DTZ011  only the axis of an empty chart
    known = [] if dated.empty else [dated["date_from"].min().year, dated["date_to"].max().year]
    first = years[0] or (known[0] if known else (years[1] or today) - 1)
    last = years[1] or (known[-1] if known else first + 1)
    return date(first, 1, 1), date(max(first, last), 12, 31)


def _colour(mark: Mark, colours: Mapping[str, str]) -> str:
    """The colour of a mark's side; a vague date fades it."""
    solid = colours[mark.row["polarity"]]
    return solid if missing(mark.row["mod"]) else _faded(solid, 0.45)


def _faded(colour: str, alpha: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha})"


def _bars(marks: Sequence[Mark], words: Words, colours: Mapping[str, str]) -> Figure:
    """Bars for dates that are no single day, each exactly as long as what is known."""
    long = [mark for mark in marks if mark.row["granularity"] not in PRECISE]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [mark.first.isoformat() for mark in long],
        "x": [((mark.last - mark.first).days + 1) * DAY_MS for mark in long],
        "y": [mark.y for mark in long],
        "width": [BAR] * len(long),
        "textposition": "none",
        "marker": {
            "color": [_fill(mark, colours) for mark in long],
            "line": {"color": [_colour(mark, colours) for mark in long], "width": 1},
        },
        **_told(long, words),
    }


def _fill(mark: Mark, colours: Mapping[str, str]) -> str:
    """Bars are veils, so that a mark before one is seen; hollow ones have only an outline."""
    veil = 0.45 if missing(mark.row["mod"]) else 0.18
    return "rgba(0,0,0,0)" if _hollow(mark) else _faded(colours[mark.row["polarity"]], veil)


def _points(marks: Sequence[Mark], words: Words, colours: Mapping[str, str]) -> Figure:
    """The shape of each event's kind, at its day or at the middle of its bar."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.middle.isoformat() for mark in marks],
        "y": [mark.y for mark in marks],
        "marker": {
            "symbol": [kind(mark.row["kind"]).symbol for mark in marks],
            "size": 13,
            "color": [colours["paper"] if _hollow(mark) else _colour(mark, colours) for mark in marks],
            "opacity": 1,
            "line": {"width": [2 if _hollow(mark) else 1 for mark in marks], "color": _outline(marks, colours)},
        },
        **_told(marks, words),
    }


def _outline(marks: Sequence[Mark], colours: Mapping[str, str]) -> list[str]:
    """Hollow marks are drawn by their outline; solid ones are set off from their neighbours by paper."""
    return [_colour(mark, colours) if _hollow(mark) else colours["paper"] for mark in marks]


def _hollow(mark: Mark) -> bool:
    return mark.row["status"] != "done"


def _told(marks: Sequence[Mark], words: Words) -> Figure:
    return {
        "customdata": [[mark.row["event_id"]] for mark in marks],
        "text": [hover(mark.row, words) for mark in marks],
        "hovertemplate": "%{text}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
        "showlegend": False,
    }


def _ring(marks: Sequence[Mark], chosen: str | None, colours: Mapping[str, str]) -> Iterator[Figure]:
    for mark in marks:
        if mark.row["event_id"] == chosen:
            yield {
                "type": "scatter",
                "mode": "markers",
                "x": [mark.middle.isoformat()],
                "y": [mark.y],
                "marker": {"symbol": "circle-open", "size": 26, "color": colours["ink"], "line": {"width": 2}},
                "hoverinfo": "skip",
                "showlegend": False,
            }


def _layout(window: Window, marks: Sequence[Mark], words: Words, colours: Mapping[str, str]) -> Figure:
    margin = timedelta(days=max(3, (window[1] - window[0]).days // 40))
    ends = [(window[0] - margin).isoformat(), (window[1] + margin).isoformat()]
    bands = list(_eras(marks, window, words, colours))
    return {
        "height": 420,
        "margin": {"l": 12, "r": 12, "t": 34, "b": 44},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 14, "color": colours["ink"]},
        "hovermode": "closest",
        "hoverlabel": {
            "align": "right" if words.rtl else "left",
            "bgcolor": colours["paper"],
            "bordercolor": colours["rule"],
            "font": {"family": FONT, "color": colours["ink"], "size": 14},
        },
        "dragmode": "zoom",
        "bargap": 0,
        "barmode": "overlay",
        "uirevision": f"{ends}{words.lang}",
        "xaxis": {
            "type": "date",
            "range": ends[::-1] if words.rtl else ends,
            "showgrid": False,
            "zeroline": False,
            "ticks": "outside",
            "tickcolor": colours["rule"],
            "tickfont": {"color": colours["faint"]},
            "tickangle": 0,
            **ticks(window, words),
        },
        "yaxis": {
            "range": [-EDGE, EDGE],
            "fixedrange": True,
            "showgrid": False,
            "showticklabels": False,
            "zeroline": True,
            "zerolinecolor": colours["ink"],
            "zerolinewidth": 1,
            "side": "right" if words.rtl else "left",
        },
        "shapes": [shape for shape, _ in bands],
        "annotations": [*sides(words, colours), *(label for _, label in bands)],
    }


def ticks(window: Window, words: Words) -> Figure:
    """Year ticks, and months by name where the axis is short; zoomed months and days are figures."""
    months = (window[1].year - window[0].year) * 12 + window[1].month - window[0].month + 1
    if months > 24:
        stops = [
            {"dtickrange": [None, DAY_MS * 27], "value": "%d/%m/%Y"},
            {"dtickrange": ["M1", "M11"], "value": "%m/%Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ]
        minor = {"ticks": "outside", "ticklen": 3, "dtick": "M12"} if months <= MINOR_MONTHS else {}
        return {"tickformatstops": stops, "minor": minor}
    days = [date(window[0].year + at // 12, at % 12 + 1, 1) for at in range(0, months, 2 if months <= 12 else 4)]
    labels = [words.run(words.month(day).replace(" ", "<br>", 1)) for day in days]
    return {"tickmode": "array", "tickvals": [day.isoformat() for day in days], "ticktext": labels}


def _eras(
    marks: Sequence[Mark], window: Window, words: Words, colours: Mapping[str, str]
) -> Iterator[tuple[Figure, Figure]]:
    """Bands for the intervals of more than a year that the articles name, labelled along the top edge."""
    taken: date | None = None
    for mark in marks:
        if mark.row["granularity"] != "range" or (mark.last - mark.first).days < ERA_DAYS:
            continue
        first, last = max(mark.first, window[0]), min(mark.last, window[1])
        ends = {"x0": first.isoformat(), "x1": (last + timedelta(days=1)).isoformat()}
        fill = _faded(colours[mark.row["polarity"]], 0.09)
        band = {"type": "rect", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, **ends}
        label = (
            "" if taken and mark.first <= taken else f"{called(mark.row, words)} {words.span(mark.first, mark.last)}"
        )
        taken = max(taken or mark.last, mark.last)
        yield (
            {**band, "fillcolor": fill, "line": {"width": 0}, "layer": "below"},
            {
                "text": words.run(label) if label else "",
                "x": mark.middle.isoformat(),
                "yref": "paper",
                "y": 1,
                "yanchor": "bottom",
                "showarrow": False,
                "font": {"size": 13, "color": colours[f"{mark.row['polarity']}-text"]},
            },
        )
