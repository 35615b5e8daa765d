"""Finds the boundaries of a sentence's clauses and the quoted sentences of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence, Set

from alaqat.arabic.clitics import CONJUNCTIONS, clitic_kind
from alaqat.arabic.quotation_marks import quoted_span
from alaqat.events.matched_words import Word
from alaqat.events.triggers import Trigger
from alaqat.lexicon.distances import distance

_MARK = re.compile(r"[،,؛;:()«»\"“”]\s*")
_AND = re.compile(rf"[،,؛;]\s{{0,3}}(?=[{''.join(CONJUNCTIONS)}]\w)")


def quoted(text: str) -> list[tuple[int, int]]:
    """Folded spans of quoted sentences; a shorter quotation is a name or a term."""
    shortest = distance("event-quoted-sentence")
    matches = quoted_span(1).finditer(text)
    return [match.span() for match in matches if len(match.group().split()) >= shortest]


def boundaries(
    text: str,
    words: Sequence[Word],
    triggers: Sequence[Trigger],
    names: Set[int],
    span: tuple[int, int],
) -> list[int]:
    """Folded offsets of the beginnings of the clauses of the sentence `span`, and its end.

    `names` are the offsets where parties begin: a comma and "and" before a party or an office
    continue a list, and begin no clause.
    """
    readings: dict[Word, set[str]] = defaultdict(set)
    for trigger in triggers:
        readings[trigger.word].add(trigger.reading)
    starts = {
        word.begin for word in words if _is_start(text, word, readings.get(word, frozenset()))
    }
    return sorted({*span, *_after_commas(text, words, names, span), *starts})


def _after_commas(
    text: str, words: Sequence[Word], names: Set[int], span: tuple[int, int]
) -> Set[int]:
    """Offsets of words after a comma and "and", except items of a list."""
    offices = {word.begin for word in words if word.has_cue("official") and not word.is_verbal}
    unsplit = {word.start for word in words if not word.clitic}  # their first letter is no "and"
    items = names | offices | unsplit
    return {match.end() for match in _AND.finditer(text, *span)} - items


def _is_start(text: str, word: Word, readings: Set[str]) -> bool:
    """True if a clause begins at a word, which is a trigger with `readings` or none."""
    if word.has_cue("open") and text[word.begin - 1 : word.begin] != "-":
        return True
    is_joined = clitic_kind(word.clitic) == "conjunction"
    if readings - {"noun"} and (is_joined or _is_after_mark(text, word)):
        return True
    is_deed = word.has_part("past") or word.has_cue("say")
    return is_joined and is_deed and "noun" not in readings


def _is_after_mark(text: str, word: Word) -> bool:
    """True if a punctuation mark precedes a word, with or without a space."""
    before = text[word.begin - 2 : word.begin].strip()
    return bool(before) and _MARK.match(before) is not None


def clause_at(cuts: Sequence[int], position: int) -> tuple[int, int]:
    """The clause that contains `position`; `cuts` are the boundaries of its sentence."""
    index = bisect_right(cuts, position)
    return cuts[max(index - 1, 0)], cuts[min(index, len(cuts) - 1)]
