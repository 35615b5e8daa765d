"""Which findings are told: likely ones, each happening of an article once, with the clause that
tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alaqat.readers.trained.decoding import Finding
from alaqat.readers.trained.view import Span, View
from alaqat.readers.trained.word_pieces import Word

# Marks that part clauses of one sentence.
_MARK = re.compile(r"[،,؛;:()«»\"“”–—]\s*")
_EDGE = " \t\n،,؛;:–—*•-"
# A clause of fewer characters says too little of what happened.
_SHORT = 25


@dataclass(frozen=True, slots=True)
class Limits:
    """What a finding must reach: `trigger` alone, `date` alone, and `both` multiplied."""

    trigger: float = 0.4
    date: float = 0.2
    both: float = 0.2


@dataclass(frozen=True, slots=True)
class Selected:
    """A finding that is told, its probability, and the clause that tells it."""

    finding: Finding
    probability: float
    span: Span


def certainty(finding: Finding) -> float:
    """How likely a finding is a happening that is dated right."""
    return finding.probability * finding.date_probability


def select(
    view: View, words: Sequence[Word], findings: Sequence[Finding], limits: Limits
) -> list[Selected]:
    """The findings that reach the limits, in text order, each happening once."""
    likely = [one for one in findings if _is_likely(one, limits)]
    chosen: list[Finding] = []
    for one in sorted(likely, key=lambda finding: -certainty(finding)):
        if not any(_is_same(one, other, words) for other in chosen):
            chosen.append(one)
    chosen.sort(key=lambda finding: finding.word)
    triggers = [words[finding.word] for finding in chosen]
    return [
        Selected(one, certainty(one), clause(view, words[one.word], triggers)) for one in chosen
    ]


def _is_likely(one: Finding, limits: Limits) -> bool:
    if one.interval is None or one.probability < limits.trigger:
        return False
    return one.date_probability >= limits.date and certainty(one) >= limits.both


def _is_same(one: Finding, other: Finding, words: Sequence[Word]) -> bool:
    """Whether both tell one happening: same category and days, and no party that the other
    lacks."""
    if one.category != other.category or one.interval != other.interval:
        return False
    mine = {name for name, _ in (*one.actors, *one.recipients)}
    theirs = {name for name, _ in (*other.actors, *other.recipients)}
    return mine <= theirs


def clause(view: View, trigger: Word, triggers: Sequence[Word]) -> Span:
    """The part of the sentence that tells of the trigger.

    The whole sentence where it holds no other trigger; else from the last mark after the trigger
    before to the first mark before the trigger after, or to that trigger.
    """
    start, end = view.sentences[trigger.sentence]
    before = [word.end for word in triggers if start <= word.start < trigger.start]
    after = [word.start for word in triggers if trigger.end <= word.start < end]
    if before:
        cuts = [match.end() for match in _MARK.finditer(view.text, max(before), trigger.start)]
        start = cuts[-1] if cuts else trigger.start
    if after:
        cuts = [match.start() for match in _MARK.finditer(view.text, trigger.end, min(after))]
        end = cuts[-1] if cuts else min(after)
    if end - start < _SHORT:
        start, end = view.sentences[trigger.sentence]
    return trimmed(view.text, start, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without the marks and spaces that only join it to what is beside it."""
    bare = text[start:end].rstrip(_EDGE)
    lead = len(bare) - len(bare.lstrip(_EDGE))
    return (start + lead, start + len(bare)) if bare.strip(_EDGE) else (start, end)
