"""Whether a candidate is what its rule asks for: its parties, and more than a mention of what was told before."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.arabic.clitics import clitic_kind
from alaqat.events import triggers
from alaqat.events.arguments import prepositions
from alaqat.events.article_context import Candidate, Segment
from alaqat.events.candidates import BODILY
from alaqat.events.parties import Party
from alaqat.model.records import Actor

# How far before a noun (folded characters) the demonstrative stands that points back.
_BEFORE = 10


def has_party_violation(segment: Segment, one: Candidate, sides: prepositions.Sides) -> bool:
    """Whether a rule that asks for a doer, for a party acted upon, or for two, finds less."""
    asked = one.trigger.rule.party
    if one.trigger.rule.foreign and not _abroad(sides):
        return True
    if asked == "object":
        return not _object(segment, one, sides)
    if asked == "doer":
        return not sides[0]
    return (asked == "target" and not sides[1]) or (
        asked == "pair" and len({*sides[0], *sides[1]}) < 2
    )


def _abroad(sides: prepositions.Sides) -> bool:
    """Whether the happening is between states: somebody does it, and those who take part in it are of two."""
    owners = {actor.country or actor.name for side in sides for actor in side}
    return bool(sides[0]) and len(owners) > 1


def _object(segment: Segment, one: Candidate, sides: prepositions.Sides) -> bool:
    """Whether another state is named right after the verb, before any "from": who is warned, not of what."""
    start, end = one.trigger.word.end, one.clause[1]
    if one.trigger.points or not sides[0]:
        return bool(sides[0] and sides[1])
    ahead = triggers.between(segment.words, start, end)
    end = min(
        (word.start for word in ahead if word.has_cue("from", "that") or word.fires), default=end
    )
    home = {actor.country for actor in sides[0]}
    named = [party for party in segment.parties if start <= party.start < end]
    if (
        one.trigger.reading != "participle"
        and len({p.actor for p in segment.parties if one.clause[0] <= p.start < end}) < 2
    ):
        return False
    return any(
        party.actor in sides[1] and party.actor.country not in home and not _led(segment, party)
        for party in named
    )


def _led(segment: Segment, party: Party) -> bool:
    """Whether a preposition leads to a party, its own clitic or the word before."""
    before = triggers.between(segment.words, party.start - 6, party.start)
    led = any(
        word.has_cue("in", "to", "with", "on") and party.start - word.end <= 2 for word in before
    )
    return led or clitic_kind(party.clitic) == "preposition"


def is_lacking_parties(one: Candidate, everyone: Sequence[Actor]) -> bool:
    """Whether the happening is between parties, and none is named."""
    rule = one.trigger.rule
    between = rule.party == "any" or rule.plover in (
        "CONSULT",
        "AGREE",
        "SUPPORT",
        "REQUEST",
        "REJECT",
        "THREATEN",
    )
    return between and not everyone


def is_mere_mention(one: Candidate, everyone: Sequence[Actor]) -> bool:
    """Whether an undated trigger only refers to a happening: in a relative clause, or a noun that nothing reports."""
    rule = one.trigger.rule
    alone = rule.plover == "AGREE" and rule.frame == "acts" and rule.party is None
    if alone or (rule.plover == "CONSULT" and rule.party != "any"):
        return len(everyone) < 2
    if not everyone:
        noun = one.trigger.reading == "noun" and not (
            one.trigger.governed and rule.plover == "ASSAULT"
        )
        return one.relative or noun or rule.plover not in BODILY or _definite(one)
    if one.trigger.reading == "noun" and not one.trigger.governed:
        return True
    return one.relative or (one.trigger.reading == "noun" and rule.weak and not everyone)


def has_demonstrative(segment: Segment, one: Candidate) -> bool:
    """Whether a demonstrative before a noun says that it was told before ("those meetings")."""
    begin = one.trigger.word.start - len(one.trigger.word.clitic)
    before = triggers.between(segment.words, begin - _BEFORE, begin)
    return one.trigger.reading == "noun" and any(
        word.has_cue("pointing") and begin - word.end <= 1 for word in before
    )


def _definite(one: Candidate) -> bool:
    """Whether a noun of violence has the article: it speaks of an attack that was told before."""
    word = one.trigger.word
    return one.trigger.reading == "noun" and (
        clitic_kind(word.clitic) == "article" or one.trigger.defined
    )
