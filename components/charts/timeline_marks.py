"""The marks of events, as HTML: shapes at days, bars for longer dates, with their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from types import MappingProxyType
from typing import Any, Final

from components.charts.axis_range import Window, end_share, share
from components.charts.chart_frame import DATED, WIDTHS, Scene, per_width, percent
from components.charts.event_layout import Columns, Item, Layout, Place, layout
from components.charts.text_width import text_width
from components.i18n.escape import escape, is_missing
from components.i18n.event_labels import (
    date_label,
    event_label,
    parties_label,
    sides_label,
    status_label,
)
from components.i18n.words import Words

Row = Mapping[str, Any]
LABEL: Final = 14  # pixels of the letters of a label
DATE: Final = 13  # and of the date after it
SPACE: Final = 6  # pixels between them
LONGEST: Final = 230  # pixels of a label; a longer one is cut
STRONGEST: Final = 10.0  # the highest intensity
WEAKEST: Final = 0.8  # least height of a mark of a side, in steps of intensity
PRECISE: Final = ("day", None)
# TIMEX3 modifier of a date → does its bar fade at its beginning, at its end; other modifiers fade
# both
FADING_ENDS: Final = {
    "START": (False, True),
    "END": (True, False),
    "BEFORE": (True, False),
    "AFTER": (False, True),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis: its row, its days, its label; `at` replaces its own place.

    `at` is a position (0 to 1) and the address is that of its event unless `href` gives another.
    """

    row: Row
    first: date
    last: date
    label: str
    date: str
    at: float | None = None
    href: str | None = None


def mark(row: Row, scene: Scene) -> Mark:
    """The mark of a row of the frame of events; its date leaves out the year of the whole axis."""
    words, (begin, end) = scene.words, scene.window
    first, last = row["date_from"].date(), row["date_to"].date()
    is_day = first == last and row["granularity"] in PRECISE and is_missing(row["mod"])
    has_one_year = begin.year == end.year and not words.hijri
    date = words.short_day(first) if is_day and has_one_year else date_label(row, words)
    return Mark(row, first, last, _label(row, scene), date)


def _label(row: Row, scene: Scene) -> str:
    """What happened, in a chart of several pairs with who did it to whom."""
    what = event_label(row, scene.words)
    who = sides_label(row, scene.words) if scene.has_parties else ""
    return scene.words.t("{what}: {who}", what=what, who=who) if who else what


def is_point(one: Mark) -> bool:
    """True for a date of a day, which has a shape and no bar."""
    return one.at is not None or (one.row["granularity"] in PRECISE and one.first == one.last)


def ends(one: Mark, window: Window) -> tuple[float, float]:
    """The ends of the visible part of a mark, from 0 to 1; equal for a point."""
    if one.at is not None:
        return one.at, one.at
    first, last = share(one.first, window), end_share(one.last, window)
    if is_point(one):
        return ((first + last) / 2,) * 2
    return max(first, 0.0), min(last, 1.0)


def height(row: Row) -> float:
    """The intensity, up for cooperation, down for conflict, 0 for neither: -1 to 1."""
    strength = min(max(abs(float(row["intensity"])), WEAKEST), STRONGEST) / STRONGEST
    return {"cooperation": strength, "conflict": -strength}.get(row["polarity"], 0.0)


def strength(row: Row) -> float:
    """What decides which of many events has a label: its intensity and its number of reports."""
    return abs(float(row["intensity"])) + 2 * log2(max(1, int(row.get("reports") or 1)))


def item(one: Mark, window: Window, *, wanted: float | None = None) -> Item:
    """What the layout needs to know of a mark; `wanted` replaces its own height."""
    size = min(text_width(one.label, LABEL, is_bold=True), LONGEST)
    first, last = ends(one, window)
    return Item(
        first,
        last,
        height(one.row) if wanted is None else wanted,
        size,
        size + SPACE + text_width(one.date, DATE),
        strength(one.row),
    )


def by_width(
    items: Sequence[Item],
    columns: Mapping[str, Columns] = MappingProxyType({}),
    *,
    is_low: bool = False,
) -> dict[str, Layout]:
    """The layouts of items for each of the widths, with their columns; lower ones for two lanes."""
    return {
        letter: layout(
            tuple(items),
            width,
            has_dates=letter in DATED,
            columns=columns.get(letter),
            is_low=is_low,
        )
        for letter, width in WIDTHS.items()
    }


