"""Chronicles: what stands after a date that heads its line, or under a date that is a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alaqat.events.date_mentions import DateMention
from alaqat.model.records import Document

# What sets a heading off from its entry, and what may stand beside a date that fills its line.
_MARK = re.compile(r"[ \t]{0,2}(?:[:：]|[-–—][ \t])")
_MARKS = 6
_BARE = re.compile(rf"[\W_]{{0,{_MARKS}}}")
_BLANK = re.compile(r"\s{0,20}")
# An entry under a heading of its own reaches this far (folded characters) at most.
_REACH = 2000
# Headings on lines of their own that make a chronicle.
_CHRONICLE = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry from its heading on (folded offsets); `inline` where text follows the date on its line."""

    start: int
    end: int
    heading: DateMention
    inline: bool


def find(document: Document, dates: Sequence[DateMention]) -> list[Entry]:
    """The entries of an article in text order."""
    text = document.folded
    opening = ((mention, _line(text, mention.start)) for mention in dates)
    heads = [
        (mention, start, _end(text, mention.end)) for mention, start in opening if start is not None
    ]
    alone = [mention for mention, _, end in heads if _BARE.fullmatch(text, mention.end, end)]
    out: list[Entry] = []
    for place, (mention, start, end) in enumerate(heads):
        if mention in alone:
            following = (
                heads[place + 1][1] if place + 1 < len(heads) else _end(text, _text(text, end))
            )
            if len(alone) >= _CHRONICLE:
                out.append(Entry(start, min(following, end + _REACH), mention, inline=False))
        elif _MARK.match(text, mention.end):
            out.append(Entry(start, end, mention, inline=True))
    return out


def _line(text: str, at: int) -> int | None:
    """Where the line begins that opens with a date at `at`."""
    edge = max(0, at - _MARKS - 1)
    start = text.rfind("\n", edge, at) + 1
    opens = (start or not edge) and _BARE.fullmatch(text, start, at)
    return start if opens else None


def _text(text: str, at: int) -> int:
    """Where something but marks and blank lines begins."""
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
