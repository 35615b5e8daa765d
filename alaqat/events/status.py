"""Whether a reported happening is done, planned, denied or only thought of."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.arabic.clitics import clitic_kind
from alaqat.events.triggers import Trigger, Word, between
from alaqat.model.records import Status

# Categories of deeds that can be stopped.
FORCE = frozenset(("ASSAULT", "COERCE", "PROTEST"))

# How far before the trigger (folded characters) a word of plan, negation or possibility still governs it.
_PLAN, _NOT, _MAY = 60, 14, 45
# Acts that talks, demands and promises are about: their noun is wished for there.
_WISHED = frozenset(("AGREE", "CONCEDE", "RETREAT", "AID", "COOPERATE", "MOBILIZE"))
# Acts that their supposed doer denies; an attack that a state denies has happened all the same.
_DENIED = _WISHED | {"CONSULT", "SUPPORT"}
# What leads to the noun of an act not yet done, by category.
_LED = {**dict.fromkeys(_WISHED, "wish"), "CONSULT": "proposed"}
# How far after a noun (folded characters) the adjective stands that puts it off ("the summit expected").
_AWAITED = 30
# How far before a present tense "qad" stands, which makes it a possibility (before a past it says "already").
_RIGHT_BEFORE = 4
# The same for a word that says that a deed was stopped or kept from happening.
_STOPPED = 35
# The longest word for many of a kind ("any", "every", "acts of"), which stands right before it.
_ANY = 12


def status(
    trigger: Trigger, found: Sequence[Word], start: int, *, told_past: bool
) -> Status | None:
    """The trigger's status, from the words after `start`; None for a habit, which is no event.

    `told_past`: the present tense tells a deed here ("before it withdrew", "said that it rejects").
    """
    word = trigger.word
    if _cue(found, word, start, _NOT, "not") or (
        trigger.rule.plover in _DENIED and _led(found, word, start, "denying")
    ):
        return "denied"
    if (
        clitic_kind(word.clitic) == "future"
        or _cue(found, word, start, _PLAN, "planned")
        or _future_light(found, word, start)
        or _awaited(trigger, found, "coming")
        or _ahead(trigger, found)
    ):
        return "planned"
    if (
        _cue(found, word, start, _MAY, "may")
        or _awaited(trigger, found, "possible")
        or (trigger.reading == "present" and _cue(found, word, start, _RIGHT_BEFORE, "already"))
    ):
        return "hypothetical"
    if (
        trigger.reading == "noun"
        and trigger.rule.plover in _LED
        and _led(found, word, start, _LED[trigger.rule.plover])
    ):
        return "hypothetical"
    if (
        (trigger.reading == "present" and not told_past)
        or _of_many(found, trigger)
        or _undone(trigger, found)
    ):
        return None
    return "done"


def _cue(found: Sequence[Word], word: Word, start: int, reach: int, name: str) -> bool:
    edge = max(start, word.start - reach)
    return any(other.has_cue(name) for other in between(found, edge, word.start))


def _of_many(found: Sequence[Word], trigger: Trigger) -> bool:
    """Whether the trigger is one of a kind that is spoken of ("any", "acts of" unless somebody "committed" them)."""
    begin = trigger.word.start - len(trigger.word.clitic)
    return any(
        other.has_cue("plural")
        and begin - other.end <= 1
        and not (other.has_cue("acts") and trigger.governed)
        for other in between(found, begin - _ANY, begin)
    )


def _undone(trigger: Trigger, found: Sequence[Word]) -> bool:
    """Whether a noun of force is what was stopped or foiled ("an end to the raids"), or somebody's habit."""
    if trigger.reading != "noun" or trigger.rule.plover not in FORCE:
        return False
    begin = trigger.word.start - len(trigger.word.clitic)
    lead = between(found, begin - _STOPPED, begin)
    return any(other.has_cue("stopped", "habit") for other in lead)


def _led(found: Sequence[Word], word: Word, start: int, name: str) -> bool:
    """Whether a word of class `name` (a wish, a denial) leads to the trigger, no other verb in between."""
    for other in reversed(between(found, max(start, word.start - _PLAN), word.start)):
        if other.has_cue(name):
            return True
        if other.has_cue("after", "in") or any(form.part == "past" for form in other.forms):
            return False
    return False


def _awaited(trigger: Trigger, found: Sequence[Word], name: str) -> bool:
    """Whether an adjective after the noun puts it off or in doubt ("the coming visit", "a possible pullout")."""
    if trigger.reading != "noun":
        return False
    for other in between(found, trigger.word.end, trigger.word.end + _AWAITED):
        if other.has_cue(name) or (
            name == "coming" and other.has_cue("say") and clitic_kind(other.clitic) == "future"
        ):
            return True
        if other.has_cue("in", "open") or any(
            form.part in ("past", "present") for form in other.forms
        ):
            return False
    return False


def _ahead(trigger: Trigger, found: Sequence[Word]) -> bool:
    """Whether the noun is a meeting or a vote that something came right before ("ahead of the summit")."""
    begin = trigger.word.start - len(trigger.word.clitic)
    lead = between(found, begin - _ANY, begin)
    meeting = trigger.reading == "noun" and trigger.rule.plover in ("CONSULT", None)
    return meeting and any(
        other.has_cue("ahead", "eve") and begin - other.end <= 1 for other in lead
    )


def _future_light(found: Sequence[Word], word: Word, start: int) -> bool:
    """A light verb in the future before the noun: "will hold a meeting"."""
    lead = between(found, start, word.start)
    return any(other.has_cue("say") and clitic_kind(other.clitic) == "future" for other in lead)
