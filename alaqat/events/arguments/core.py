"""Finds sources and targets among the parties of a trigger's clause, by order and preposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from alaqat.events.arguments import nouns, verbs, violence
from alaqat.events.arguments.prepositions import (
    LinkedParty,
    Sides,
    acted_upon,
    actors,
    direct,
    excluding,
    first_group,
    join,
    led_by,
    not_led_by,
    of_kind,
    without_actors,
    without_kind,
    without_names_of,
)
from alaqat.events.arguments.trigger_clause import TriggerClause
from alaqat.events.discourse import DiscourseState
from alaqat.events.matched_words import Word, is_cue
from alaqat.events.triggers import Trigger
from alaqat.lexicon.distances import distance
from alaqat.model.records import Actor

# Classes of object words whose owner is the source (troops, aid).
_MOVED = ("army", "leaving-forces", "relief")


@dataclass(frozen=True, slots=True)
class ArgumentContext:
    """A trigger's surroundings: the words of its sentence, and the parties around it in its clause.

    `has_pair`: the clause says "the two countries"; `has_group`: "the four states"; `is_continued`:
    it opens with "that they", whose subject is known. `prior` are the parties of the sentence
    before the clause, `means` those within `event-means` characters after the trigger, where the
    means of a killing are named.
    """

    words: Sequence[Word]
    before: Sequence[LinkedParty]
    after: Sequence[LinkedParty]
    has_pair: bool
    is_continued: bool
    has_group: bool
    prior: Sequence[LinkedParty]
    means: Sequence[LinkedParty]


def sentence_subject(prior: Sequence[LinkedParty]) -> tuple[Actor, ...]:
    """The subject of a clause without one: the last person before it, or the first free party."""
    people = of_kind(prior, "person")
    return actors(people[-1:] or first_group(direct(prior)))


def sides(trigger: Trigger, context: ArgumentContext, state: DiscourseState) -> Sides:
    """Sources and targets of one trigger."""
    frame = trigger.rule.frame
    before = not_led_by(context.before, "about")
    after = list(takewhile(lambda linked: linked.link != "about", context.after))
    clause = TriggerClause(trigger, context.words, before, after)
    if clause.category.is_violent:
        return _assault(clause, context, state)
    if frame == "mutual":
        return _equals(clause, context, state), ()
    if frame == "change":
        return _of_relations(clause, context, state), ()
    if frame == "speaker":
        return _of_speaker(clause, state)
    if clause.category.is_protest:
        return violence.protest(clause, [*context.after, *before], context.prior)
    by_grammar = _by_grammar(clause)
    return _completed(_by_owner(clause, by_grammar) or by_grammar, clause, context, state)


def _by_grammar(clause: TriggerClause) -> Sides:
    """The sides by the grammar of a noun or verb."""
    return nouns.sides(clause) if clause.trigger.is_noun else verbs.sides(clause)


def _by_owner(clause: TriggerClause, by_grammar: Sides) -> Sides | None:
    """The sides with the owner of the troops or aid that moved as source, if there is no other.

    "Turkish forces withdrew", "sending Qatari aid".
    """
    moved = clause.trigger.object_word
    if not is_cue(moved, *_MOVED):
        return None
    if by_grammar[0] and not clause.trigger.is_noun:
        return None
    headed = [linked for linked in clause.after if linked.headed]
    owners = actors(of_kind(headed, "adjective")[:1])
    return (owners, acted_upon(without_actors(clause.after, owners))) if owners else None


def _assault(clause: TriggerClause, context: ArgumentContext, state: DiscourseState) -> Sides:
    """Attacker and victims: by the governing verb, the trigger's grammar, or the means after it."""
    if clause.frame == "mutual":
        return _clash(clause, context, state)
    sources, targets = violence.sides(clause) or _by_grammar(clause)
    if not sources and not targets:
        targets = acted_upon([*clause.after, *clause.before])
    elif not clause.trigger.is_noun or not clause.is_harm:
        sources, targets = _completed((sources, targets), clause, context, state)
    if sources:
        return sources, targets
    targets = targets or violence.place_of_killing(clause, context.means)
    return violence.attacker(clause, context.means, targets), targets


def _clash(clause: TriggerClause, context: ArgumentContext, state: DiscourseState) -> Sides:
    """The sides of a clash: a verb's subject and the parties after "with", or all as equals."""
    everyone = [*clause.before, *clause.after]
    sources = actors(direct(everyone))
    opponents = excluding(actors(led_by(clause.after, "with")), sources)
    if sources and opponents and not clause.trigger.is_noun:
        return sources, opponents
    present = replace(clause, before=(), after=not_led_by(everyone, "at") or everyone)
    return _equals(present, context, state), ()


