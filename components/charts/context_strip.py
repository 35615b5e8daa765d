"""The strip of all events below the axis: choose a cell, or draw over several, to see their time.

It is not to scale: every day, month or year with events has a cell of the same width, and a long
time without events is one cell, so that remote years do not press the others together. Of too many
years the earliest share a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import Any, Final

import numpy as np
import pandas as pd

from alaqat.model.years import FIRST_DAY, LAST_DAY
from components.charts.axis_range import Window
from components.charts.chart_frame import WIDTHS, Scene, percent
from components.charts.text_width import text_width
from components.i18n.escape import escape
from components.i18n.words import Words

MOST: Final = 60  # cells
GAP: Final = 2  # empty periods in a row that are drawn one by one
SIZE: Final = 12  # pixels of the letters
APART: Final = 8  # pixels between two names
EDGE: Final = 36  # pixels from the middle of a name to the end of the strip, as in charts.css
FITTING: Final = 0.75  # share of the dates that must fit into a period
UNITS: Final = (("D", 1), ("M", 31))  # NumPy's name of a unit, the days of its longest date


@dataclass(frozen=True, slots=True)
class Cell:
    """A period, or a time without events, and the number of events whose date has its middle in it.

    `name` is empty for a time without events.
    """

    first: date
    last: date
    count: int
    name: str


def cells(events: pd.DataFrame, words: Words) -> list[Cell]:
    """The cells of the dated events, at most `MOST`, in order of time."""
    dated = events[events["date_from"].notna()]
    lengths = dated["date_to"] - dated["date_from"]
    middles = (dated["date_from"] + lengths / 2).to_numpy(dtype="datetime64[D]")
    middles = np.clip(middles, np.datetime64(FIRST_DAY), np.datetime64(LAST_DAY))
    for unit, longest in UNITS:
        fitting = (lengths < pd.Timedelta(days=longest)).sum()
        periods = middles.astype(f"datetime64[{unit}]")
        if fitting >= FITTING * len(dated) and len(np.unique(periods)) <= MOST:
            found = list(_cells(periods, words))
            if len(found) <= MOST:
                return found
    return _merged(list(_cells(middles.astype("datetime64[Y]"), words)), words)


def _merged(years: list[Cell], words: Words) -> list[Cell]:
    """The cells, of which the earliest are one if there are too many."""
    early, late = years[: len(years) - MOST + 1], years[len(years) - MOST + 1 :]
    if len(years) <= MOST:
        return years
    name = words.t("before {date}", date=str(late[0].first.year))
    return [Cell(early[0].first, early[-1].last, sum(cell.count for cell in early), name), *late]


def _cells(periods: Any, words: Words) -> Iterator[Cell]:
    """The cells of days, months or years."""
    unit = periods.dtype
    numbers, counts = np.unique(periods.astype("int64"), return_counts=True)
    before: int | None = None
    for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
        if before is not None and number - before - 1 > GAP:
            yield Cell(*_days(before + 1, number - 1, unit), 0, "")
        elif before is not None:
            for empty in range(before + 1, number):
                yield Cell(*_days(empty, empty, unit), 0, "")
        first, last = _days(number, number, unit)
        yield Cell(first, last, count, _name(first, last, words))
        before = number


def _days(first: int, last: int, unit: Any) -> Window:
    """The days of periods with the numbers `first` to `last`."""
    begin, after = (np.datetime64(0, "Y").astype(unit) + number for number in (first, last + 1))
    day: date = begin.astype("datetime64[D]").astype(date)
    end: date = (after.astype("datetime64[D]") - 1).astype(date)
    return day, end


def _name(first: date, last: date, words: Words) -> str:
    if first == last:
        return words.day(first)
    return words.month(first) if (last - first).days < 31 else str(first.year)


def html(shown: Sequence[Cell], scene: Scene) -> str:
    """The strip as links that show the days of a cell; nothing for fewer than three cells."""
    if len(shown) < 3:
        return ""
    most = sqrt(max(cell.count for cell in shown))
    inside = [i for i, cell in enumerate(shown) if _is_shown(cell, scene.window)]
    named = {letter: _named(shown, width) for letter, width in WIDTHS.items()}
    drawn = "".join(
        _cell(cell, index / len(shown), sqrt(cell.count) / most, scene, 1 / len(shown))
        for index, cell in enumerate(shown)
    )
    names = "".join(
        f'<span class="name{_hidden(named, i)}" '
        f'style="--x:{percent((i + 0.5) / len(shown))}">{escape(shown[i].name)}</span>'
        for i in sorted(set().union(*named.values()))
    )
    frame = ""
    if inside:
        first, last = inside[0] / len(shown), (inside[-1] + 1) / len(shown)
        frame = f'<i class="shown" style="--x:{percent(first)};--w:{percent(last - first)}"></i>'
    label = escape(scene.words.t("All events: choose a time, or draw over several"))
    return f'<div class="context" role="group" aria-label="{label}">{frame}{drawn}{names}</div>'


def _is_shown(cell: Cell, window: Window) -> bool:
    return cell.count > 0 and cell.first <= window[1] and cell.last >= window[0]


def _hidden(named: dict[str, set[int]], index: int) -> str:
    return "".join(f" {letter}-none" for letter, own in named.items() if index not in own)


def _named(shown: Sequence[Cell], width: int) -> set[int]:
    """The cells with names: both ends, then as many as fit from the start."""
    chosen: dict[int, tuple[float, float]] = {}
    order = [0, len(shown) - 1, *range(1, len(shown) - 1)]
    for index in (i for i in order if shown[i].name):
        half = (text_width(shown[index].name, SIZE) + APART) / 2
        middle = min(max((index + 0.5) / len(shown) * width, EDGE), width - EDGE)
        if all(abs(middle - other) >= half + size for other, size in chosen.values()):
            chosen[index] = (middle, half)
    return set(chosen)


def _cell(cell: Cell, start: float, part: float, scene: Scene, width: float) -> str:
    days = f"{cell.first}_{cell.last}"
    where = f'style="--x:{percent(start)};--w:{percent(width)};--n:{part:.2f}" data-days="{days}"'
    if not cell.count:
        return f'<i class="cell" {where}></i>'
    words = scene.words
    events = words.n("{count} event", "{count} events", cell.count)
    label = escape(words.t("{date}: {events}", date=cell.name, events=events))
    address = escape(scene.link(zoom=days))
    return (
        f'<a class="cell" {where} tabindex="-1" href="{address}" aria-label="{label}" '
        f'data-tip="{label}"><i></i></a>'
    )
