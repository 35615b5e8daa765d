"""Splits an article into sentences: at line ends and full stops, but not inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from alaqat.arabic.fold import LETTER
from alaqat.arabic.quotation_marks import quoted_span
from alaqat.model.records import Document, Sentence

# A run of marks is matched in pieces: one as long as the text would be read again from each mark.
# An ellipsis does not end a sentence, nor does the dot of a one-letter abbreviation or a number.
_STOP = re.compile(
    rf"(?<!\.)(?<!(?<!\w)\w)(?:[!?؟]{{1,20}}|\.(?!\.))[\"»”’)\]]*(?=\s|$)"
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


def _is_quoted(stop: tuple[int, int], quoted: Sequence[tuple[int, int]]) -> bool:
    """True if a stop lies inside one of the spans, which are in text order and do not overlap."""
    before = bisect_left(quoted, stop[0], key=itemgetter(0))
    return before > 0 and stop[1] < quoted[before - 1][1]


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of one line: cut after a stop, never inside a closed pair of quotation marks."""
    quoted = [match.span() for match in quoted_span().finditer(text, start, end)]
    cuts = [start]
    for stop in _STOP.finditer(text, start, end):
        if not _is_quoted(stop.span(), quoted):
            cuts.append(stop.end())
    for first, last in pairwise([*cuts, end]):
        piece = text[first:last]
        if any(char.isalnum() for char in piece):
            yield last - len(piece.lstrip()), first + len(piece.rstrip())
