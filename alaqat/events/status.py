"""Whether a reported happening is done, planned, denied or only thought of."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.events.triggers import Trigger, Word, between, clitic_kind
from alaqat.records import Status

# How far before the trigger (folded characters) a word of plan, negation or possibility still governs it.
_PLAN, _NOT, _MAY, _ADJECTIVE = 60, 14, 45, 26
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
        or _coming(trigger, found)
    ):
        return "planned"
    if _cue(found, word, start, _MAY, "may"):
        return "hypothetical"
    if (trigger.reading == "present" and not told_past) or _of_many(found, word):
        return None
    return "done"


def _cue(found: Sequence[Word], word: Word, start: int, reach: int, name: str) -> bool:
    edge = max(start, word.start - reach)
    return any(other.cue(name) for other in between(found, edge, word.start))


def _coming(trigger: Trigger, found: Sequence[Word]) -> bool:
    """Whether an adjective puts a noun ahead ("the expected summit")."""
    end = trigger.word.end
    behind = between(found, end, end + _ADJECTIVE) if trigger.reading == "noun" else []
    for word in behind:
        if word.cue("in", "from", "with", "about", "on", "to", "open", "after", "by") or (
            word.clitic and clitic_kind(word.clitic) != "article"
        ):
            return False
        if word.cue("ahead-adjective"):
            return True
    return False


def _of_many(found: Sequence[Word], word: Word) -> bool:
    """Whether the trigger is one of a kind that is spoken of ("acts of", "any"), no single happening."""
    begin = word.start - len(word.clitic)
    return any(other.cue("plural") and begin - other.end <= 1 for other in between(found, begin - _ANY, begin))


def _future_light(found: Sequence[Word], word: Word, start: int) -> bool:
    """A light verb in the future before the noun: "will hold a meeting"."""
    lead = between(found, start, word.start)
    return any(other.cue("say") and clitic_kind(other.clitic) == "future" for other in lead)
