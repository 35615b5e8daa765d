"""Which triggers of a sentence stand for happenings, and how real they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alaqat.events import clauses, status
from alaqat.events.reading import Candidate, Reading
from alaqat.events.triggers import Trigger, Word
from alaqat.lexicon import table

# Categories whose argument is only wished for, refused or feared: a noun inside it did not happen.
UNREAL = frozenset(("REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
# Categories of words and talks.
WORDS = frozenset(("REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "AGREE", "CONCEDE", "CONSULT"))
# Categories whose reports often name no party but the people who were there.
BODILY = frozenset(("ASSAULT", "PROTEST"))
# Categories that one performs by saying so.
_SAYABLE = frozenset(("REQUEST", "REJECT", "ACCUSE", "SUPPORT", "CONCEDE"))
# How far before "that" (folded characters) a word of plan or doubt stands that governs its clause.
_LEAN = 40
# Letters of the bare conjunction "that"; a longer one carries its subject.
_BARE = 2


def said(reading: Reading, trigger: Trigger, found: Sequence[Word]) -> bool:
    """Whether a trigger stands in somebody's words; a reported past deed ("said that «two were killed»") does not."""
    inside = reading.quotation(trigger.word.start)
    if inside is None:
        return False
    reported = any(word.cue("that") and 0 <= inside[0] - word.end <= 2 for word in found)
    return not (reported and trigger.reading == "past" and trigger.rule.plover in BODILY)


def find(text: str, fired: Sequence[Trigger], found: Sequence[Word], cuts: Sequence[int]) -> Iterator[Candidate]:
    """Triggers that report something, done or not; habits and mere wishes are left out."""
    real: list[Candidate] = []
    for trigger in fired:
        clause = clauses.around(cuts, trigger.word.start)
        opener = next((word for word in found if word.start - len(word.clitic) == clause[0]), None)
        before = opener is not None and (
            opener.cue("before") or (bool(real) and real[-1].before and opener is trigger.word)
        )
        begin = clause[0] - _LEAN if opener is not None and opener.cue("that") else clause[0]
        state = status.status(trigger, found, begin, told_past=before or _performed(trigger, opener, text))
        if state is None or (trigger.reading == "noun" and (_wished(trigger, clause, real) or _purpose(text, trigger))):
            continue
        relative = opener is not None and opener.cue("relative")
        candidate = Candidate(trigger, clause, state, before, relative)
        real.append(candidate)
        yield candidate


def _performed(trigger: Trigger, opener: Word | None, text: str) -> bool:
    """Whether a present tense is an act by being said: "said that it rejects"."""
    if opener is None or not opener.cue("that") or trigger.rule.plover not in _SAYABLE:
        return False
    subject = " " in text[opener.end : trigger.word.start].strip()
    return subject or opener.end - opener.start > _BARE


def _purpose(text: str, trigger: Trigger) -> bool:
    """Whether a noun of words or talks says what something is for ("to condemn", "for talks"): no event of its own."""
    lead = text[trigger.word.start - len(trigger.word.clitic) : trigger.word.start + 2]
    purposes = {form for row in table("swallowed") for form in (row["swallowed"], row["swallowed"][0])}
    return trigger.rule.plover in WORDS and (lead[:2] in purposes or trigger.word.clitic in purposes)


def _wished(trigger: Trigger, clause: tuple[int, int], earlier: Sequence[Candidate]) -> bool:
    """Whether a noun is what an earlier act of the clause asks for, refuses or threatens."""
    return any(
        one.trigger.rule.plover in UNREAL
        and (one.trigger.reading != "noun" or one.trigger.rule.plover in ("THREATEN", "REQUEST"))
        and one.clause == clause
        and trigger.word.start > one.trigger.word.end
        for one in earlier
    )
