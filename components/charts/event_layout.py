"""Where marks and their labels stand on the timeline: none covers another, at any width.

Positions are logical: shares of the axis from the side where reading begins, and pixels above (or,
negative, below) the line of the axis, so one layout serves both directions. A layout is made for a
width in pixels and holds for every larger one: labels have a fixed size and stand next to their
mark, and marks only move apart when the axis grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

UNIT: Final = 4  # pixels of a row of the grid
MARK: Final = 8  # half the height and width of a mark
LINE: Final = 12  # half the height of a label
GAP: Final = 4  # pixels between the end of a bar and its label
CLEAR: Final = 11  # pixels from the middle of a mark to its label
LOWEST: Final = 16  # least distance of a mark of a side from the axis
PAD: Final = 12  # pixels beyond both ends of the axis
STEP: Final = 8  # pixels between the heights that are tried
COSTS: Final = {"after": 0, "before": 6, "over": 14, "": 0}  # in pixels, of where a label stands
ON_AXIS: Final = {"after": 20, "before": 20, "over": 0, "": 0}  # the same for a mark on the axis
CROSSING: Final = 30  # cost of a line that crosses a label
STRETCH: Final = 130  # pixels of the axis in which the strongest event has a label
MOST_LABELLED: Final = 24  # of no more events, each has a label
ROOMS: Final = (252, 324, 396, 468, 560)  # heights tried until every label has a place
MOST_ROOMS: Final = 2  # of them for events of which only the strongest have a label
LOW: Final = (148, 200, 252, 324, 396)  # the same for one of two lanes
EXTRA: Final = (32, 60, 88, 116, 144, 172)  # the same beyond columns that take a part of the height


@dataclass(frozen=True, slots=True)
class Item:
    """What wants a place.

    `first` and `last` are the ends of its bar on the axis (0 to 1; equal for a point), `height` is
    -1 to 1 (0: on the axis), `label` and `long_label` the pixels of its label without and with its
    date, `strength` its rank against others.
    """

    first: float
    last: float
    height: float
    label: int
    long_label: int
    strength: float = 0.0

    @property
    def middle(self) -> float:
        """The position of its mark."""
        return (self.first + self.last) / 2


@dataclass(frozen=True, slots=True)
class Place:
    """Pixels above the axis, and where the label stands: "after", "before" or "over" the mark.

    It is "" for no label, and "gone" if the mark has no place among columns and is not drawn.
    """

    y: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; the axis is at height 0 and begins at 0."""

    left: float
    right: float
    bottom: int
    top: int

    def is_apart(self, other: Box) -> bool:
        """True if two boxes do not overlap."""
        is_next = self.right <= other.left or other.right <= self.left
        return is_next or self.top <= other.bottom or other.top <= self.bottom


@dataclass(frozen=True, slots=True)
class Columns:
    """What columns occupy: their rectangles, and their pixels above and below the axis."""

    boxes: tuple[Box, ...]
    up: int
    down: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of items for a width, with the pixels above and below the axis."""

    width: int
    up: int
    down: int
    has_dates: bool
    places: tuple[Place, ...]


def box(item: Item, place: Place, width: float, *, has_date: bool = False) -> Box:
    """The rectangle of an item's bar, mark and label."""
    middle = item.middle * width
    left, right = min(item.first * width, middle - MARK), max(item.last * width, middle + MARK)
    if place.label not in {"after", "before", "over"}:
        return Box(left, right, place.y - MARK, place.y + MARK)
    size = item.long_label if has_date else item.label
    if place.label == "over":
        left, right = min(left, middle - size / 2), max(right, middle + size / 2)
        return Box(left, right, place.y - MARK, place.y + MARK + 2 * LINE)
    if place.label == "after":
        right = max(item.last * width + GAP, middle + CLEAR) + size
    else:
        left = min(item.first * width - GAP, middle - CLEAR) - size
    return Box(left, right, place.y - LINE, place.y + LINE)


