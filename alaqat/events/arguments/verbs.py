"""Finds sources and targets of a verb, by order, agreement and preposition."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.events.arguments.prepositions import (
    LinkedParty,
    Sides,
    acted_upon,
    actors,
    direct,
    first_group,
    led_by,
    not_led_by,
    without_actors,
)
from alaqat.events.arguments.trigger_clause import STATES, TriggerClause
from alaqat.events.matched_words import between, has_any_cue
from alaqat.lexicon.distances import distance

# Kinds of parties that are people.
_PEOPLE = frozenset(("adjective", "person", "body"))


def sides(clause: TriggerClause) -> Sides:
    """Sources and targets of a verb, from the parties before and after it in its clause."""
    if agents := led_by(clause.after, "by"):
        others = not_led_by(clause.after, "by")
        return actors(agents), actors(direct([*clause.before, *others])[:2] or others)
    if clause.frame == "suffers":
        return (), actors([*clause.after, *clause.before])
    if subject := direct(clause.before):
        return _of_subject_before(clause, subject)
    return _of_subject_after(clause)


def _of_subject_before(clause: TriggerClause, subject: Sequence[LinkedParty]) -> Sides:
    """The sides of a verb after its subject: the subject acts, or it suffered the harm."""
    agents = actors(first_group(subject))
    if clause.frame == "patient" and _is_victim(clause, subject[0]):
        return (), agents
    return agents, acted_upon(clause.after)


def _of_subject_after(clause: TriggerClause) -> Sides:
    """The sides of a verb before its subject; without one, all after it are acted upon."""
    subject = _subject_after(clause)
    is_first = bool(subject) and subject[0] is clause.after[0]
    if not is_first or (clause.frame == "patient" and _is_passive(clause)):
        return (), acted_upon(clause.after)
    agents = actors(first_group(subject))
    return agents, acted_upon(without_actors(clause.after, agents))


def _subject_after(clause: TriggerClause) -> list[LinkedParty]:
    """The parties after a verb that may be its subject; none if the first one cannot be."""
    near = clause.direct_after("event-verb-subject")
    # "the president received": a title may be the host's.
    may_be_headed = clause.category.is_meeting and len(clause.after) > 1
    if not may_be_headed:
        near = [linked for linked in near if not linked.headed]
    return near if near and _can_be_subject(clause, near[0]) else []


def _can_be_subject(clause: TriggerClause, first: LinkedParty) -> bool:
    """True if the first party after a verb can be its subject."""
    return not _is_owner(clause, first) and not _has_wrong_gender(clause, first)


def _has_wrong_gender(clause: TriggerClause, first: LinkedParty) -> bool:
    """True for a feminine state right after a masculine verb: no subject ("he accused Iran")."""
    is_adjacent = first.party.kind in STATES and clause.gap(first) <= 1
    name = between(clause.words, first.party.start, first.party.end)
    return clause.trigger.is_masculine and is_adjacent and not has_any_cue(name, "masculine")


def _is_owner(clause: TriggerClause, first: LinkedParty) -> bool:
    """True if the first party after a verb of violence only owns the target ("a Greek embassy")."""
    gap = between(clause.words, clause.trigger.word.end, first.party.end)
    return clause.category.is_bodily and has_any_cue(gap, "embassy", "building")


def _is_victim(clause: TriggerClause, subject: LinkedParty) -> bool:
    """True for people before a verb of harm without a possible victim after it."""
    if subject.party.kind not in _PEOPLE or has_victims_after(clause) or direct(clause.after):
        return False
    named = clause.words_of(subject)
    return not any(word.has_cue("troops") and not word.has_cue("member") for word in named)


def has_victims_after(clause: TriggerClause) -> bool:
    """True if the victims of a verb of harm are named right after it."""
    end = clause.trigger.word.end
    return has_any_cue(between(clause.words, end, end + distance("event-victims")), "victims")


def _is_passive(clause: TriggerClause) -> bool:
    """True if the only party after a verb of harm is the victim: its troops are no subject."""
    if clause.trigger.reading != "past":
        return False
    parties = direct(clause.after)
    if len(parties) != 1:
        return not parties
    if gap := clause.words_between(parties[0]):
        return not gap[0].has_cue("troops")
    return parties[0].party.kind == "adjective" or clause.gap(parties[0]) > distance(
        "event-adjacent"
    )
