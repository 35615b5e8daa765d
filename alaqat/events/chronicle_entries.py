"""Chronicles: text after a date that opens its line, or under a date that is a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from alaqat.events.date_mentions import DateMention
from alaqat.lexicon.distances import distance
from alaqat.model.records import Document

# Separators of a heading and its entry; marks allowed on a line around a date that fills it.
_SEPARATOR = re.compile(r"[ \t]{0,2}(?:[:：]|[-–—][ \t])")
_MARKS = 6
_BARE = re.compile(rf"[\W_]{{0,{_MARKS}}}")
_BLANK = re.compile(r"\s{0,20}")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with its heading (folded offsets); `inline`: text follows the date on its line."""

    start: int
    end: int
    heading: DateMention
    inline: bool


@dataclass(frozen=True, slots=True)
class _Heading:
    """A date that opens its line, from the line's start; `is_alone`: it fills the line."""

    start: int
    line_end: int
    mention: DateMention
    is_alone: bool


def find(document: Document, mentions: Sequence[DateMention]) -> list[Entry]:
    """The entries of an article in text order.

    Headings on their own lines count only if there are at least `chronicle-headings` of them.
    """
    text = document.folded
    headings = list(_headings(text, mentions))
    alone = sum(heading.is_alone for heading in headings)
    is_chronicle = alone >= distance("event-chronicle-headings")
    entries = []
    for heading, following in zip_longest(headings, headings[1:]):
        if heading.is_alone and is_chronicle:
            entries.append(_block(text, heading, following))
        elif not heading.is_alone and _SEPARATOR.match(text, heading.mention.end):
            entries.append(Entry(heading.start, heading.line_end, heading.mention, inline=True))
    return entries


def _headings(text: str, mentions: Sequence[DateMention]) -> Iterator[_Heading]:
    for mention in mentions:
        start = _line_opened(text, mention.start)
        if start is not None:
            end = _line_end(text, mention.end)
            is_alone = _BARE.fullmatch(text, mention.end, end) is not None
            yield _Heading(start, end, mention, is_alone)


def _block(text: str, heading: _Heading, following: _Heading | None) -> Entry:
    """The entry under a heading: up to the next heading, or the paragraph below the last one."""
    end = following.start if following else _line_end(text, _skip_blank(text, heading.line_end))
    reach = heading.line_end + distance("event-chronicle-entry")
    return Entry(heading.start, min(end, reach), heading.mention, inline=False)


def _line_opened(text: str, position: int) -> int | None:
    """The start of the line if its first word is at `position`, else None."""
    edge = max(0, position - _MARKS - 1)
    start = text.rfind("\n", edge, position) + 1
    is_line_start = start > 0 or edge == 0
    return start if is_line_start and _BARE.fullmatch(text, start, position) else None


def _skip_blank(text: str, position: int) -> int:
    """The offset of the next word after blank lines."""
    blank = _BLANK.match(text, position)
    return blank.end() if blank else position


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)
