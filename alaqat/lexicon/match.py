"""Matches lexicon entries in folded text, all in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import ahocorasick

from alaqat.arabic.clitics import PROCLITICS, with_article_swallowed
from alaqat.arabic.fold import folded

T = TypeVar("T")
# Letters before a form in which a clitic is searched.
_LONGEST_CLITIC = 5


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A lexicon entry found in folded text: `start:end` without the clitic that precedes it."""

    start: int
    end: int
    entry: T
    clitic: str


class Matcher(Generic[T]):
    """All lexicon entries in one pass (Aho–Corasick over folded text), at word boundaries.

    A hit may begin with clitics of `alaqat.arabic.clitics`; a form with the article also matches
    where the preposition «ل» has replaced the article's alef (whole token). Of overlapping hits the
    longest counts, then the first. All entries with the same spelling are returned, in order.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, clitics: bool = True) -> None:
        self._clitics = PROCLITICS if clitics else frozenset[str]()
        automaton = ahocorasick.Automaton()
        for surface, entry in entries:
            for form in self._shapes(folded(surface)):
                known = automaton.get(form, None)
                if known is None:
                    automaton.add_word(form, (form, [entry]))
                elif entry not in known[1]:
                    known[1].append(entry)
        self._size = len(automaton)
        automaton.make_automaton()
        self._automaton = automaton

    def _shapes(self, form: str) -> list[str]:
        swallowed = with_article_swallowed(form) if self._clitics else None
        return [form] if swallowed is None else [form, swallowed]

    def find(self, text: str) -> list[Hit[T]]:
        """Hits in `text` (folded) in text order, the longest; one hit per entry of a surface."""
        chosen: list[Hit[T]] = []
        edge = -1
        for start, end, clitic, entries in sorted(self._candidates(text), key=_longest_first):
            if start >= edge:
                chosen.extend(Hit(start, end, entry, clitic) for entry in entries)
                edge = end
        return chosen

    def overlapping(self, text: str) -> list[Hit[T]]:
        """Every hit in `text` (folded), overlaps included, in text order."""
        candidates = sorted(self._candidates(text), key=lambda hit: (hit[0], hit[1]))
        return [
            Hit(start, end, entry, clitic)
            for start, end, clitic, entries in candidates
            for entry in entries
        ]

    def _candidates(self, text: str) -> Iterable[tuple[int, int, str, list[T]]]:
        if not self._size:
            return
        size = len(text)
        for last, (form, entries) in self._automaton.iter(text):
            end = last + 1
            if (
                end < size and text[end].isalnum()
            ):  # most hits end here: the word continues after the form
                continue
            start = end - len(form)
            clitic = self._leading(text, start)
            if clitic is not None:
                yield start, end, clitic, entries

    def _leading(self, text: str, start: int) -> str | None:
        """The clitic attached before `start`: "" at a word boundary, None inside a word."""
        begin = start
        while begin > 0 and start - begin < _LONGEST_CLITIC and text[begin - 1].isalnum():
            begin -= 1
        lead = text[begin:start]
        return lead if not lead or lead in self._clitics else None


def _longest_first(hit: tuple[int, int, str, object]) -> tuple[int, int]:
    return hit[0], -hit[1]
