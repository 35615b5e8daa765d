"""Splits an article into sentences: at line ends and full stops, but not inside quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from alaqat.arabic.fold import LETTER
from alaqat.arabic.quotation_marks import quoted_span
from alaqat.model.records import Document, Sentence

# An ellipsis does not end a sentence, nor does the dot of a one-letter abbreviation or a number.
_STOP = re.compile(
    rf"(?<!\.)(?<!(?<!\w)\w)(?:[!?؟]+|\.(?!\.))[\"»”’)\]]*(?=\s|$)"
    rf"|(?<={LETTER}{LETTER}{LETTER})\.(?={LETTER}{LETTER})"
)


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of a folded article in order, numbered from 0."""
    number = 0
    for paragraph, (start, end) in enumerate(_lines(document.folded)):
        for fstart, fend in _split(document.folded, start, end):
            begin, stop = document.span(fstart, fend)
            yield Sentence(number, begin, stop, fstart, fend, paragraph)
            number += 1


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines that are not blank."""
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        if match.group().strip():
            yield match.start(), match.end()


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of one line: cut after a stop, never inside a closed pair of quotation marks."""
    quoted = [match.span() for match in quoted_span().finditer(text, start, end)]
    cuts = [start]
    for stop in _STOP.finditer(text, start, end):
        if not any(left < stop.start() and stop.end() < right for left, right in quoted):
            cuts.append(stop.end())
    for first, last in pairwise([*cuts, end]):
        piece = text[first:last]
        if any(char.isalnum() for char in piece):
            yield last - len(piece.lstrip()), first + len(piece.rstrip())
