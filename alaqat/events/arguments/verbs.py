"""Who does what a verb reports, and to whom: by order, agreement and preposition."""

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
    agents = actors(first_group(subject))
    if clause.frame == "patient" and _is_victim(clause, subject[0]):
        return (), agents
    return agents, acted_upon(clause.after)


def _of_subject_after(clause: TriggerClause) -> Sides:
    subject = _subject_after(clause)
    if not subject or subject[0] is not clause.after[0]:
        return (), acted_upon(clause.after)
    if clause.frame == "patient" and _is_passive(clause):
        return (), acted_upon(clause.after)
    agents = actors(first_group(subject))
    return agents, acted_upon(
        [linked for linked in clause.after if linked.party.actor not in agents]
    )


def _subject_after(clause: TriggerClause) -> list[LinkedParty]:
    """The parties after a verb that may be its subject, the first one decides; none if it cannot be."""
    reach = distance("event-verb-subject")
    near = [linked for linked in direct(clause.after) if clause.gap(linked) <= reach]
    # "the president received": a title may be the host's.
    may_be_headed = clause.category.is_meeting and len(clause.after) > 1
    near = near if may_be_headed else [linked for linked in near if not linked.headed]
    if near and (_is_owner(clause, near[0]) or _has_wrong_gender(clause, near[0])):
        return []
    return near


def _has_wrong_gender(clause: TriggerClause, first: LinkedParty) -> bool:
    """True of a feminine state right after a masculine verb, which is no subject of it ("he accused Iran")."""
    is_adjacent = first.party.kind in STATES and clause.gap(first) <= 1
    name = between(clause.words, first.party.start, first.party.end)
    return clause.trigger.is_masculine and is_adjacent and not has_any_cue(name, "masculine")


def _is_owner(clause: TriggerClause, first: LinkedParty) -> bool:
    """True if the party named first after a verb of violence only owns what is attacked ("a Greek embassy")."""
    gap = between(clause.words, clause.trigger.word.end, first.party.end)
    return clause.category.is_bodily and has_any_cue(gap, "embassy", "building")


def _is_victim(clause: TriggerClause, subject: LinkedParty) -> bool:
    """True of people before a verb of harm after whom nobody stands that they could have harmed."""
    if subject.party.kind not in _PEOPLE or has_victims_after(clause) or direct(clause.after):
        return False
    named = clause.words_of(subject)
    return not any(word.has_cue("troops") and not word.has_cue("member") for word in named)


def has_victims_after(clause: TriggerClause) -> bool:
    """True if the victims of a verb of harm are named right after it."""
    end = clause.trigger.word.end
    return has_any_cue(between(clause.words, end, end + distance("event-victims")), "victims")


def _is_passive(clause: TriggerClause) -> bool:
    """True if the only party after a verb of harm suffers it: it does not follow at once or through its troops."""
    if clause.trigger.reading != "past":
        return False
    parties = direct(clause.after)
    if len(parties) != 1:
        return not parties
    gap = between(clause.words, clause.trigger.word.end, parties[0].party.start)
    if gap:
        return not gap[0].has_cue("troops")
    return parties[0].party.kind == "adjective" or clause.gap(parties[0]) > distance(
        "event-adjacent"
    )