@lru_cache(maxsize=200)
def layout(
    items: tuple[Item, ...],
    width: int,
    *,
    has_dates: bool,
    columns: Columns | None = None,
    is_low: bool = False,
) -> Layout:
    """The places of all items for a width.

    Up to `MOST_LABELLED` items have labels, for which the chart grows; of more only the strongest
    of each stretch have, and of those only labels that no mark covers. No item covers one of the
    `columns`; `is_low` makes the chart one of two.
    """
    order = _labelled(items, width)
    up = down = 0
    places: tuple[Place, ...] = ()
    heights = _heights(is_many=len(items) > MOST_LABELLED, is_low=is_low)
    rooms = list(_beyond(items, columns) if columns else _rooms(items, heights))
    for up, down in rooms:
        placer = _Placer(width, up, down, has_dates, columns)
        is_last = (up, down) == rooms[-1]
        found = placer.place_labelled(items, order, can_fail=is_last)
        if found is None:
            continue
        places = placer.place_others(items, found, fallback="gone" if columns else "")
        if all(_has_label(places[index]) for index in order):
            break
    return Layout(width, up, down, has_dates, places)


def _heights(*, is_many: bool, is_low: bool) -> Sequence[int]:
    """The heights that a chart may have."""
    heights = LOW if is_low else ROOMS
    return heights[:MOST_ROOMS] if is_many else heights


def _has_label(place: Place) -> bool:
    return place.label not in {"", "gone"}


def _labelled(items: Sequence[Item], width: int) -> list[int]:
    """The items that should have a label, the strongest first."""
    order = sorted(range(len(items)), key=lambda index: -items[index].strength)
    if len(items) <= MOST_LABELLED:
        return order
    stretches: dict[tuple[int, bool], int] = {}
    for index in order:
        stretch = int(items[index].middle * width / STRETCH), items[index].height >= 0
        stretches.setdefault(stretch, index)
    return list(stretches.values())


