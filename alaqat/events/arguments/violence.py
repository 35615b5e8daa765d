"""Finds attacker and victim from the words around an attack: verb, direction, means."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache
from itertools import chain

from alaqat.events.arguments.prepositions import (
    LinkedParty,
    Sides,
    acted_upon,
    actors,
    direct,
    excluding,
    first_group,
    led_by,
    not_led_by,
    without_actors,
    without_kind,
)
from alaqat.events.arguments.trigger_clause import TriggerClause
from alaqat.events.event_rules import by_lemma
from alaqat.events.inflection import Form
from alaqat.events.matched_words import Word, between, has_any_cue, is_cue, right_before
from alaqat.lexicon.distances import distance
from alaqat.model.records import Actor


def sides(clause: TriggerClause) -> Sides | None:
    """Sources and targets by the words around the attack; None if these do not decide."""
    verb = _governor(clause) if clause.trigger.is_noun else None
    return next(filter(None, (rule(clause, verb) for rule in _SIDE_RULES)), None)


def _governor(clause: TriggerClause) -> Word | None:
    """The verb that governs a noun: the nearest before it."""
    start = clause.trigger.word.start
    lead = between(clause.words, start - distance("event-governor-before"), start)
    verbs = (word for word in reversed(lead) if _is_governor(word))
    return next(verbs, None)


def _is_governor(word: Word) -> bool:
    """True for a verb, and of the noun of one that governs another noun."""
    return word.is_verbal or word.has_cue("say", "telling", "undergo")


def _fired(clause: TriggerClause, _: Word | None) -> Sides | None:
    """Fire "from X at Y"; None if the one who fires is named."""
    if clause.trigger.rule.mode not in ("heavy", "aerial"):
        return None
    origin = led_by(clause.after, "from")
    aim = led_by(clause.after, "on", "to")
    if not origin or not aim or _has_gunner(clause):
        return None
    return actors(origin), excluding(actors(aim), actors(origin))


def _has_gunner(clause: TriggerClause) -> bool:
    """True if a party can be the one who fires, and not only reports it ("X announced that")."""
    parties = [*clause.before, *clause.after]
    named = [*direct(parties), *led_by(parties, "by")]
    return not all(_is_speaker(clause, linked) for linked in named)


def _is_speaker(clause: TriggerClause, linked: LinkedParty) -> bool:
    """True if a verb of speech is between a party and the trigger."""
    gap = between(clause.words, linked.party.end, clause.trigger.word.start)
    return has_any_cue(gap, "telling", "adds", "that")


def _undergone(clause: TriggerClause, verb: Word | None) -> Sides | None:
    """The target "underwent" or "saw" an attack; the source follows "by" or "from"."""
    if not is_cue(verb, "undergo", "witness"):
        return None
    sources = actors(led_by(clause.after, "by", "from"))
    targets = direct(clause.before) or not_led_by(clause.after, "by", "from") or clause.before
    return sources, excluding(actors(targets), sources)


def _possessive(clause: TriggerClause, _: Word | None) -> Sides | None:
    """A noun with a possessive: the target "met his death"; the last party did "its attack"."""
    if not clause.trigger.has_possessive:
        return None
    if clause.frame == "patient":
        sources = actors(led_by(clause.after, "by"))
        return sources, excluding(actors(direct(clause.before)), sources)
    if not clause.before:
        return None
    sources = actors(clause.before[-1:])
    return sources, excluding(acted_upon(clause.after), sources)


def _announced(clause: TriggerClause, verb: Word | None) -> Sides | None:
    """For "X announced the killing of Y": X is the source if it is an army and Y its enemy.

    Otherwise the dead are Y, or X's own people.
    """
    if clause.frame != "patient" or not is_cue(verb, "telling", "adds", "reports"):
        return None
    killers = actors(led_by(clause.after, "by"))
    killed = acted_upon(not_led_by(clause.after, "by"))
    subject = direct(clause.before)[-1:]
    if killers or not _is_army_on_foes(clause, subject):
        return killers, killed or actors(subject)
    return actors(subject), excluding(killed, actors(subject))


def _is_army_on_foes(clause: TriggerClause, subject: Sequence[LinkedParty]) -> bool:
    """True if the subject is an army and the dead are called its foes."""
    end = clause.trigger.word.end
    if not has_any_cue(between(clause.words, end, end + distance("event-foes-after")), "foe"):
        return False
    return bool(subject) and has_any_cue(clause.words_of(subject[0]), "troops")


def _launched(clause: TriggerClause, verb: Word | None) -> Sides | None:
    """The subject of "launched attacks"; None if the noun has its own doer ("an Israeli raid")."""
    if clause.frame != "acts" or verb is None or not is_cue(verb, "say", "launch"):
        return None
    free = direct(clause.before)
    near_verb = [linked for linked in free if linked.party.start > verb.start]
    sources = actors(first_group(near_verb) or free[-1:])
    if not sources or clause.direct_after("event-adjacent"):
        return None
    return sources, excluding(acted_upon(clause.after), sources)


def _invaded(clause: TriggerClause, _: Word | None) -> Sides | None:
    """A noun with its object after it ("the invasion of Kuwait").

    None before an adjective, which would name the agent.
    """
    if not clause.trigger.is_noun or clause.frame != "object" or not clause.after:
        return None
    first = clause.after[0]
    if first.link or first.party.kind in ("adjective", "body"):
        return None
    return actors(led_by(clause.after, "by") or direct(clause.before)[-1:]), actors([first])


# The functions that find the sides of an attack; the first result counts.
_SIDE_RULES: tuple[Callable[[TriggerClause, Word | None], Sides | None], ...] = (
    _fired,
    _undergone,
    _possessive,
    _announced,
    _launched,
    _invaded,
)


def place_of_killing(clause: TriggerClause, means: Sequence[LinkedParty]) -> tuple[Actor, ...]:
    """The state where people were killed, as target if no other is named."""
    return actors(led_by(means, "in", "at"))[:1] if clause.is_harm else ()


def attacker(
    clause: TriggerClause, means: Sequence[LinkedParty], harmed: Collection[Actor]
) -> tuple[Actor, ...]:
    """The attacker in the means of a killing: "killed in an Israeli raid", "in clashes with X"."""
    if not clause.is_harm:
        return ()
    others = without_kind(without_actors(means, harmed), "place")
    return next(((linked.party.actor,) for linked in others if _is_attacker(clause, linked)), ())


def _is_attacker(clause: TriggerClause, linked: LinkedParty) -> bool:
    """True if an attack is named right before a party, or through its troops, or "with" it."""
    start = linked.party.start
    edge = max(clause.trigger.word.end, start - distance("event-attacker"))
    near = between(clause.words, edge, start)
    attacks = [index for index, word in enumerate(near) if _is_attack(word.forms)]
    if not attacks:
        return False
    if linked.link == "with":
        return True
    is_adjacent = near[attacks[-1]].is_right_before(start)
    has_troops = has_any_cue(near[attacks[-1] + 1 :], "say", "troops")
    return linked.link != "on" and (is_adjacent or has_troops)


@cache
def _is_attack(forms: tuple[Form, ...]) -> bool:
    """True for a noun of attack that its doer defines ("raid"), not the one who suffers it."""
    names = [form.name for form in forms if form.part in ("noun", "set")]
    rules = chain.from_iterable(by_lemma().get(name, ()) for name in names)
    return any(rule.category.is_violent and rule.frame in ("acts", "mutual") for rule in rules)


def protest(
    clause: TriggerClause, named: Sequence[LinkedParty], prior: Sequence[LinkedParty]
) -> Sides:
    """The protesters, and the target: after a preposition, or by its embassy as the place.

    Troops do not protest, and in "the border between X and Y" only X is the place. If the clause
    names neither people nor place, the last party of the sentence before it (`prior`) protests.
    """
    opposed = [
        linked
        for linked in named
        if linked.link in ("on", "about", "by") or _has_embassy(clause, linked)
    ]
    not_there = [*opposed, *led_by(named, "between")[1:]]
    there = [
        linked for linked in named if linked not in not_there and not _has_troops(clause, linked)
    ]
    everyone, targets = acted_upon(there), actors(opposed)
    people = excluding(everyone, targets)
    if everyone and not people:
        return everyone, ()
    return people or excluding(actors(prior[-1:]), targets), targets


def _has_embassy(clause: TriggerClause, linked: LinkedParty) -> bool:
    """True if the place is a party's embassy."""
    return has_any_cue(_right_before(clause, linked), "embassy")


def _has_troops(clause: TriggerClause, linked: LinkedParty) -> bool:
    """True if an adjective describes troops: "the Israeli forces"."""
    lead = _right_before(clause, linked)
    return linked.party.kind == "adjective" and has_any_cue(lead, "troops", "forces")


def _right_before(clause: TriggerClause, linked: LinkedParty) -> list[Word]:
    """The words that end right before a party."""
    reach, gap = distance("event-troops-before"), distance("event-adjacent")
    return right_before(clause.words, linked.party.start, reach, gap)
