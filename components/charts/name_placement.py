"""Places of the network's nodes at which no node or name lies on another.

Each node takes the free place nearest to where it belongs, the most named node first. A node whose
name has no room anywhere is drawn without its name.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin
from typing import Final

# The picture in CSS pixels: its size on a screen of 1440 px.
WIDTH, HEIGHT = 860.0, 560.0
LETTER: Final = 7.4  # mean width of a letter of a name at 13 px, Latin or Arabic
LINE: Final = 17.0  # height of a line of a name
LETTERS_A_LINE: Final = 16
GAP: Final = 5.0  # kept free between boxes
_RINGS, _RING_WIDTH, _STEPS = 60, 14.0, 24


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node's centre is drawn, and whether its name has room below it."""

    x: float
    y: float
    is_named: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def is_over(self, other: Box) -> bool:
        """True if the two rectangles share more than an edge."""
        is_apart = self.right <= other.left or other.right <= self.left
        return not (is_apart or self.bottom <= other.top or other.bottom <= self.top)

    @property
    def is_inside(self) -> bool:
        """True if the rectangle lies within the picture."""
        return self.left >= 0 and self.top >= 0 and self.right <= WIDTH and self.bottom <= HEIGHT


def lines_of(name: str) -> list[str]:
    """The lines of a name; a line is broken between words only."""
    return list(_lines_of(name))


@lru_cache(maxsize=1_000)  # a name is tried in many places
def _lines_of(name: str) -> tuple[str, ...]:
    lines = textwrap.wrap(name, LETTERS_A_LINE, break_long_words=False, break_on_hyphens=False)
    return tuple(lines)


def node_box(x: float, y: float, size: float, name: str) -> Box:
    """The room of a node of `size` px with its centre at (x, y) and its name in lines below."""
    lines = lines_of(name)
    half = max(size, max(map(len, lines), default=0) * LETTER) / 2 + GAP
    return Box(x - half, y - size / 2 - GAP, x + half, y + size / 2 + len(lines) * LINE + GAP)


def spread(wanted: Sequence[tuple[float, float, float, str]]) -> list[Place]:
    """The places of nodes given as (x, y, size, name), each as near to (x, y) as it can be."""
    occupied: list[Box] = []
    return [_place(node, occupied) for node in wanted]


def _place(node: tuple[float, float, float, str], occupied: list[Box]) -> Place:
    """The nearest free place of a node with its name, else without; adds its box to `occupied`."""
    x, y, size, name = node
    for label in (name, ""):
        for at_x, at_y in _around(x, y):
            box = node_box(at_x, at_y, size, label)
            if box.is_inside and not any(box.is_over(other) for other in occupied):
                occupied.append(box)
                return Place(at_x, at_y, is_named=bool(label))
    return Place(x, y, is_named=False)


def _around(x: float, y: float) -> Iterator[tuple[float, float]]:
    """The point itself, then points on ever wider rings around it."""
    yield x, y
    for ring in range(1, _RINGS):
        for step in range(_STEPS):
            angle = 2 * pi * step / _STEPS
            yield x + ring * _RING_WIDTH * cos(angle), y + ring * _RING_WIDTH * sin(angle)
