"""Finds what a model copied from an article: exactly, else with few letters changed, else not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from alaqat.arabic.clitics import PROCLITICS
from alaqat.arabic.fold import folded
from alaqat.model.records import Document

# One changed letter for this many characters.
_CHARACTERS_AN_EDIT = 10
Span = tuple[int, int]


def occurrences(document: Document, copy: str, within: Span) -> Iterator[Span]:
    """Source spans of the words of `copy` in the span `within`, in text order.

    Spelling variants that folding unifies are equal. A match begins at a word, or after letters
    joined to one, and ends with a word. If there is none, the result is the most similar span, if
    it differs in at most one letter in ten.
    """
    words = " ".join(folded(copy).split())
    if not any(char.isalnum() for char in words):
        return
    start, end = document.folded_span(*within)
    pattern = r"\s+".join(map(re.escape, words.split()))
    is_found = False
    for match in re.finditer(pattern, document.folded[:end]):
        if match.start() >= start and _is_whole(document.folded, *match.span()):
            is_found = True
            yield document.span(*match.span())
    if not is_found:
        yield from _similar(document, words, (start, end))


def locate(document: Document, copy: str, within: Span) -> Span | None:
    """The first of `occurrences`; None if there is none."""
    return next(occurrences(document, copy, within), None)


def _is_whole(text: str, start: int, end: int) -> bool:
    """True if a span ends with a word, and begins with one or after what may be joined to it."""
    if end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        return False
    if not text[start].isalnum():
        return True
    lead = re.search(r"\w*$", text[:start])
    joined = lead.group() if lead else ""
    return not joined or joined in PROCLITICS


def _similar(document: Document, words: str, within: Span) -> Iterator[Span]:
    """The stretch of whole words with the fewest changed letters, if these are few enough."""
    most = len(words) // _CHARACTERS_AN_EDIT
    start, end = within
    text = document.folded[start:end]
    if not most or not text:
        return
    aligned = fuzz.partial_ratio_alignment(words, text)
    if aligned is None:
        return
    reach = most + 1
    begins = _near(re.finditer(r"(?<!\w)\w", text), aligned.dest_start, reach)
    stops = [
        stop + 1 for stop in _near(re.finditer(r"\w(?!\w)", text), aligned.dest_end - 1, reach)
    ]
    candidates = [
        (Levenshtein.distance(words, text[begin:stop], score_cutoff=most), begin, stop)
        for begin in begins
        for stop in stops
        if begin < stop
    ]
    distance, begin, stop = min(candidates, default=(most + 1, 0, 0))
    if distance <= most:
        yield document.span(start + begin, start + stop)


def _near(matches: Iterator[re.Match[str]], place: int, reach: int) -> list[int]:
    return [match.start() for match in matches if abs(match.start() - place) <= reach]
