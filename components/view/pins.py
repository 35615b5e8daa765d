"""The pins of a story: events and quotes in the reader's own order, each with a note and the view it was pinned in.

In a link a pin is `e:EVENT` or `q:QUOTE`, then `@` and the view it remembers, then `~` and the note; a file of pins
is JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

MOST: Final = 50  # pins of a story
NOTE: Final = 200  # characters of a note: more does not fit a slide
SEEN: Final = 300  # characters of a remembered view
BYTES: Final = 200_000  # of a file; one of 50 pins with full notes has a tenth
FORMAT: Final = "alaqat-story-1"
NAMES: Final = {"e": "event", "q": "quote"}
_PIN: Final = re.compile(r"([eq]):([A-Za-z0-9_-]{1,64})(?:@([^~\s]*))?(?:~(.*))?", re.DOTALL)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Pin:
    """One pin: an event (`e`) or a quote (`q`) by its id; `seen` is the URL query of the view it remembers."""

    kind: str
    key: str
    note: str = ""
    seen: str = ""

    def __str__(self) -> str:
        seen, note = self.seen and f"@{self.seen}", self.note and f"~{self.note}"
        return f"{self.kind}:{self.key}{seen}{note}"

    def is_same(self, other: Pin) -> bool:
        """True if both pins are of one event or quote."""
        return (self.kind, self.key) == (other.kind, other.key)


def read(value: str) -> Pin:
    """The pin that a link's value stands for. Raises ValueError on anything else."""
    match = _PIN.fullmatch(value)
    if match is None:
        raise ValueError(value)
    kind, key, seen, note = match[1], match[2], match[3] or "", clean(match[4] or "")
    if len(note) > NOTE or len(seen) > SEEN:
        raise ValueError(value)
    return Pin(kind, key, note, seen)


def clean(note: str) -> str:
    """A note in one line, without characters that would turn the text around it."""
    return " ".join(_CONTROL.sub(" ", note).split())


def unique(pins: Iterable[Pin]) -> tuple[Pin, ...]:
    """Each event or quote once, the first where it comes again; no more than a story holds."""
    first: dict[tuple[str, str], Pin] = {}
    for pin in pins:
        first.setdefault((pin.kind, pin.key), pin)
    return tuple(first.values())[:MOST]


def toggled(pins: Sequence[Pin], pin: Pin) -> tuple[Pin, ...]:
    """The pins with one more at the end, or without it where it was there."""
    left = tuple(other for other in pins if not other.is_same(pin))
    return left if len(left) < len(pins) else unique((*pins, pin))


def moved(pins: Sequence[Pin], at: int, by: int) -> tuple[Pin, ...]:
    """The pins with the one at a place moved by some places, at most to an end."""
    left = [*pins[:at], *pins[at + 1 :]]
    left.insert(max(0, at + by), pins[at])
    return tuple(left)


def noted(pins: Sequence[Pin], at: int, note: str) -> tuple[Pin, ...]:
    """The pins with another note at a place."""
    return tuple(
        replace(pin, note=clean(note)[:NOTE]) if place == at else pin
        for place, pin in enumerate(pins)
    )


def dumps(pins: Sequence[Pin]) -> str:
    """The story as the text of a file."""
    rows = [{NAMES[pin.kind]: pin.key, "note": pin.note, "view": pin.seen} for pin in pins]
    return json.dumps({"format": FORMAT, "pins": rows}, ensure_ascii=False, indent=1)


def loads(data: bytes) -> tuple[Pin, ...]:
    """The story of a file. Raises ValueError when it is not one."""
    if len(data) > BYTES:
        raise ValueError("too large")
    try:
        story = json.loads(data)
    except RecursionError as error:
        raise ValueError("too deep") from error
    rows = story.get("pins") if isinstance(story, dict) else None
    if not isinstance(rows, list) or story.get("format") != FORMAT:
        raise ValueError("no story")
    return unique(map(_loaded, rows))


def _loaded(row: Any) -> Pin:
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        raise ValueError(row)
    kind = "e" if "event" in row else "q"
    return read(f"{kind}:{row.get(NAMES[kind], '')}@{row.get('view', '')}~{row.get('note', '')}")
