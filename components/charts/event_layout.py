"""The layout of the timeline: one mark an event, moved apart from its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

APART: Final = 1.05  # steps of intensity between two marks that would touch
TOP: Final = 10.8  # the highest mark, in steps of intensity
WIDTHS: Final = 70  # marks that fit side by side on the axis
COMPARED: Final = 60  # earlier marks that are checked for a collision
WEAKEST: Final = 0.8  # least height of a mark, so that it does not touch the axis
STEPS: Final = 24  # half-steps of `APART` tried on each side of the wanted height
Row = Mapping[str, Any]
Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis: `y` is its signed intensity, moved only where marks would cover each
    other.

    `middle` is the middle of the part of `first`–`last` that the axis shows.
    """

    row: Row
    first: date
    last: date
    middle: date
    y: float


def height(row: Row) -> float:
    """Signed intensity: up for cooperation, down for conflict, on the axis for neither."""
    strength = max(abs(float(row["intensity"])), WEAKEST)
    return {"cooperation": strength, "conflict": -strength}.get(row["polarity"], 0.0)


def place(rows: Iterable[Row], window: Window) -> list[Mark]:
    """A mark for each row (in order of date) on the axis `window`; none covers another."""
    near = (window[1] - window[0]) / WIDTHS
    placed: list[Mark] = []
    for row in rows:
        mark = _mark(row, window)
        around = [other.y for other in placed[-COMPARED:] if abs(other.middle - mark.middle) < near]
        placed.append(replace(mark, y=_free(mark.y, around)))
    return placed


def _mark(row: Row, window: Window) -> Mark:
    first, last = row["date_from"].date(), row["date_to"].date()
    shown = max(first, window[0]), min(last, window[1])
    return Mark(row, first, last, shown[0] + (shown[1] - shown[0]) / 2, height(row))


def _free(wanted: float, occupied: Sequence[float]) -> float:
    """The nearest free height on the same side of the axis, else the one with most room."""
    best, most_room = wanted, -1.0
    for y in _candidates(wanted):
        room = min((abs(y - other) for other in occupied), default=APART)
        if room > APART - 1e-9:
            return y
        if room > most_room:
            best, most_room = y, room
    return best


def _candidates(wanted: float) -> Iterator[float]:
    """The wanted height, then heights ever farther from it, above and below."""
    yield wanted
    for step in range(1, STEPS + 1):
        for y in (wanted + step * APART / 2, wanted - step * APART / 2):
            if _is_on_side(y, wanted):
                yield y


def _is_on_side(y: float, wanted: float) -> bool:
    """True if a height stays on the wanted side; a neutral mark stays close to the axis."""
    return abs(y) <= TOP and y * wanted > 0 if wanted else abs(y) <= 2 * APART