def _rooms(items: Sequence[Item], heights: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pixels above and below the axis, shared by the numbers of items on the two sides."""
    up = sum(item.height >= 0 for item in items)
    part = min(max(up / len(items), 0.12), 0.88) if items else 0.5
    for height in heights:
        above = round(height * part / UNIT) * UNIT
        yield above, height - above


def _beyond(items: Sequence[Item], columns: Columns) -> Iterator[tuple[int, int]]:
    """Pixels above and below the axis: those of the columns, and more for the items of a side."""
    sides = (any(item.height >= 0 for item in items), any(item.height < 0 for item in items))
    for extra in EXTRA:
        up, down = (
            -(-size // UNIT) * UNIT + (extra if has_items else EXTRA[0] * (not size))
            for size, has_items in zip((columns.up, columns.down), sides, strict=True)
        )
        yield up, down


class _Grid:
    """Rows of bits, one a pixel, that say what is occupied."""

    def __init__(self, width: int, up: int, down: int) -> None:
        self._rows = [0] * ((up + down) // UNIT + 2)
        self._base = down // UNIT
        self._width = width + 2 * PAD

    def bits(self, area: Box) -> int:
        """The pixels of an area in a row."""
        left, right = max(int(area.left + PAD), 0), min(ceil(area.right + PAD), self._width)
        return ((1 << max(right - left, 1)) - 1) << left

    def _slice(self, bottom: int, top: int) -> slice:
        first = max(self._base + bottom // UNIT, 0)
        return slice(first, max(self._base - (-top // UNIT), first + 1))

    def is_free(self, bits: int, bottom: int, top: int) -> bool:
        """True if nothing occupies these pixels of the rows from `bottom` to `top`."""
        return not any([row & bits for row in self._rows[self._slice(bottom, top)]])  # noqa: C419

    def occupy(self, area: Box) -> None:
        """Mark the area as occupied."""
        rows, bits = self._slice(area.bottom, area.top), self.bits(area)
        self._rows[rows] = [row | bits for row in self._rows[rows]]


@dataclass(frozen=True, slots=True)
class _Choice:
    """A side for a label: its pixels in a row, and its lower and upper edge from its mark."""

    label: str
    bits: int
    bottom: int
    top: int


class _Placer:
    """Places items one after the other."""

    def __init__(
        self, width: int, up: int, down: int, has_dates: bool, columns: Columns | None
    ) -> None:
        self._width, self._up, self._down, self._has_dates = width, up, down, has_dates
        self._boxes, self._stems = _Grid(width, up, down), _Grid(width, up, down)
        for area in columns.boxes if columns else ():
            self._boxes.occupy(area)

    def place_labelled(
        self, items: Sequence[Item], labelled: Iterable[int], *, can_fail: bool
    ) -> dict[int, Place] | None:
        """The places of the items with labels by number, in the order of `labelled`.

        An item without a free place is left out if it `can_fail`, else there is no answer.
        """
        places: dict[int, Place] = {}
        for index in labelled:
            if found := self._best(items[index], ("after", "before", "over")):
                places[index] = self._put(items[index], found)
            elif not can_fail:
                return None
        return places

    def place_others(
        self, items: Sequence[Item], places: dict[int, Place], *, fallback: str
    ) -> tuple[Place, ...]:
        """The places of all items, of which some have theirs.

        An item without a free place has the label `fallback`, and covers others if it is drawn;
        a label that it would cover is left out.
        """
        covering = []
        for index, item in enumerate(items):
            if index not in places:
                found = self._best(item, ("",))
                places[index] = self._put(item, found or Place(next(self._heights(item)), fallback))
                if found is None and fallback != "gone":
                    covering.append(self._box(item, places[index]))
        return tuple(
            self._uncovered(item, places[index], covering) for index, item in enumerate(items)
        )

    def _uncovered(self, item: Item, place: Place, covering: Sequence[Box]) -> Place:
        """A place without its label if one of `covering` is on it."""
        own = self._box(item, place)
        is_covered = place.label and not all(own.is_apart(other) for other in covering)
        return Place(place.y) if is_covered else place

    def _box(self, item: Item, place: Place) -> Box:
        return box(item, place, self._width, has_date=self._has_dates)

    def _best(self, item: Item, labels: Iterable[str]) -> Place | None:
        """The free place with the least cost; None if no place is free."""
        best, best_cost, wanted = None, float("inf"), next(self._heights(item))
        choices, costs = list(self._choices(item, labels)), COSTS if item.height else ON_AXIS
        for y in self._heights(item):
            distance = abs(y - wanted)
            if distance >= best_cost:
                break
            for choice in choices:
                cost = distance + costs[choice.label]
                if cost < best_cost and self._is_free(choice, y):
                    cost += CROSSING * self._crossings(item, choice, y)
                    if cost < best_cost:
                        best, best_cost = Place(y, choice.label), cost
        return best

    def _choices(self, item: Item, labels: Iterable[str]) -> Iterator[_Choice]:
        """The sides of a mark on which its label does not leave the chart."""
        for label in labels:
            area = box(item, Place(0, label), self._width, has_date=self._has_dates)
            if area.left >= -PAD and area.right <= self._width + PAD:
                yield _Choice(label, self._boxes.bits(area), area.bottom, area.top)

    def _is_free(self, choice: _Choice, y: int) -> bool:
        bottom, top = y + choice.bottom, y + choice.top
        is_within = top <= self._up and bottom >= -self._down
        return is_within and self._boxes.is_free(choice.bits, bottom, top)

    def _crossings(self, item: Item, choice: _Choice, y: int) -> int:
        """Lines that cross the box of an item, and 1 if its own line crosses another box."""
        crossed = not self._stems.is_free(choice.bits, y + choice.bottom, y + choice.top)
        stem = _stem(item, y, self._width)
        if stem is None:
            return int(crossed)
        is_clear = self._boxes.is_free(self._boxes.bits(stem), stem.bottom, stem.top)
        return int(crossed) + int(not is_clear)

    def _put(self, item: Item, place: Place) -> Place:
        if place.label != "gone":
            self._boxes.occupy(self._box(item, place))
            if stem := _stem(item, place.y, self._width):
                self._stems.occupy(stem)
        return place

    def _heights(self, item: Item) -> Iterator[int]:
        """The wanted height, then heights ever farther from it on the same side of the axis."""
        room = (self._up if item.height >= 0 else self._down) - LINE
        low, high = (LOWEST, room) if item.height else (-self._down + LINE, self._up - LINE)
        wanted = _to_unit(min(max(abs(item.height) * room, low if item.height else 0), high))
        sign = -1 if item.height < 0 else 1
        yield sign * wanted
        for distance in range(STEP, self._up + self._down, STEP):
            for y in (wanted + distance, wanted - distance):
                if low <= y <= high:
                    yield sign * y


def _to_unit(y: float) -> int:
    return round(y / UNIT) * UNIT


def _stem(item: Item, y: int, width: float) -> Box | None:
    """The line from the mark of a single day to the axis; None for a bar or a mark on the axis."""
    if not y or item.last - item.first > 0.01:
        return None
    x = item.middle * width
    low, high = sorted((0, y - MARK if y > 0 else y + MARK))
    return Box(x, x + 1, low, high) if high > low else None
