"""Constraints on a candidate's parties, and signs that it only mentions an event reported before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alaqat.arabic.clitics import clitic_kind
from alaqat.events.arguments.prepositions import Sides
from alaqat.events.article_context import Candidate, Segment
from alaqat.events.matched_words import between, has_any_cue
from alaqat.events.parties import Party
from alaqat.lexicon.distances import distance
from alaqat.model.records import Actor


def has_party_violation(segment: Segment, candidate: Candidate, sides: Sides) -> bool:
    """True if the rule asks for parties (its fields `party` and `foreign`) that the sides do not have."""
    rule = candidate.trigger.rule
    if rule.foreign and not _is_between_states(sides):
        return True
    if rule.party == "object":
        return not _has_object(segment, candidate, sides)
    lacks = _LACKS.get(rule.party or "")
    return lacks is not None and lacks(sides)


# What a rule lacks by its field `party`; the other values ask for nothing here.
_LACKS: dict[str, Callable[[Sides], bool]] = {
    "doer": lambda sides: not sides[0],
    "target": lambda sides: not sides[1],
    "pair": lambda sides: len({*sides[0], *sides[1]}) <= 1,
}


def _is_between_states(sides: Sides) -> bool:
    """True if somebody acts, and the parties are of two states."""
    owners = {actor.country or actor.name for side in sides for actor in side}
    return bool(sides[0]) and len(owners) > 1


def _has_object(segment: Segment, candidate: Candidate, sides: Sides) -> bool:
    """True if another state is named right after the verb: the one who is warned, not of what."""
    trigger, sources = candidate.trigger, sides[0]
    if trigger.has_object or not sources:
        return bool(sources and sides[1])
    end = _object_end(segment, candidate)
    clause = [party for party in segment.parties if candidate.clause[0] <= party.start < end]
    if trigger.reading != "participle" and len({party.actor for party in clause}) <= 1:
        return False
    home = {actor.country for actor in sources}
    named = [party for party in segment.parties if trigger.word.end <= party.start < end]
    objects = [party for party in named if not _has_preposition(segment, party)]
    return any(party.actor in sides[1] and party.actor.country not in home for party in objects)


def _object_end(segment: Segment, candidate: Candidate) -> int:
    """Where the object of a verb ends at the latest: at "from", "that", the next trigger or its clause's end."""
    end = candidate.clause[1]
    ahead = between(segment.words, candidate.trigger.word.end, end)
    ends = (word.start for word in ahead if word.fires or word.has_cue("from", "that"))
    return next(ends, end)


def _has_preposition(segment: Segment, party: Party) -> bool:
    """True if a preposition leads to a party, its own clitic or the word before."""
    start = party.start
    before = between(segment.words, start - distance("event-preposition-before"), start)
    near = [word for word in before if start - word.end <= distance("event-adjacent")]
    return has_any_cue(near, "in", "to", "with", "on") or clitic_kind(party.clitic) == "preposition"


def is_lacking_parties(candidate: Candidate, everyone: Sequence[Actor]) -> bool:
    """True if the rule or its category needs a party and none was found."""
    rule = candidate.trigger.rule
    return not everyone and (rule.party == "any" or rule.category.needs_party)


def is_mere_mention(candidate: Candidate, everyone: Sequence[Actor]) -> bool:
    """True if an undated trigger only refers to an event: in a relative clause, or a noun that nothing reports."""
    if candidate.trigger.rule.needs_two_parties:
        return len(everyone) <= 1
    if not everyone:
        return _is_nameless_mention(candidate)
    return candidate.relative or not candidate.is_verbal


def _is_nameless_mention(candidate: Candidate) -> bool:
    """The same without any party: only violence and protest told by a verb, or by a noun new to the text, count."""
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
    before = between(segment.words, begin - distance("event-demonstrative"), begin)
    near = [word for word in before if word.is_right_before(begin)]
    return candidate.trigger.is_noun and has_any_cue(near, "pointing")


def _is_definite(candidate: Candidate) -> bool:
    """True if a noun has the definite article: it speaks of what was reported before."""
    trigger = candidate.trigger
    return trigger.is_definite or clitic_kind(trigger.word.clitic) == "article"
