"""Constraints on a candidate's parties, and signs that it only mentions an earlier event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alaqat.arabic.clitics import clitic_kind
from alaqat.events.arguments.prepositions import Sides
from alaqat.events.article_context import Candidate, Segment
from alaqat.events.matched_words import between, has_any_cue, right_before
from alaqat.events.parties import Party, within
from alaqat.lexicon.distances import distance
from alaqat.model.records import Actor


def has_party_violation(segment: Segment, candidate: Candidate, sides: Sides) -> bool:
    """True if parties that the rule's `party` and `foreign` require are missing."""
    rule = candidate.trigger.rule
    if rule.foreign and not _is_between_states(sides):
        return True
    if rule.party == "object":
        return not _has_object(segment, candidate, sides)
    lacks = _LACKS.get(rule.party or "")
    return lacks is not None and lacks(sides)


# The constraint of each value of a rule's field `party`; other values have none here.
_LACKS: dict[str, Callable[[Sides], bool]] = {
    "doer": lambda sides: not sides[0],
    "target": lambda sides: not sides[1],
    "pair": lambda sides: len({*sides[0], *sides[1]}) <= 1,
}


def _is_between_states(sides: Sides) -> bool:
    """True if there is an actor, and the parties are of two states."""
    owners = {actor.country or actor.name for side in sides for actor in side}
    return bool(sides[0]) and len(owners) > 1


def _has_object(segment: Segment, candidate: Candidate, sides: Sides) -> bool:
    """True if another state is named right after the verb: the one warned, not the danger."""
    sources, targets = sides
    if candidate.trigger.has_object or not sources:
        return bool(sources and targets)
    end = _object_end(segment, candidate)
    if candidate.trigger.reading != "participle" and not _has_two_parties(segment, candidate, end):
        return False
    home = {actor.country for actor in sources}
    abroad = [actor for actor in targets if actor.country not in home]
    return any(party.actor in abroad for party in _objects(segment, candidate, end))


def _has_two_parties(segment: Segment, candidate: Candidate, end: int) -> bool:
    """True if two parties are named in the clause before `end`."""
    named = within(segment.parties, candidate.clause[0], end)
    return len({party.actor for party in named}) > 1


def _objects(segment: Segment, candidate: Candidate, end: int) -> list[Party]:
    """The parties between a verb and `end` to which no preposition leads."""
    named = within(segment.parties, candidate.trigger.word.end, end)
    return [party for party in named if not _has_preposition(segment, party)]


def _object_end(segment: Segment, candidate: Candidate) -> int:
    """The end of a verb's object: at "from", "that", the next trigger or the clause's end."""
    end = candidate.clause[1]
    ahead = between(segment.words, candidate.trigger.word.end, end)
    ends = (word.start for word in ahead if word.fires or word.has_cue("from", "that"))
    return next(ends, end)


def _has_preposition(segment: Segment, party: Party) -> bool:
    """True if a preposition leads to a party, its own clitic or the word before."""
    if clitic_kind(party.clitic) == "preposition":
        return True
    reach, gap = distance("event-preposition-before"), distance("event-adjacent")
    return has_any_cue(
        right_before(segment.words, party.start, reach, gap), "in", "to", "with", "on"
    )


def is_lacking_parties(candidate: Candidate, everyone: Sequence[Actor]) -> bool:
    """True if the rule or its category needs a party and none was found."""
    rule = candidate.trigger.rule
    return not everyone and (rule.party == "any" or rule.category.needs_party)


def is_mere_mention(candidate: Candidate, everyone: Sequence[Actor]) -> bool:
    """True if an undated trigger only refers to an event: in a relative clause, by a noun."""
    if candidate.trigger.rule.is_between_two_parties:
        return len(everyone) <= 1
    if not everyone:
        return _is_nameless_mention(candidate)
    return candidate.relative or not candidate.is_verbal


def _is_nameless_mention(candidate: Candidate) -> bool:
    """True for a mere mention without parties: anything except violence and protest as news."""
    trigger = candidate.trigger
    if candidate.relative or not trigger.rule.category.is_bodily:
        return True
    if not trigger.is_noun:
        return False
    is_reported = trigger.governed and trigger.rule.category.is_violent
    return not is_reported or _is_definite(candidate)


def has_demonstrative(segment: Segment, candidate: Candidate) -> bool:
    """True if a demonstrative before a noun points back to an event ("those meetings")."""
    begin = candidate.trigger.word.begin
    before = right_before(segment.words, begin, distance("event-demonstrative"))
    return candidate.trigger.is_noun and has_any_cue(before, "pointing")


def _is_definite(candidate: Candidate) -> bool:
    """True if a noun has the definite article, and so refers to an event reported before."""
    trigger = candidate.trigger
    return trigger.is_definite or clitic_kind(trigger.word.clitic) == "article"
