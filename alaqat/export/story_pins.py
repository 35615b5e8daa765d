"""The pins of a story as an export reads them from a link: `e:EVENT` or `q:QUOTE`, with a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_PIN: Final = re.compile(r"([eq]):([A-Za-z0-9_-]{1,64})(?:@[^~\s]*)?(?:~(.*))?", re.DOTALL)
_TABLES: Final = {"e": "events", "q": "quotes"}


@dataclass(frozen=True, slots=True)
class StoryPin:
    """A pinned event or quote: its table, its id and the note of the story's author."""

    table: str
    key: str
    note: str = ""


def story_pin(value: str) -> StoryPin | None:
    """The pin of a value of a link; None if the value is none."""
    match = _PIN.fullmatch(value)
    if match is None:
        return None
    return StoryPin(_TABLES[match[1]], match[2], " ".join((match[3] or "").split()))
