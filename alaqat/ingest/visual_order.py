"""Turn lines as they are drawn, from left to right, into the order in which they are read.

This is the reverse of the Unicode bidirectional algorithm (UAX 9) for lines of Arabic: the line is
read from the right, and numbers and Latin words in it from the left. What that algorithm draws
alike («20 NATO» and «NATO 20») is read as a number and a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from alaqat.arabic.fold import LETTER

_DIGIT: Final = "0-9٠-٩۰-۹"
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_SIGNS: Final = "._@&'’+#/:?=~-"
# From right to left: a number keeps the separators between its digits, Latin words the signs and
# spaces between them; a number that a space parts from Latin words is read by itself.
_NUMBER: Final = rf"[{_DIGIT}]+(?:[.,:/،٫٬][{_DIGIT}]+)*"
_LATIN_WORD: Final = (
    rf"(?=[{_LATIN}{_DIGIT}{_SIGNS}]*[{_LATIN}])"
    rf"[{_LATIN}{_DIGIT}](?:[{_SIGNS}]*[{_LATIN}{_DIGIT}])*"
)
_FORWARD_RUN: Final = re.compile(rf"{_LATIN_WORD}(?: +{_LATIN_WORD})*|{_NUMBER}")
_LETTER: Final = re.compile(rf"[{_LATIN}]")
# Pages that run from left to right draw the full stop of an Arabic line at its right end.
_LEADING_STOP: Final = re.compile(rf"^([.!؟؛،])(?={LETTER})(.*[^.!؟؛،:])$")
_BRACKETS: Final = {
    "()": re.compile(r"[()]"),
    "[]": re.compile(r"[\[\]]"),
    "«»": re.compile("[«»]"),
}

# What may stand between a word and a bracket; the empty text is the end of the line.
_BEFORE_OPENING: Final = frozenset(("", *':،؛([«-–—/"'))
_AFTER_CLOSING: Final = frozenset(("", *'.,،؛:!؟)]»"'))


def logical_lines(drawn: Sequence[str]) -> list[str]:
    """The lines as they are read. Lines of Latin words stay; in a text of Arabic lines, figures
    and signs alone are read from the right as well.
    """
    if not any(map(has_arabic, drawn)):
        return list(drawn)
    return [
        line if _LETTER.search(line) and not has_arabic(line) else _logical(line) for line in drawn
    ]


def has_arabic(line: str) -> bool:
    """True if the line has an Arabic letter."""
    return re.search(LETTER, line) is not None


def _logical(drawn: str) -> str:
    line = _LEADING_STOP.sub(r"\2\1", "".join(_runs(drawn[::-1])))
    for pair, pattern in _BRACKETS.items():
        line = _turned(line, pair, pattern)
    return line


def _runs(backwards: str) -> Iterator[str]:
    end = 0
    for run in _FORWARD_RUN.finditer(backwards):
        yield backwards[end : run.start()]
        yield run[0][::-1]
        end = run.end()
    yield backwards[end:]


def _turned(line: str, pair: str, pattern: re.Pattern[str]) -> str:
    """The line with brackets that open before a word and close behind one.

    Programs that write PDF give brackets of lines of Arabic as drawn or as read. A bracket between
    two words, or between two spaces, closes if one is open.
    """
    pieces = list(line)
    is_open = False
    for bracket in pattern.finditer(line):
        index = bracket.start()
        is_opening = _is_opening(line[index - 1 : index], line[index + 1 : index + 2])
        is_open = not is_open if is_opening is None else is_opening
        pieces[index] = pair[0] if is_open else pair[1]
    return "".join(pieces)


def _is_opening(before: str, after: str) -> bool | None:
    """True for a bracket in front of a word, False for one behind a word, None if neither."""
    is_behind = not (before.isspace() or before in _BEFORE_OPENING)
    is_in_front = not (after.isspace() or after in _AFTER_CLOSING)
    return None if is_behind == is_in_front else is_in_front