def _equals(
    clause: TriggerClause, context: ArgumentContext, state: DiscourseState
) -> tuple[Actor, ...]:
    """The parties of talks or a clash; a single one after the trigger meets the last subject."""
    everyone = _together([*clause.before, *clause.after], context, state)
    return everyone if clause.before else _with_partner(everyone, clause, state, state.subject)


def _of_relations(
    clause: TriggerClause, context: ArgumentContext, state: DiscourseState
) -> tuple[Actor, ...]:
    """The two parties with changed relations; an unnamed one comes from the pair mentioned last.

    Between one party and people without a state, the two are not those of another pair.
    """
    everyone = _together([*clause.before, *clause.after], context, state)
    if len(everyone) == 1 and led_by(clause.after, "between"):
        return everyone
    return _with_partner(everyone, clause, state, state.counterpart(everyone)) or state.pair()


def _together(
    parties: Sequence[LinkedParty], context: ArgumentContext, state: DiscourseState
) -> tuple[Actor, ...]:
    """The actors of the parties; a single one is joined with places or "the two countries"."""
    people = without_kind(not_led_by(parties, "in"), "place")
    everyone = actors(people)
    if len(everyone) <= 1:
        everyone = actors([*people, *led_by(parties, "in")])
    return join(everyone, state.pair()) if context.has_pair and len(everyone) <= 1 else everyone


def _with_partner(
    everyone: tuple[Actor, ...],
    clause: TriggerClause,
    state: DiscourseState,
    default: tuple[Actor, ...],
) -> tuple[Actor, ...]:
    """The actors; a single one with the subject of the sentence, or with `default`."""
    if len(everyone) != 1 or any(map(_is_international, (*clause.before, *clause.after))):
        return everyone
    return join(everyone, excluding(state.sentence_subject, everyone) or default)


def _is_international(linked: LinkedParty) -> bool:
    """True for a body of many states: a meeting "of the alliance" needs no second party."""
    if linked.party.kind != "body" or linked.party.actor.country is not None:
        return False
    return linked.link in (None, "to")


def _of_speaker(clause: TriggerClause, state: DiscourseState) -> Sides:
    """The sides of an act in reported speech: the speaker, and the parties named in it."""
    subject = actors(first_group(direct(clause.before)))
    speaker = state.sentence_subject or subject or state.subject
    return speaker, without_names_of(acted_upon([*clause.after, *clause.before]), speaker)


def with_described_victim(
    sides: Sides, trigger: Trigger, context: ArgumentContext, start: int
) -> Sides:
    """The sides of a relative clause at `start`; the noun before it may be the victim."""
    gap = distance("event-relative-gap")
    described = [linked for linked in context.prior if 0 <= start - linked.party.end <= gap]
    clause = TriggerClause(trigger, context.words, context.before, context.after)
    if not described or direct(context.after) or verbs.has_victims_after(clause):
        return sides
    victims = actors(described[-1:])
    return excluding(sides[0], victims), victims


def _completed(
    by_grammar: Sides, clause: TriggerClause, context: ArgumentContext, state: DiscourseState
) -> Sides:
    """The sides completed with unnamed parties, from the parties mentioned before."""
    sources, targets = by_grammar[0], without_names_of(by_grammar[1], by_grammar[0])
    if context.has_group and state.group:
        targets = targets or sources
        return excluding(state.group, targets), targets
    if context.has_pair and len(sources) + len(targets) <= 1:
        return state.pair(), ()
    if not sources and _can_lack_subject(clause, context, state):
        sources = excluding(state.default_agent(), targets)
    if sources and not targets and _is_aimed(clause):
        targets = state.counterpart(sources)
    return sources, targets


def _can_lack_subject(
    clause: TriggerClause, context: ArgumentContext, state: DiscourseState
) -> bool:
    """True if the clause may lack its agent, which was mentioned before."""
    trigger = clause.trigger
    is_report = not trigger.is_noun or trigger.governed or trigger.rule.party == "speaker"
    if not is_report or context.is_continued or not clause.is_harm:
        return is_report
    is_coordinated = trigger.word.clitic and state.sentence_subject
    return trigger.object_word is not None and bool(is_coordinated)


def _is_aimed(clause: TriggerClause) -> bool:
    """True if an unnamed target is the other party of the pair mentioned before."""
    return clause.trigger.has_object or clause.category.has_implied_target
