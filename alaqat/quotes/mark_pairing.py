"""Quotation marks paired as writers meant them: nested, reversed, mixed, unclosed, across a line break.

Each mark is read by its looks (what stands before and after it) before its shape, because newsrooms
write «x», »x«, “x”, ”x“, "x" and mixtures. One pass with a stack: linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from alaqat.arabic.clitics import PROCLITICS
from alaqat.arabic.quotation_marks import (
    ANGLE_FAMILY,
    ANY_MARK,
    CLOSING,
    DOUBLE_FAMILY,
    LONGEST_QUOTATION,
    OPENING,
)

# The line breaks that a marked speech may hold (a closing mark swallowed by one).
LINES = 3

_MARK = re.compile(rf"{ANY_MARK}|\n")
_FAMILY = dict.fromkeys(DOUBLE_FAMILY, 0) | dict.fromkeys(ANGLE_FAMILY, 1)
_SINGLE = 2
_BEFORE = frozenset(" \n([{:-–—،,؛/…")
_AFTER = frozenset(" \n)]}:.,،؛!?؟-–—/…")
_STOP = re.compile(r"[.!؟?]\s")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span in folded offsets: the words are `start:end`, the marks included `left:right`."""

    left: int
    start: int
    end: int
    right: int
    words: int


@dataclass(slots=True)
class _Open:
    family: int
    left: int
    right: int
    line: int


@dataclass(slots=True)
class _Pairing:
    """The state of one pass: marks still open (outermost first), spans found, lines passed."""

    text: str
    clitics: frozenset[str]
    stack: list[_Open] = field(default_factory=list)
    found: list[Mark] = field(default_factory=list)
    line: int = 0

    def take(self, match: re.Match[str]) -> None:
        """Let one mark open or close a span."""
        family = _FAMILY.get(match.group(), _SINGLE)
        side = self._side(match)
        fits = any(opened.family == family for opened in self.stack)
        if side == "close" or (side == "either" and fits):
            if self.stack and (fits or family != _SINGLE):
                self._close(family, match)
        elif family != _SINGLE or match.group() in OPENING:
            if fits and self._restarts(match.start()):
                self.give_up(match.start())
            self.stack.append(_Open(family, match.start(), match.end(), self.line))

    def stale(self, at: int) -> bool:
        """Whether the outermost open mark is too far back to be closed at `at`."""
        first = self.stack[0] if self.stack else None
        return first is not None and (
            at - first.left > LONGEST_QUOTATION or self.line - first.line > LINES
        )

    def give_up(self, limit: int) -> None:
        """Take the outermost open span as unclosed: it ends with its line, or its last sentence before `limit`."""
        if not self.stack:
            return
        opened = self.stack[0]
        self.stack.clear()
        limit = min(limit, opened.left + LONGEST_QUOTATION)
        stop = self.text.find("\n", opened.right, limit)
        if stop < 0:
            stops = (
                list(_STOP.finditer(self.text, opened.right, limit))
                if limit < len(self.text)
                else []
            )
            stop = stops[-1].start() + 1 if stops else limit
        self._keep(opened, stop, stop)

    def _side(self, match: re.Match[str]) -> str:
        """Whether a mark opens or closes, by its surroundings first, then by its shape."""
        text, at, end = self.text, match.start(), match.end()
        before, after = text[at - 1] if at else " ", text[end] if end < len(text) else " "
        opens = (before in _BEFORE or self._after_clitic(at)) and after not in " \n"
        closes = before not in " \n" and after in _AFTER
        if opens and not (closes and before not in _BEFORE):
            return "open"
        if closes and not opens:
            return "close"
        return (
            "open"
            if match.group() in OPENING
            else "close"
            if match.group() in CLOSING
            else "either"
        )

    def _after_clitic(self, at: int) -> bool:
        begin = at
        while begin > 0 and at - begin < 4 and self.text[begin - 1].isalpha():
            begin -= 1
        return begin < at and self.text[begin:at] in self.clitics

    def _restarts(self, at: int) -> bool:
        """A second opening mark after a line or sentence end: the first one was never closed."""
        opened = self.stack[0]
        return self.line > opened.line or _STOP.search(self.text, opened.right, at) is not None

    def _close(self, family: int, match: re.Match[str]) -> None:
        fits = any(opened.family == family for opened in self.stack)
        while fits and self.stack[-1].family != family:
            self.stack.pop()
        opened = self.stack.pop()
        if not self.stack:
            self._keep(opened, match.start(), match.end())

    def _keep(self, opened: _Open, end: int, right: int) -> None:
        inner = self.text[opened.right : end]
        words = len(_WORD.findall(inner))
        if words:
            start = opened.right + len(inner) - len(inner.lstrip())
            self.found.append(
                Mark(opened.left, start, opened.right + len(inner.rstrip()), right, words)
            )


def find(text: str) -> list[Mark]:
    """Marked spans of `text` (folded), outermost only, in order; an unclosed one ends with its line or sentence."""
    pairing = _Pairing(text, PROCLITICS)
    for match in _MARK.finditer(text):
        if match.group() == "\n":
            pairing.line += 1
            continue
        if pairing.stale(match.start()):
            pairing.give_up(match.start())
        pairing.take(match)
    pairing.give_up(len(text))
    return pairing.found
