"""Who did it to whom: the parties of a trigger's clause, told apart by order and preposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from alaqat.events.arguments import verbs, violence
from alaqat.events.arguments.prepositions import (
    Linked,
    Sides,
    acted_upon,
    actors,
    first_group,
    join,
    last_group,
)
from alaqat.events.discourse import DiscourseState
from alaqat.events.triggers import Trigger, Word
from alaqat.model.records import Actor

# How far after its noun (folded characters) a genitive still stands.
_GENITIVE = 32
# Folded characters between a noun and the relative clause that describes it.
_PAUSE = 3
# Categories whose noun names whom it is done to.
_NAMING = frozenset(("ACCUSE", "REJECT", "SANCTION", "SUPPORT"))
# Classes of object words that belong to who moves them.
_OWNED = ("army", "leaving-forces", "relief")


def doer(prior: Sequence[Linked]) -> tuple[Actor, ...]:
    """Whom a later clause of the sentence means without naming: the last person, else the first free-standing party."""
    people = [one for one in prior if one.party.kind == "person"]
    free = [one for one in prior if one.link is None]
    return actors(people[-1:] or first_group(free))


@dataclass(frozen=True, slots=True)
class Scene:
    """A trigger's surroundings: the words, and the parties before and after it in its clause.

    `pair`: "the two countries" is said, `group`: "the four states"; `pronoun`: the clause
    opens with "that they", whose subject is known. `prior` are the sentence's parties before the clause, `means`
    those after the trigger up to the clause's end, where a killing's means are told.
    """

    words: Sequence[Word]
    before: Sequence[Linked]
    after: Sequence[Linked]
    pair: bool
    pronoun: bool
    group: bool
    prior: Sequence[Linked]
    means: Sequence[Linked]


def sides(trigger: Trigger, scene: Scene, running: DiscourseState) -> Sides:
    """Sources and targets of one trigger."""
    frame = trigger.rule.frame
    before = [one for one in scene.before if one.link != "about"]
    after = list(takewhile(lambda one: one.link != "about", scene.after))
    if trigger.rule.plover == "ASSAULT":
        return _assault(trigger, scene, before, after, running)
    if frame in ("mutual", "change"):
        return _all(before, after, running, pair=scene.pair, change=frame == "change")
    if frame == "speaker":
        return _of_speaker(before, after, running)
    noun = trigger.reading == "noun"
    if trigger.rule.plover == "PROTEST":
        return violence.protest(scene.words, [*scene.after, *before], scene.prior)
    found = (
        _of_noun(trigger, before, after)
        if noun
        else verbs.sides(trigger, scene.words, before, after)
    )
    return _filled(_owners(trigger, after, found), trigger, running, scene)


def _owners(trigger: Trigger, after: Sequence[Linked], found: Sides) -> Sides:
    """Whose troops or aid moved did it, where nobody else did ("Turkish forces withdrew", "sending Qatari aid")."""
    if (
        trigger.used is None
        or not trigger.used.has_cue(*_OWNED)
        or (found[0] and trigger.reading != "noun")
    ):
        return found
    owners = actors([one for one in after if one.headed and one.party.kind == "adjective"][:1])
    return (
        (owners, acted_upon([one for one in after if one.party.actor not in owners]))
        if owners
        else found
    )


def _assault(
    trigger: Trigger,
    scene: Scene,
    before: Sequence[Linked],
    after: Sequence[Linked],
    running: DiscourseState,
) -> Sides:
    """Who attacks whom, by the grammar of the trigger, of the verb that governs it, or of the means named after."""
    if trigger.rule.frame == "mutual":
        return _clash(trigger, before, after, running, pair=scene.pair)
    governor = violence.governor(scene.words, trigger) if trigger.reading == "noun" else None
    launched = violence.launched(trigger, scene.words, before, after)
    if launched:
        found = launched
    elif governor is not None and governor.has_cue("undergo", "witness"):
        found = violence.undergone(before, after)
    elif trigger.owned and (before or trigger.rule.frame == "patient"):
        found = violence.own(trigger, before, after)
    elif (
        governor is not None
        and governor.has_cue("telling", "adds", "reports")
        and trigger.rule.frame == "patient"
    ):
        found = violence.announced(trigger, scene.words, before, after)
    elif (
        governor is not None and governor.has_cue("say", "launch") and trigger.rule.frame == "acts"
    ):
        found = violence.launched_by(trigger, governor, before, after) or _of_noun(
            trigger, before, after
        )
    elif trigger.reading == "noun":
        found = violence.objective(trigger, before, after) or _of_noun(trigger, before, after)
    else:
        found = verbs.sides(trigger, scene.words, before, after)
    if found == ((), ()):
        found = (), acted_upon([*after, *before])
    elif trigger.reading != "noun" or trigger.rule.frame not in ("patient", "suffers"):
        found = _filled(found, trigger, running, scene)
    if found[0]:
        return found
    hit = found[1] or violence.where(trigger, scene.means)
    return violence.by_means(trigger, scene.words, scene.means, hit), hit


def _clash(
    trigger: Trigger,
    before: Sequence[Linked],
    after: Sequence[Linked],
    running: DiscourseState,
    *,
    pair: bool,
) -> Sides:
    """Those who clash: a verb's subject with whom "with" names, else all as equals."""
    everyone = [*before, *after]
    rest = actors([one for one in everyone if one.link is None])
    with_whom = tuple(
        one for one in actors([one for one in after if one.link == "with"]) if one not in rest
    )
    if trigger.reading != "noun" and rest and with_whom:
        return rest, with_whom
    present = [one for one in everyone if one.link != "at"]
    return _all([], present or everyone, running, pair=pair, change=False)


