"""The timeline as HTML: every event at its date, with the date's precision; or counts of many.

Cooperation is above the axis, conflict below, the height is the intensity. Marks have their label
next to them; of many marks only the strongest ones do, and of too many columns count them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
import pandas as pd

from alaqat.model.years import clamp
from components.charts import context_strip, count_columns, coverage, timeline_marks
from components.charts.axis_range import Window, bulk, outside
from components.charts.chart_frame import Scene, figure, percent, plot, stubs, tick_row
from components.charts.event_layout import MOST_LABELLED
from components.charts.periods import SIDES, counts, stretch
from components.charts.timeline_marks import Mark, mark
from components.data.frame_rows import rows
from components.i18n.escape import escape
from components.i18n.words import Words

Row = Mapping[str, Any]
MOST_MARKS: Final = 150  # marks of an axis; more cannot be told apart and are counted in columns
CLOSEST: Final = 3  # days of an axis on which columns would be too few to count
COLUMNS: Final = 110  # pixels of the columns of both sides
STRETCHES: Final = 12  # parts of an axis of columns of which the strongest events are named
ERAS: Final = 6  # eras offered and drawn at most
ERA: Final = timedelta(days=366)  # an interval of more than a year is an era


@dataclass(frozen=True, slots=True)
class Shown:
    """The reader's choice: the years, the days of the zoom; the axis of an empty chart."""

    years: tuple[int | None, int | None] = (None, None)
    zoom: Window | None = None
    whole: Window | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one plot, its heading ("" for a single one), the reports of its events.

    `whole` gives events with the columns that `events` lacks.
    """

    events: pd.DataFrame
    title: str = ""
    reports: Sequence[Row] = ()
    whole: Callable[[pd.DataFrame], pd.DataFrame] = pd.DataFrame.copy


ALL: Final = Shown()


def html(lanes: Sequence[Lane], articles: pd.DataFrame, scene: Scene) -> str:
    """The chart of one or two lanes on one axis, with the strips of articles and of all events."""
    every = lanes[0].events
    if len(lanes) > 1:
        every = pd.concat([lane.events for lane in lanes]).drop_duplicates("event_id")
    dated = within(every, scene.window)
    years = _years(dated)
    body = "".join(_lane(lane, scene) for lane in lanes)
    body += tick_row(scene, years, has_links=len(dated) > MOST_LABELLED)
    body += stubs(outside(every, scene.window), scene)
    body += coverage.strip(articles, scene)
    body += context_strip.html(context_strip.cells(every, scene.words), scene)
    return figure("timeline", summary(every, scene.words), body, scene)


def _years(dated: pd.DataFrame) -> dict[int, int]:
    """The years of the ends of dates, with their counts."""
    ends = [dated[name].to_numpy(dtype="datetime64[Y]") for name in ("date_from", "date_to")]
    years, counts = np.unique(np.concatenate(ends), return_counts=True)
    return dict(zip((years.astype("int64") + 1970).tolist(), counts.tolist(), strict=True))


def _lane(lane: Lane, scene: Scene) -> str:
    dated = within(lane.events, scene.window)
    heading = f'<h2 class="lane">{escape(lane.title)}</h2>' if lane.title else ""
    if is_crowded(dated, scene.window):
        return heading + _counted(dated, lane, scene)
    return heading + _marked(dated, lane, scene)


def _marked(dated: pd.DataFrame, lane: Lane, scene: Scene) -> str:
    drawn = [mark(row, scene) for row in rows(fewer(dated))]
    items = [timeline_marks.item(one, scene.window) for one in drawn]
    placed = timeline_marks.by_width(items, is_low=bool(lane.title))
    inner = (
        "".join(_bands(drawn, scene))
        + "".join(timeline_marks.rivals(drawn, placed, lane.reports, scene))
        + timeline_marks.marks(drawn, placed, scene)
    )
    rooms = {letter: (own.up, own.down) for letter, own in placed.items()}
    return plot(inner, rooms, scene.words)


def _counted(dated: pd.DataFrame, lane: Lane, scene: Scene) -> str:
    bars = count_columns.columns(counts(dated, scene.window))
    unit = count_columns.scale(bars, COLUMNS)
    drawn = [mark(row, scene) for row in rows(lane.whole(_named(dated, scene.window)))]
    items = [timeline_marks.item(one, scene.window, wanted=_side(one)) for one in drawn]
    placed = timeline_marks.by_width(items, count_columns.occupied(bars, unit))
    inner = count_columns.html(bars, unit, scene.words, lambda period: _zoom(period, scene))
    inner += timeline_marks.marks(drawn, placed, scene)
    rooms = {letter: (own.up, own.down) for letter, own in placed.items()}
    return plot(inner, rooms, scene.words)


def _side(one: Mark) -> float:
    return -0.01 if one.row["polarity"] == "conflict" else 0.01


def _named(dated: pd.DataFrame, span: Window) -> pd.DataFrame:
    """The strongest event of each side in each of `STRETCHES` parts of the axis."""
    sided = dated[dated["polarity"].isin(SIDES) & (dated["status"] == "done")]
    if sided.empty:
        return sided
    length = pd.Timestamp(span[1]) - pd.Timestamp(span[0]) + timedelta(days=1)
    middle = sided["date_from"] + (sided["date_to"] - sided["date_from"]) / 2
    parts = ((middle - pd.Timestamp(span[0])) / length * STRETCHES).clip(0, STRETCHES - 1)
    strength = sided["intensity"].abs() + 2 * np.log2(sided["reports"])
    strongest = strength.groupby([parts.astype(int), sided["polarity"]]).idxmax()
    return sided.loc[sorted(strongest)]


def _zoom(period: str, scene: Scene) -> str:
    first, last = stretch(period)
    return scene.link(zoom=f"{first}_{last}", event=None)


def window(events: pd.DataFrame, shown: Shown = ALL) -> Window:
    """The days of the axis: those of the zoom, of the chosen years, or of the bulk of the events.

    `shown.whole` takes the place of what is missing; without it, last year and this one do.
    """
    if shown.zoom:
        return clamp(shown.zoom[0]), clamp(shown.zoom[1])
    years, found = shown.years, bulk(events) or shown.whole
    today = date.today().year  # noqa: DTZ011  only the axis of an empty chart
    first = date(years[0], 1, 1) if years[0] else found and found[0]
    last = date(years[1], 12, 31) if years[1] else found and found[1]
    first = first or date((last.year if last else today) - 1, 1, 1)
    last = last or date(first.year + 1, 12, 31)
    return clamp(first), clamp(max(first, last))


def within(events: pd.DataFrame, span: Window) -> pd.DataFrame:
    """The dated events that touch a window."""
    first, last = pd.Timestamp(span[0]), pd.Timestamp(span[1])
    return events[(events["date_to"] >= first) & (events["date_from"] <= last)]


def is_crowded(dated: pd.DataFrame, span: Window) -> bool:
    """True if the events of a window are too many for marks and are drawn as counts."""
    return len(dated) > MOST_MARKS and (span[1] - span[0]).days >= CLOSEST


def fewer(dated: pd.DataFrame) -> pd.DataFrame:
    """The events to draw as marks: all, or the most reported ones of too many."""
    if len(dated) <= MOST_MARKS:
        return dated
    return dated.nlargest(MOST_MARKS, "reports", keep="first").sort_index()


def eras(events: pd.DataFrame, most: int | None = None) -> list[dict[str, Any]]:
    """The intervals of a side of more than a year that the articles name, the longest first."""
    long = events[
        (events["granularity"] == "range")
        & events["polarity"].isin(SIDES)
        & (events["date_to"] - events["date_from"] >= ERA)
    ]
    order = np.argsort((long["date_from"] - long["date_to"]).to_numpy(), kind="stable")
    return rows(long.iloc[order].drop_duplicates(["date_from", "date_to"])[:most])


def _bands(drawn: Sequence[Mark], scene: Scene) -> Iterator[str]:
    """A tint behind the years of each of the longest intervals that the axis shows in part."""
    long = [one for one in drawn if _is_era(one)]
    for one in sorted(long, key=lambda one: one.first - one.last)[:ERAS]:
        first, last = timeline_marks.ends(one, scene.window)
        if last - first < 1:
            where = f"--x:{percent(first)};--w:{percent(last - first)}"
            yield f'<i class="era {one.row["polarity"]}" style="{where}"></i>'


def _is_era(one: Mark) -> bool:
    is_range, is_long = one.row["granularity"] == "range", one.last - one.first >= ERA
    return is_range and is_long and one.row["polarity"] in SIDES


def note(dated: pd.DataFrame, span: Window, words: Words) -> str:
    """Why counts or only some events are drawn; empty where every event is drawn."""
    events = words.n("{count} event", "{count} events", len(dated))
    if is_crowded(dated, span):
        return words.t(
            "{events}: too many to tell apart, so bars count them. Choose a bar to see its events.",
            events=events,
        )
    if len(dated) > MOST_MARKS:
        return words.t(
            "{events}: the {shown} most reported are drawn.", events=events, shown=MOST_MARKS
        )
    return ""


def summary(events: pd.DataFrame, words: Words) -> str:
    """The chart in one sentence, for readers who cannot see it."""
    dated = events[events["date_from"].notna()]
    if dated.empty:
        return words.t("An empty time axis: no dated event.")
    counted = dated["polarity"].value_counts()
    return words.t(
        "Time axis from {first} to {last}: {all}; "
        "cooperation {up}, conflict {down}, neutral {flat}.",
        first=str(dated["date_from"].min().year),
        last=str(dated["date_to"].max().year),
        all=words.n("{count} event", "{count} events", len(dated)),
        up=int(counted.get("cooperation", 0)),
        down=int(counted.get("conflict", 0)),
        flat=int(counted.get("neutral", 0)),
    )
