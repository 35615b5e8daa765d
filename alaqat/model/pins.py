"""The pins of a story: events and quotes in the reader's order, each with a note and its view.

In a link a pin is `e:EVENT` or `q:QUOTE`, then `@` and the URL query of the view in which it was
pinned, then `~` and the note. A story file is JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

MOST: Final = 50  # pins of a story
NOTE: Final = 200  # characters of a note; a longer one does not fit a slide
TITLE: Final = 120  # characters of the title of a story
SEEN: Final = 300  # characters of the URL query of a view
BYTES: Final = 200_000  # of a story file; a file of 50 pins with full notes has a tenth
FORMAT: Final = "alaqat-story-1"
NAMES: Final = {"e": "event", "q": "quote"}
TABLES: Final = {"e": "events", "q": "quotes"}
_PIN: Final = re.compile(r"([eq]):([A-Za-z0-9_-]{1,64})(?:@([^~\s]*))?(?:~(.*))?", re.DOTALL)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Pin:
    """An event (`e`) or a quote (`q`) by its id; `seen` is the URL query of the view of the pin."""

    kind: str
    key: str
    note: str = ""
    seen: str = ""

    def __str__(self) -> str:
        seen, note = self.seen and f"@{self.seen}", self.note and f"~{self.note}"
        return f"{self.kind}:{self.key}{seen}{note}"

    @property
    def table(self) -> str:
        """The table of the store that has what is pinned."""
        return TABLES[self.kind]

    def is_same(self, other: Pin) -> bool:
        """True if both pins are of one event or quote."""
        return (self.kind, self.key) == (other.kind, other.key)


def read(value: str) -> Pin:
    """The pin of a value of a link. Raises ValueError if the value is no pin."""
    match = _PIN.fullmatch(value)
    if match is None:
        raise ValueError(value)
    kind, key, seen, note = match[1], match[2], match[3] or "", clean(match[4] or "")
    if len(note) > NOTE or len(seen) > SEEN:
        raise ValueError(value)
    return Pin(kind, key, note, seen)


def clean(note: str) -> str:
    """A note in one line, without control characters and marks of writing direction."""
    return " ".join(_CONTROL.sub(" ", note).split())


def unique(pins: Iterable[Pin]) -> tuple[Pin, ...]:
    """The first pin of each event or quote, at most `MOST`."""
    first: dict[tuple[str, str], Pin] = {}
    for pin in pins:
        first.setdefault((pin.kind, pin.key), pin)
    return tuple(first.values())[:MOST]


def toggled(pins: Sequence[Pin], pin: Pin) -> tuple[Pin, ...]:
    """The pins without `pin` if it is among them, else with `pin` at the end."""
    others = tuple(other for other in pins if not other.is_same(pin))
    return others if len(others) < len(pins) else unique((*pins, pin))


def moved(pins: Sequence[Pin], index: int, by: int) -> tuple[Pin, ...]:
    """The pins with the one at `index` moved by some positions, at most to an end."""
    others = [*pins[:index], *pins[index + 1 :]]
    others.insert(max(0, index + by), pins[index])
    return tuple(others)


def noted(pins: Sequence[Pin], index: int, note: str) -> tuple[Pin, ...]:
    """The pins with another note at `index`."""
    return tuple(
        replace(pin, note=clean(note)[:NOTE]) if number == index else pin
        for number, pin in enumerate(pins)
    )


def read_title(value: str) -> str:
    """The title of a story in a link. Raises ValueError if it is empty or too long."""
    title = clean(value)
    if not title or len(title) > TITLE:
        raise ValueError(value)
    return title


def dumps(pins: Sequence[Pin], title: str = "") -> str:
    """The pins, and the title of the story if it has one, as the text of a story file."""
    rows = [{NAMES[pin.kind]: pin.key, "note": pin.note, "view": pin.seen} for pin in pins]
    named = {"title": title} if title else {}
    return json.dumps({"format": FORMAT, **named, "pins": rows}, ensure_ascii=False, indent=1)


def title_of(data: bytes) -> str:
    """The title in a story file that `loads` could read; empty where it has none that is valid."""
    title = json.loads(data).get("title")
    try:
        return read_title(title) if isinstance(title, str) else ""
    except ValueError:
        return ""


def loads(data: bytes) -> tuple[Pin, ...]:
    """The pins of a story file. Raises ValueError if it is not a story file."""
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
