"""The words of a text that are in the event lexicon, with their possible readings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from alaqat.arabic.clitics import PROCLITICS
from alaqat.events.event_rules import by_lemma
from alaqat.events.inflection import Form, Part
from alaqat.lexicon.match import Hit

_START = attrgetter("start")
_SPAN = attrgetter("start", "end")
_LONGEST_CLITIC = max(map(len, PROCLITICS))


class Word(NamedTuple):
    """All readings of one matched surface (folded offsets, clitic apart), with its classes of cues.

    `fires`: a rule may begin with it. A plain tuple, as an article makes hundreds of them.
    """

    start: int
    end: int
    clitic: str
    forms: tuple[Form, ...]
    cues: frozenset[str]
    fires: bool

    def has_cue(self, *classes: str) -> bool:
        """True if one reading is a cue of one of `classes`."""
        return not self.cues.isdisjoint(classes)

    def has_part(self, *parts: Part) -> bool:
        """True if one reading is one of `parts`."""
        return any(form.part in parts for form in self.forms)

    def is_right_before(self, position: int) -> bool:
        """True if at most one character is between the word and `position`."""
        return position - self.end <= 1

    @property
    def is_verbal(self) -> bool:
        """True if one reading is a finite verb."""
        return self.has_part("past", "present")

    @property
    def begin(self) -> int:
        """The folded offset of the word with its clitic."""
        return self.start - len(self.clitic)


def group(hits: Sequence[Hit[Form]]) -> list[Word]:
    """The hits of each span as one word, in text order."""
    return [_word(list(same)) for _, same in groupby(hits, key=_SPAN)]


def _word(hits: Sequence[Hit[Form]]) -> Word:
    first = hits[0]
    forms = tuple(hit.entry for hit in hits)
    return Word(first.start, first.end, first.clitic, forms, *_classes(forms))


@cache
def _classes(forms: tuple[Form, ...]) -> tuple[frozenset[str], bool]:
    """The cue classes of a surface, and True if a rule begins with it and it is no "noise"."""
    cues = frozenset(form.name for form in forms if form.part == "cue")
    is_lemma = any(form.part != "cue" and form.name in by_lemma() for form in forms)
    return cues, is_lemma and "noise" not in cues


def between(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """The words (sorted by offset) that begin in `start:end`."""
    return words[bisect_left(words, start, key=_START) : bisect_left(words, end, key=_START)]


def has_any_cue(words: Iterable[Word], *classes: str) -> bool:
    """True if one of the words is a cue of one of `classes`."""
    return bool(classes) and any(not word.cues.isdisjoint(classes) for word in words)


def is_cue(word: Word | None, *classes: str) -> bool:
    """True if there is a word, and it is a cue of one of `classes`."""
    return word is not None and word.has_cue(*classes)


def right_before(words: Sequence[Word], position: int, reach: int, gap: int = 1) -> list[Word]:
    """The words in the `reach` characters before `position` that end at most `gap` before it."""
    lead = between(words, position - reach, position)
    return [word for word in lead if position - word.end <= gap]


def word_at(words: Sequence[Word], begin: int) -> Word | None:
    """The word that begins, its clitic included, at `begin`."""
    near = between(words, begin, begin + _LONGEST_CLITIC + 1)
    return next((word for word in near if word.begin == begin), None)
