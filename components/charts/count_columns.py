"""Columns of counts on a time axis, as HTML: cooperation up, conflict down, on one scale.

Every column has its value at its end where the width allows, else a scale of values is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from components.charts.axis_range import Window, end_share, share
from components.charts.chart_frame import WIDTHS, percent
from components.charts.event_layout import Box, Columns
from components.charts.periods import SIDES, Counts, name, stretch
from components.charts.text_width import text_width
from components.i18n.escape import escape
from components.i18n.words import Words

GAP: Final = 0.2  # of a period between its column and the next one
VALUE: Final = 13  # pixels of the letters of a value
LINE: Final = 18  # pixels of a value at the end of a column
TALLEST: Final = 36.0  # pixels of a unit, so that one event is no tower
LEAST: Final = 3  # pixels of the shortest column
STEPS: Final = (1, 2, 5)  # the values of the scale are these times a power of ten
Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its period, side, value and number of events, and its ends on the axis (0 to 1)."""

    period: str
    side: str
    value: float
    count: int
    first: float
    last: float


def columns(summed: Counts, measure: str = "count") -> list[Column]:
    """The columns that are not empty; `measure` is `count` or `intensity`."""
    drawn = []
    for side in SIDES:
        values = summed.table[f"{side}_intensity" if measure == "intensity" else side]
        for period, value, count in zip(summed.labels, values, summed.table[side], strict=True):
            if count:
                first, last = ends(period, summed.window)
                drawn.append(Column(period, side, float(value), int(count), first, last))
    return drawn


def ends(period: str, window: Window) -> tuple[float, float]:
    """The ends of the column of a period, from 0 to 1."""
    first, last = stretch(period)
    begin, end = share(first, window), end_share(last, window)
    inset = (end - begin) * GAP / 2
    return max(begin + inset, 0.0), min(end - inset, 1.0)


def highest(drawn: Sequence[Column]) -> dict[str, float]:
    """The highest value of each side, 0 without columns."""
    return {
        side: max((one.value for one in drawn if one.side == side), default=0.0) for side in SIDES
    }


def scale(drawn: Sequence[Column], height: int) -> float:
    """The pixels of one unit, the same on both sides, if all columns together take a height."""
    return min(height / max(sum(highest(drawn).values()), 1.0), TALLEST)


def length(one: Column, unit: float) -> int:
    """The pixels of a column."""
    return max(round(one.value * unit), LEAST)


def boxes(drawn: Sequence[Column], unit: float, width: int) -> list[Box]:
    """The rectangles of the columns with their values, which no label may cover."""
    has_values = can_have_values(drawn, width)
    areas = []
    for one in drawn:
        end = length(one, unit) + LINE * has_values
        bottom, top = (0, end) if one.side == SIDES[0] else (-end, 0)
        areas.append(Box(one.first * width, one.last * width, bottom, top))
    return areas


def can_have_values(drawn: Sequence[Column], width: int) -> bool:
    """True if the value of every column fits over it."""
    return all(
        text_width(_written(one.value), VALUE) <= (one.last - one.first) / (1 - GAP) * width
        for one in drawn
    )


def _written(value: float) -> str:
    return f"{value:,g}"


def html(
    drawn: Sequence[Column], unit: float, words: Words, address: Address, period: str | None = None
) -> str:
    """The columns as links to the `address` of their period, of which `period` is outlined."""
    bare = [letter for letter, width in WIDTHS.items() if not can_have_values(drawn, width)]
    valued = [letter for letter in WIDTHS if letter not in bare]
    grid = _scale(drawn, unit, _hidden_in(valued), words) if bare else ""
    value = f'<span class="value{_hidden_in(bare)}">'
    return grid + "".join(
        f"<a{_attributes(one, unit, words)} "
        f"{'aria-current=true ' if one.period == period else ''}"
        f'href="{escape(address(one.period))}">{value}{_written(one.value)}</span></a>'
        for one in drawn
    )


def _hidden_in(letters: Sequence[str]) -> str:
    """The CSS classes that hide an element in some widths."""
    return "".join(f" {letter}-none" for letter in letters)


def _attributes(one: Column, unit: float, words: Words) -> str:
    label = escape(column_label(one, words))
    return (
        f' class="column {one.side}" style="--x:{percent(one.first)};'
        f'--w:{percent(one.last - one.first)};--n:{length(one, unit)}px" tabindex="-1" '
        f'aria-label="{label}" data-tip="{label}"'
    )


def column_label(one: Column, words: Words) -> str:
    """A column in words: `2018: 2 events of conflict, intensity 14`."""
    parts = [events_of_side(one.side, one.count, words)]
    if one.value != one.count:
        parts.append(words.t("intensity {value}", value=_written(one.value)))
    return f"{name(one.period, words)}: {words.comma.join(parts)}"


def events_of_side(side: str, count: int, words: Words) -> str:
    """A number of events with their side: `12 events of conflict`."""
    if side == SIDES[0]:
        return words.n("{count} event of cooperation", "{count} events of cooperation", count)
    return words.n("{count} event of conflict", "{count} events of conflict", count)


def _scale(drawn: Sequence[Column], unit: float, hidden: str, words: Words) -> str:
    """Lines with their values on both sides of the axis, for the widths without values."""
    tops = highest(drawn)
    step = readable(max(tops.values()) / 2)
    return "".join(
        f'<i class="gridline {side}{hidden}" style="--n:{round(number * step * unit)}px">'
        f"<span>{escape(words.number(number * step))}</span></i>"
        for side in SIDES
        for number in range(1, int(tops[side] // step) + 1)
    )


def readable(value: float) -> float:
    """The largest of 1, 2, 5, 10, 20, … that is no larger than a value; 1 at least."""
    power = 1
    while power * 10 <= value:
        power *= 10
    return float(max(power * step for step in STEPS if power * step <= max(value, 1)))


def occupied(drawn: Sequence[Column], unit: float) -> dict[str, Columns]:
    """What the columns and their values occupy, for each of the widths."""
    up, down = (round(value * unit) + LINE if value else 0 for value in highest(drawn).values())
    return {
        letter: Columns(tuple(boxes(drawn, unit, width)), up, down)
        for letter, width in WIDTHS.items()
    }
