"""The frame of a chart on a time axis, as HTML: the plot, its ticks, the strips below, the stubs.

Positions along the axis are percentages from the side where reading begins, so the page's direction
turns the chart and the browser fits it to any width. What depends on the width (the height of a
mark, whether a label is shown) is given for each width of `WIDTHS` in a CSS variable or class with
its letter; `charts.css` chooses among them by the width of the chart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from alaqat.model.years import FIRST_DAY, LAST_DAY
from components.charts.axes import Tick, Years, ticks
from components.charts.axis_range import Outside, Window, share
from components.i18n.escape import escape
from components.i18n.words import Words

Link = Callable[..., str]
# Letter → the least width of the axis in pixels for which its layout is used; `charts.css` has the
# same widths with the padding of the chart
WIDTHS: Final[Mapping[str, int]] = {"a": 256, "b": 326, "c": 496, "d": 836, "e": 1196}
DATED: Final = ("d", "e")  # the widths in which labels have their date
SHORT: Final = 62  # days of an axis up to which each has a stroke
LONG: Final = 26 * 31  # days of an axis up to which each month has a stroke
STROKES: Final = 60  # years with a stroke each; more would merge into a line


@dataclass(frozen=True, slots=True)
class Scene:
    """What all parts of a chart share: its axis, the reader's words and addresses, the choice.

    `link(**changes)` is the address of the page with a changed view, `chosen` the id of an event.
    With `has_parties` the labels say who did it to whom: the events are of several pairs.
    """

    window: Window
    words: Words
    link: Link
    chosen: str | None = None
    has_parties: bool = False


def percent(part: float) -> str:
    """A share of the axis in CSS."""
    return f"{100 * part:.2f}%"


def per_width(values: Mapping[str, float]) -> str:
    """CSS variables of a number of pixels for each width."""
    return "".join(f"--{letter}:{value:g}px;" for letter, value in values.items())


def figure(kind: str, label: str, body: str, scene: Scene) -> str:
    """A chart with its name for readers who cannot see it.

    Its attributes are for `charts.js`: the days of its axis, and the address of a zoom.
    """
    first, last = scene.window
    zoom = escape(scene.link(zoom=f"{FIRST_DAY}_{LAST_DAY}"))
    return (
        f'<div class="chart {kind}" role="group" aria-label="{escape(label)}" '
        f'data-first="{first}" data-last="{last}" data-zoom="{zoom}">{body}</div>'
    )


def plot(inner: str, rooms: Mapping[str, tuple[int, int]], words: Words) -> str:
    """The plot: the line of the axis, the names of its sides, and what stands on it.

    `rooms` are the pixels above and below the axis for each width.
    """
    heights = "".join(
        f"--up-{letter}:{up}px;--down-{letter}:{down}px;" for letter, (up, down) in rooms.items()
    )
    sides = "".join(
        f'<span class="side {side}">{escape(words.t(text))}</span>'
        for side, text in (("cooperation", "cooperation"), ("conflict", "conflict"))
    )
    return f'<div class="plot" style="{heights}"><i class="axis"></i>{sides}{inner}</div>'


def tick_row(scene: Scene, years: Years = (), *, has_links: bool = False) -> str:
    """The names below the axis; with `has_links` they lead to their days. `years` have events."""
    counted = Counter(years)
    chosen = {
        letter: ticks(scene.window, scene.words, width, counted) for letter, width in WIDTHS.items()
    }
    every = sorted({tick for own in chosen.values() for tick in own}, key=_order)
    link = scene.link if has_links else None
    named = "".join(_tick(tick, scene.window, chosen, link) for tick in every)
    strokes = "".join(
        f'<i class="stroke" style="--x:{percent(share(day, scene.window))}"></i>'
        for day in _boundaries(scene.window)
    )
    return f'<div class="ticks">{strokes}{named}</div>'


def _order(tick: Tick) -> tuple[date, date, tuple[str, ...]]:
    return tick.first, tick.last, tick.lines


def _tick(
    tick: Tick, window: Window, chosen: Mapping[str, Sequence[Tick]], link: Link | None
) -> str:
    hidden = "".join(f" {letter}-none" for letter, own in chosen.items() if tick not in own)
    text = "<br>".join(map(escape, tick.lines))
    place = f'class="tick{hidden}" style="--x:{percent(tick.position(window))}"'
    if link is None or tick.first == tick.last:
        return f"<span {place}>{text}</span>"
    return f'<a {place} href="{escape(link(zoom=f"{tick.first}_{tick.last}"))}">{text}</a>'


def _boundaries(window: Window) -> list[date]:
    """The first days of days, months or years on the axis, as many as can be told apart."""
    first, last = window
    length = (last - first).days + 1
    if length <= SHORT:
        return [first + timedelta(days=day) for day in range(1, length)]
    if length <= LONG:
        count = (last.year - first.year) * 12 + last.month - first.month
        months = [first.month + month for month in range(1, count + 1)]
        return [date(first.year + month // 12, month % 12 + 1, 1) for month in months]
    years = range(first.year + 1, last.year + 1)
    return [date(year, 1, 1) for year in years] if len(years) <= STROKES else []


def stubs(outside: tuple[Outside | None, Outside | None], scene: Scene) -> str:
    """Links at the two ends of the axis to the events before and after it."""
    words, window = scene.words, scene.window
    sides = zip(outside, ("before", "after"), window, strict=True)
    parts = [
        _stub(side, words.t(f"{side} {{date}}", date=_edge(day, scene)), beyond, scene)
        for beyond, side, day in sides
        if beyond
    ]
    return f'<div class="stubs">{"".join(parts)}</div>' if parts else ""


def _edge(day: date, scene: Scene) -> str:
    """The name of an end of the axis: its year, if the axis is of whole years."""
    first, last = scene.window
    is_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return str(day.year) if is_years else scene.words.day(day)


def _stub(side: str, text: str, beyond: Outside, scene: Scene) -> str:
    words, (first, last) = scene.words, beyond.window
    events = words.n("{count} event", "{count} events", beyond.count)
    label = words.t("{date}: {events}", date=text, events=events)
    address = escape(scene.link(zoom=f"{first}_{last}", event=None))
    return f'<a class="stub {side}" href="{address}">{escape(label)}</a>'
