"""Quotation marks paired as writers meant them: nested, reversed, mixed, unclosed, over lines.

A mark is read by its surroundings before its shape, because newsrooms write «x», »x«, “x”, ”x“,
"x" and mixtures. One pass with a stack: linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from alaqat.arabic.clitics import PROCLITICS
from alaqat.arabic.quotation_marks import (
    ANGLE_FAMILY,
    ANY_MARK,
    CLOSING,
    DOUBLE_FAMILY,
    LONGEST_QUOTATION,
    OPENING,
)
from alaqat.lexicon.distances import distance

Side = Literal["open", "close", "either"]

_MARK = re.compile(rf"{ANY_MARK}|\n")
# Families of marks: a mark is closed by one of its family.
_FAMILY = dict.fromkeys(DOUBLE_FAMILY, 0) | dict.fromkeys(ANGLE_FAMILY, 1)
_SINGLE: Final = 2
# Characters next to a mark; the empty string is the beginning or end of the text.
_BEFORE_OPENING = frozenset(("", *" \n([{:-–—،,؛/…"))
_AFTER_CLOSING = frozenset(("", *" \n)]}:.,،؛!?؟-–—/…"))
_SPACE = frozenset(("", " ", "\n"))
_SENTENCE_END = re.compile(r"[.!؟?]\s")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span in folded offsets: its words are `start:end`, with the marks `left:right`."""

    left: int
    start: int
    end: int
    right: int
    words: int


@dataclass(frozen=True, slots=True)
class _OpenMark:
    """A mark that waits to be closed, at `left:right` on a line counted from 0."""

    family: int
    left: int
    right: int
    line: int


@dataclass(slots=True)
class _Pairing:
    """The state of one pass: open marks (outermost first), spans so far, lines passed."""

    text: str
    stack: list[_OpenMark] = field(default_factory=list)
    spans: list[Mark] = field(default_factory=list)
    line: int = 0

    def read(self, match: re.Match[str]) -> None:
        """Let one mark open or close a span, or a line break end a line."""
        if match.group() == "\n":
            self.line += 1
            return
        if self._is_stale(match.start()):
            self.give_up(match.start())
        family = _FAMILY.get(match.group(), _SINGLE)
        side = self._side(match)
        if side == "close" or (side == "either" and self._has_open(family)):
            self._close(family, match)
        elif family != _SINGLE or match.group() in OPENING:
            self._open(family, match)

    def give_up(self, limit: int) -> None:
        """End the outermost open span as unclosed, and drop those inside it.

        It ends with its line, or with its last sentence before `limit`, or at `limit`.
        """
        if not self.stack:
            return
        outermost = self.stack[0]
        self.stack.clear()
        limit = min(limit, outermost.left + LONGEST_QUOTATION)
        stop = self.text.find("\n", outermost.right, limit)
        if stop < 0:
            stop = self._last_sentence_end(outermost.right, limit)
        self._keep(outermost, stop, stop)

    def _last_sentence_end(self, start: int, limit: int) -> int:
        """Offset after the last sentence end of `start:limit`; `limit` if there is none."""
        if limit == len(self.text):
            return limit
        ends = [match.start() + 1 for match in _SENTENCE_END.finditer(self.text, start, limit)]
        return ends[-1] if ends else limit

    def _has_open(self, family: int) -> bool:
        """True if a mark of the family is open."""
        return any(mark.family == family for mark in self.stack)

    def _is_stale(self, offset: int) -> bool:
        """True if the outermost open mark is too far back to be closed at `offset`."""
        if not self.stack:
            return False
        outermost = self.stack[0]
        is_long = offset - outermost.left > LONGEST_QUOTATION
        return is_long or self.line - outermost.line > distance("quote-open-lines")

    def _side(self, match: re.Match[str]) -> Side:
        """The side of a mark (opening or closing), by its surroundings, otherwise by its shape."""
        text, start, end = self.text, match.start(), match.end()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        can_follow = before in _BEFORE_OPENING
        is_opening = (can_follow or self._has_clitic_before(start)) and after not in _SPACE
        is_closing = before not in _SPACE and after in _AFTER_CLOSING
        if is_opening and (can_follow or not is_closing):
            return "open"
        if is_closing and not is_opening:
            return "close"
        return _side_of_shape(match.group())

    def _has_clitic_before(self, offset: int) -> bool:
        """True if a clitic is attached to the mark at `offset`."""
        begin, low = offset, max(0, offset - distance("quote-clitic-letters"))
        while begin > low and self.text[begin - 1].isalpha():
            begin -= 1
        return self.text[begin:offset] in PROCLITICS

    def _is_unclosed_before(self, offset: int) -> bool:
        """True if a line or sentence ends between the outermost open mark and `offset`."""
        outermost = self.stack[0]
        if self.line > outermost.line:
            return True
        return _SENTENCE_END.search(self.text, outermost.right, offset) is not None

    def _open(self, family: int, match: re.Match[str]) -> None:
        """Open a span; one of the same family that was never closed ends before it."""
        if self._has_open(family) and self._is_unclosed_before(match.start()):
            self.give_up(match.start())
        self.stack.append(_OpenMark(family, match.start(), match.end(), self.line))

    def _close(self, family: int, match: re.Match[str]) -> None:
        """Close the innermost open mark of the family, otherwise the innermost of any.

        An apostrophe closes its own family only.
        """
        has_open = self._has_open(family)
        if not self.stack or (family == _SINGLE and not has_open):
            return
        while has_open and self.stack[-1].family != family:
            self.stack.pop()
        mark = self.stack.pop()
        if not self.stack:
            self._keep(mark, match.start(), match.end())

    def _keep(self, mark: _OpenMark, end: int, right: int) -> None:
        """Add the span of `mark` that ends at `end`, with its mark at `right`, if it has words."""
        inner = self.text[mark.right : end]
        words = len(_WORD.findall(inner))
        if words:
            start = mark.right + len(inner) - len(inner.lstrip())
            stop = mark.right + len(inner.rstrip())
            self.spans.append(Mark(mark.left, start, stop, right, words))


def _side_of_shape(mark: str) -> Side:
    """The side of a mark by its shape."""
    if mark in OPENING:
        return "open"
    return "close" if mark in CLOSING else "either"


def find_marks(text: str) -> list[Mark]:
    """Marked spans of folded `text`, outermost only, in order.

    An unclosed one ends with its line or sentence.
    """
    pairing = _Pairing(text)
    for match in _MARK.finditer(text):
        pairing.read(match)
    pairing.give_up(len(text))
    return pairing.spans