def _all(
    before: Sequence[Linked],
    after: Sequence[Linked],
    running: DiscourseState,
    *,
    pair: bool,
    change: bool,
) -> Sides:
    held = [one for one in (*before, *after) if one.link != "in" and one.party.kind != "place"]
    everyone = actors(held)
    if len(everyone) < 2:
        everyone = actors([*held, *(one for one in (*before, *after) if one.link == "in")])
    if pair and len(everyone) < 2:
        everyone = join(everyone, running.pair())
    # A meeting "of the alliance" needs no second side.
    of_body = any(
        one.party.kind == "body" and one.party.actor.country is None and one.link in (None, "to")
        for one in held
    )
    if len(everyone) == 1 and (change or not before) and not of_body:
        doer = tuple(actor for actor in running.nearer if actor not in everyone)
        everyone = join(everyone, doer or (running.other(everyone) if change else running.subject))
    return (everyone or (running.pair() if change else ())), ()


def _of_speaker(
    before: Sequence[Linked], after: Sequence[Linked], running: DiscourseState
) -> Sides:
    """Who speaks acts on whom the words name; the speaker stands before the clause, else in it, else earlier."""
    free = [one for one in before if one.link is None]
    speaker = running.nearer or actors(first_group(free)) or running.subject
    names = {actor.name for actor in speaker}
    targets = tuple(actor for actor in acted_upon([*after, *before]) if actor.name not in names)
    return speaker, targets


def suffered(sides: Sides, trigger: Trigger, scene: Scene, start: int) -> Sides:
    """Sides of a relative clause at `start` that names nobody harmed: it tells of the noun before it."""
    described = [one for one in scene.prior if 0 <= start - one.party.end <= _PAUSE]
    named = verbs.victims_follow(trigger, scene.words) or any(
        one.link is None for one in scene.after
    )
    if not described or named:
        return sides
    harmed = actors(described[-1:])
    return tuple(actor for actor in sides[0] if actor not in harmed), harmed


def _of_noun(trigger: Trigger, before: Sequence[Linked], after: Sequence[Linked]) -> Sides:
    agents = [one for one in after if one.link == "by"]
    rest = [one for one in after if one.link != "by"]
    near = [
        one for one in rest if one.link is None and one.party.start - trigger.word.end <= _GENITIVE
    ]
    genitive = first_group(near) if near and near[0] is rest[0] else []
    others = [one for one in rest if one not in genitive]
    subject = last_group([one for one in before if one.link is None])
    if genitive and subject and _objects(trigger, genitive):
        return actors(subject), acted_upon(rest if trigger.rule.plover != "CONSULT" else genitive)
    harmed = [one for one in others if one.link is None]
    if trigger.rule.frame == "patient" and harmed and _agent(trigger, genitive):
        return actors(genitive), actors(harmed)
    if trigger.rule.frame == "patient" or (genitive and genitive[0].headed):
        if genitive and not genitive[0].headed and any(one.link == "to" for one in others):
            return actors(genitive), actors([one for one in others if one.link == "to"])
        return actors(agents or subject), acted_upon(genitive or others)
    if trigger.governed and not after and trigger.rule.plover == "ACCUSE":
        return _handed(before)
    return actors(genitive or agents or subject), acted_upon(others)


def _objects(trigger: Trigger, genitive: Sequence[Linked]) -> bool:
    """Whether a noun's genitive is acted upon, its doer named before ("decided the boycott of", "plans to visit")."""
    if trigger.rule.plover == "CONSULT":
        return genitive[0].party.kind in ("state", "capital")
    return trigger.governed and trigger.rule.frame == "acts" and trigger.rule.plover in _NAMING


def _handed(before: Sequence[Linked]) -> Sides:
    """Who gives a noun to whom, both named before it ("handed the Ethiopian envoy a protest note")."""
    free = [one for one in before if one.link is None]
    givers, led = actors(first_group(free)), [one for one in before if one.link == "to"]
    takers = acted_upon(led or last_group(free))
    return (givers, takers) if takers != givers else (givers, ())


def _agent(trigger: Trigger, genitive: Sequence[Linked]) -> bool:
    """Whether a state right after a noun of harm does it: one that somebody else follows ("Turkey's arrest of X")."""
    return any(
        one.party.kind in ("state", "capital")
        and one.party.start - trigger.word.end <= 1
        and not one.headed
        for one in genitive[:1]
    )


def _filled(found: Sides, trigger: Trigger, running: DiscourseState, scene: Scene) -> Sides:
    """Elided subjects and targets from what the text spoke of before."""
    sources, targets = found
    names = {actor.name for actor in sources}
    targets = tuple(actor for actor in targets if actor.name not in names)
    if scene.group and running.group:
        targets = targets or sources
        return tuple(actor for actor in running.group if actor not in targets), targets
    if scene.pair and len(sources) + len(targets) < 2:
        return running.pair(), ()
    verb = trigger.reading != "noun" or trigger.governed or trigger.rule.party == "speaker"
    elided = trigger.used is not None and bool(trigger.word.clitic and running.nearer)
    if (
        not sources
        and verb
        and (scene.pronoun or elided or trigger.rule.frame not in ("patient", "suffers"))
    ):
        sources = tuple(actor for actor in running.doer() if actor not in targets)
    if sources and not targets and _aimed(trigger):
        targets = running.other(sources)
    return sources, targets


def _aimed(trigger: Trigger) -> bool:
    """Whether an unnamed target is the other party spoken of."""
    return trigger.points or trigger.rule.plover in (
        "ACCUSE",
        "CONCEDE",
        "REJECT",
        "SANCTION",
        "THREATEN",
    )