def marks(drawn: Sequence[Mark], layouts: Mapping[str, Layout], scene: Scene) -> str:
    """The marks as links to their events. Only one is a stop of the tab key; arrows lead on."""
    stop = next((i for i, one in enumerate(drawn) if _is_chosen(one, scene)), 0)
    return "".join(
        _mark(one, [own.places[index] for own in layouts.values()], scene, is_stop=index == stop)
        for index, one in enumerate(drawn)
    )


def _is_chosen(one: Mark, scene: Scene) -> bool:
    return scene.chosen is not None and one.row.get("event_id") == scene.chosen


def _mark(one: Mark, places: Sequence[Place], scene: Scene, *, is_stop: bool) -> str:
    first, last = ends(one, scene.window)
    event, lines = one.row.get("event_id"), tip(one, scene.words)
    address = one.href or scene.link(event=event)
    placed = dict(zip(WIDTHS, places, strict=True))
    tokens = [f"{letter}-{place.label or 'none'}" for letter, place in placed.items()]
    heights = per_width({letter: place.y for letter, place in placed.items()})
    current = ' aria-current="true"' if _is_chosen(one, scene) else ""
    return (
        f'<a class="mark {" ".join([*_classes(one), *tokens])}" '
        f'style="--x:{percent(first)};--f:{last - first:.5f};{heights}" '
        f'href="{escape(address)}" data-event="{escape(event)}" tabindex="{0 if is_stop else -1}"'
        f'{current} aria-label="{escape(scene.words.comma.join(lines))}" '
        f'data-tip="{escape(chr(10).join(lines))}">'
        f'<i class="stem"></i><i class="bar"></i><i class="shape"></i>'
        f'<span class="label">{escape(one.label)} <small>{escape(one.date)}</small></span></a>'
    )


def _classes(one: Mark) -> Iterator[str]:
    """What the look of a mark says: side, kind, status, precision."""
    yield str(one.row["polarity"])
    yield f"kind-{one.row['kind']}"
    yield "point" if is_point(one) else "long"
    if one.row["status"] != "done":
        yield "hollow"
    mod = one.row["mod"]
    if not is_missing(mod):
        first, last = FADING_ENDS.get(mod, (True, True))
        yield from ("vague", *(("fade-first",) * first), *(("fade-last",) * last))


def tip(one: Mark, words: Words) -> list[str]:
    """The lines of a mark's tooltip, which are also its name: date, parties, what happened."""
    label = event_label(one.row, words)
    what = " · ".join(part for part in (label, status_label(one.row, words)) if part)
    lines = [
        date_label(one.row, words),
        parties_label(one.row, words) if "actors" in one.row else "",
        what,
    ]
    return [line for line in lines if line]


def has_other_date(event: Row, report: Row) -> bool:
    """True if a report of an event has another date, not only a coarser or finer one."""
    is_same = report["event_id"] == event["event_id"]
    if not is_same or is_missing(report["date_from"]) or is_missing(event["date_from"]):
        return False
    return not (_is_within(report, event) or _is_within(event, report))


def _is_within(inner: Row, outer: Row) -> bool:
    return bool(outer["date_from"] <= inner["date_from"] <= inner["date_to"] <= outer["date_to"])


def rivals(
    drawn: Sequence[Mark], layouts: Mapping[str, Layout], reports: Iterable[Row], scene: Scene
) -> Iterator[str]:
    """Other dates in reports of an event: a small ring at each, joined to the mark by a line."""
    by_event: dict[str, list[Row]] = {}
    for report in reports:
        by_event.setdefault(report["event_id"], []).append(report)
    for index, one in enumerate(drawn):
        heights = per_width({letter: own.places[index].y for letter, own in layouts.items()})
        for report in by_event.get(one.row["event_id"], ()):
            if has_other_date(one.row, report):
                yield _rival(one, report, heights, scene)


def _rival(one: Mark, report: Row, heights: str, scene: Scene) -> str:
    words, own = scene.words, sum(ends(one, scene.window)) / 2
    middle = report["date_from"] + (report["date_to"] - report["date_from"]) / 2
    other = min(max(share(middle.date(), scene.window), 0.0), 1.0)
    side = "later" if other > own else "earlier"
    text = words.t("another report: {date}", date=date_label({**report, "mod": None}, words))
    where = f"--x:{percent(min(own, other))};--w:{percent(abs(other - own))};{heights}"
    return f'<i class="rival {side}" style="{where}" data-tip="{escape(text)}"></i>'
