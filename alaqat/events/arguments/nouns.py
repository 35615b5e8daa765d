"""Finds sources and targets of a noun, by a table of patterns of the parties around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alaqat.events.arguments.prepositions import (
    LinkedParty,
    Sides,
    acted_upon,
    actors,
    direct,
    first_group,
    last_group,
    led_by,
    not_led_by,
)
from alaqat.events.arguments.trigger_clause import STATES, TriggerClause
from alaqat.model.records import Actor


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The parties around a noun, by their position.

    `genitive`: right after the noun without a preposition, and those coordinated with it. `agents`:
    after "by". `others`: the rest of what follows. `subject`: the last one before the noun without
    a preposition, and those coordinated with it. `following`: `genitive` and `others`, in text
    order.
    """

    clause: TriggerClause
    genitive: Sequence[LinkedParty]
    agents: Sequence[LinkedParty]
    others: Sequence[LinkedParty]
    subject: Sequence[LinkedParty]
    following: Sequence[LinkedParty]

    @property
    def is_headed(self) -> bool:
        """True if the object word is before the genitive ("the recall of the envoy of X")."""
        return bool(self.genitive) and self.genitive[0].headed

    @property
    def is_of_harm(self) -> bool:
        """True for a noun of harm with a bare genitive, agent or victim ("the arrest of X")."""
        is_bare = bool(self.genitive) and not self.is_headed
        return is_bare and self.clause.frame == "patient"


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A condition (`fits`), and the sources and targets if it is met."""

    fits: Callable[[NounPhrase], bool]
    agents: Callable[[NounPhrase], Sequence[LinkedParty]]
    patients: Callable[[NounPhrase], tuple[Actor, ...]]


def sides(clause: TriggerClause) -> Sides:
    """Sources and targets of a noun, by the first pattern that fits the parties around it."""
    phrase = _noun_phrase(clause)
    pattern = next(pattern for pattern in _PATTERNS if pattern.fits(phrase))
    return actors(pattern.agents(phrase)), pattern.patients(phrase)


def _noun_phrase(clause: TriggerClause) -> NounPhrase:
    """The parties of a clause by their position around its noun."""
    following = not_led_by(clause.after, "by")
    genitive = _genitive(clause, following)
    return NounPhrase(
        clause=clause,
        genitive=genitive,
        agents=led_by(clause.after, "by"),
        others=[linked for linked in following if linked not in genitive],
        subject=last_group(direct(clause.before)),
        following=following,
    )


def _genitive(clause: TriggerClause, following: Sequence[LinkedParty]) -> list[LinkedParty]:
    """The first party after a noun and those coordinated with it, if no preposition leads it."""
    near = clause.direct_after("event-genitive")
    return first_group(near) if near and near[0] is following[0] else []


def _is_visit(phrase: NounPhrase) -> bool:
    """True for "plans to visit Tokyo": a state right after a noun of talks is visited."""
    if not phrase.clause.category.is_meeting or not phrase.subject:
        return False
    return bool(phrase.genitive) and phrase.genitive[0].party.kind in STATES


def _is_decided(phrase: NounPhrase) -> bool:
    """True for "X decided the boycott of Y"."""
    clause = phrase.clause
    if not phrase.genitive or not phrase.subject:
        return False
    is_act = clause.frame == "acts" and clause.category.has_target_as_genitive
    return is_act and clause.trigger.governed


def _is_possessed(phrase: NounPhrase) -> bool:
    """True for "X's arrest of Y": a state right after a noun of harm, then another party."""
    if not phrase.is_of_harm or not direct(phrase.others):
        return False
    first = phrase.genitive[0]
    return first.party.kind in STATES and phrase.clause.gap(first) <= 1


def _is_directed(phrase: NounPhrase) -> bool:
    """True for "X's deportation to Y", by a noun of harm."""
    return phrase.is_of_harm and bool(led_by(phrase.others, "to"))


def _is_objective(phrase: NounPhrase) -> bool:
    """True for "the killing of X" and "the recall of the envoy of X"."""
    return phrase.clause.frame == "patient" or phrase.is_headed


def _is_handed(phrase: NounPhrase) -> bool:
    """True for "handed the Ethiopian envoy a protest note": both parties are before the noun."""
    clause = phrase.clause
    return clause.trigger.governed and not clause.after and clause.category.has_indirect_target


def _giver(phrase: NounPhrase) -> list[LinkedParty]:
    """The first party before the noun, and those coordinated with it."""
    return first_group(direct(phrase.clause.before))


def _receivers(phrase: NounPhrase) -> tuple[Actor, ...]:
    """The party after "to" before the noun, or the last one there, unless it is the giver."""
    before = phrase.clause.before
    receivers = acted_upon(led_by(before, "to") or last_group(direct(before)))
    return () if receivers == actors(_giver(phrase)) else receivers


_PATTERNS = (
    _Pattern(_is_visit, lambda it: it.subject, lambda it: acted_upon(it.genitive)),
    _Pattern(_is_decided, lambda it: it.subject, lambda it: acted_upon(it.following)),
    _Pattern(_is_possessed, lambda it: it.genitive, lambda it: actors(direct(it.others))),
    _Pattern(_is_directed, lambda it: it.genitive, lambda it: actors(led_by(it.others, "to"))),
    _Pattern(
        _is_objective,
        lambda it: it.agents or it.subject,
        lambda it: acted_upon(it.genitive or it.others),
    ),
    _Pattern(_is_handed, _giver, _receivers),
    _Pattern(  # "X's attack on Y"
        lambda _: True,
        lambda it: it.genitive or it.agents or it.subject,
        lambda it: acted_upon(it.others),
    ),
)
