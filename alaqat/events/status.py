"""Whether a reported happening is done, planned, denied or only thought of."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.events.triggers import Trigger, Word, between, clitic_kind
from alaqat.records import Status

# Categories of deeds that can be stopped.
FORCE = frozenset(("ASSAULT", "COERCE", "PROTEST"))

# How far before the trigger (folded characters) a word of plan, negation or possibility still governs it.
_PLAN, _NOT, _MAY = 60, 14, 45
# The same for a word that says that a deed was stopped or kept from happening.
_STOPPED = 35
# The longest word for many of a kind ("any", "every", "acts of"), which stands right before it.
_ANY = 12


def status(trigger: Trigger, found: Sequence[Word], start: int, *, told_past: bool) -> Status | None:
    """The trigger's status, from the words after `start`; None for a habit, which is no event.

    `told_past`: the present tense tells a deed here ("before it withdrew", "said that it rejects").
    """
    word = trigger.word
    if _cue(found, word, start, _NOT, "not"):
        return "denied"
    if (
        clitic_kind(word.clitic) == "future"
        or _cue(found, word, start, _PLAN, "planned")
        or _future_light(found, word, start)
    ):
        return "planned"
    if _cue(found, word, start, _MAY, "may"):
        return "hypothetical"
    if (trigger.reading == "present" and not told_past) or _of_many(found, trigger) or _undone(trigger, found):
        return None
    return "done"


def _cue(found: Sequence[Word], word: Word, start: int, reach: int, name: str) -> bool:
    edge = max(start, word.start - reach)
    return any(other.cue(name) for other in between(found, edge, word.start))


def _of_many(found: Sequence[Word], trigger: Trigger) -> bool:
    """Whether the trigger is one of a kind that is spoken of ("any", "acts of" unless somebody "committed" them)."""
    begin = trigger.word.start - len(trigger.word.clitic)
    return any(
        other.cue("plural") and begin - other.end <= 1 and not (other.cue("acts") and trigger.governed)
        for other in between(found, begin - _ANY, begin)
    )


def _undone(trigger: Trigger, found: Sequence[Word]) -> bool:
    """Whether a noun of force is what was stopped or foiled ("an end to the raids"), or somebody's habit."""
    if trigger.reading != "noun" or trigger.rule.plover not in FORCE:
        return False
    begin = trigger.word.start - len(trigger.word.clitic)
    lead = between(found, begin - _STOPPED, begin)
    return any(other.cue("stopped", "habit") for other in lead)


def _future_light(found: Sequence[Word], word: Word, start: int) -> bool:
    """A light verb in the future before the noun: "will hold a meeting"."""
    lead = between(found, start, word.start)
    return any(other.cue("say") and clitic_kind(other.clitic) == "future" for other in lead)
