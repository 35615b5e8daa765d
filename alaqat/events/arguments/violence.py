"""Who attacks whom where the grammar around an attack says it: its verb, its direction, the means of a killing."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.events.arguments.prepositions import Linked, Sides, acted_upon, actors, first_group
from alaqat.events.event_rules import by_lemma
from alaqat.events.triggers import Trigger, Word, between
from alaqat.model.records import Actor

# How far before a noun (folded characters) the verb stands that governs it, and how far after it whom it hit.
_GOVERNOR, _HIT = 130, 45
# How far before an army's name (folded characters) the word for it stands.
_ARMY = 25
# How far after the noun of an attack (folded characters) the attacker is named.
_ATTACKER = 25
# An adjective of this distance says whose attack it is: "an Israeli raid".
_BESIDE = 2


def governor(found: Sequence[Word], trigger: Trigger) -> Word | None:
    """The verb that governs a noun: the nearest before it."""
    start = trigger.word.start
    lead = [
        word
        for word in between(found, start - _GOVERNOR, start)
        if word.is_verbal or word.has_cue("say", "telling", "undergo")
    ]
    return lead[-1] if lead else None


def undergone(before: Sequence[Linked], after: Sequence[Linked]) -> Sides:
    """Who "underwent" or "saw" an attack is its target, by whom or from where it came its source."""
    agents = actors([one for one in after if one.link in ("by", "from")])
    suffered = [one for one in before if one.link is None] or [
        one for one in after if one.link not in ("by", "from")
    ]
    return agents, tuple(actor for actor in actors(suffered or before) if actor not in agents)


def own(trigger: Trigger, before: Sequence[Linked], after: Sequence[Linked]) -> Sides:
    """Who "met his death" suffered it, by whom "by" names; whose is "its attack", the last one named did it."""
    if trigger.rule.frame != "patient":
        doer = actors(before[-1:])
        return doer, tuple(actor for actor in acted_upon(after) if actor not in doer)
    agents = actors([one for one in after if one.link == "by"])
    return agents, tuple(
        actor
        for actor in actors([one for one in before if one.link is None])
        if actor not in agents
    )


def launched_by(
    trigger: Trigger, governor: Word, before: Sequence[Linked], after: Sequence[Linked]
) -> Sides | None:
    """The subject of "launched" attacks, whomever else the words name; None where the noun has a doer of its own."""
    free = [one for one in before if one.link is None]
    subject = actors(
        first_group([one for one in free if one.party.start > governor.start]) or free[-1:]
    )
    beside = any(
        one.link is None and one.party.start - trigger.word.end <= _BESIDE for one in after
    )
    if not subject or beside:
        return None
    return subject, tuple(actor for actor in acted_upon(after) if actor not in subject)


def where(trigger: Trigger, means: Sequence[Linked]) -> tuple[Actor, ...]:
    """Where people were killed of whom no more is told."""
    if trigger.rule.frame not in ("patient", "suffers"):
        return ()
    return actors([one for one in means if one.link in ("in", "at")])[:1]


def announced(
    trigger: Trigger, found: Sequence[Word], before: Sequence[Linked], after: Sequence[Linked]
) -> Sides:
    """A killing that is announced: an army announces its foes' deaths as its own deed, all others mourn their own."""
    agents = actors([one for one in after if one.link == "by"])
    rest = [one for one in after if one.link != "by"]
    subject = [one for one in before if one.link is None][-1:]
    foes = any(
        word.has_cue("foe") for word in between(found, trigger.word.end, trigger.word.end + _HIT)
    )
    army = subject and any(
        word.has_cue("troops")
        for word in between(found, subject[0].party.start - _ARMY, subject[0].party.end)
    )
    if agents or not (foes and army):
        return agents, acted_upon(rest) or actors(subject)
    return actors(subject), tuple(
        actor for actor in acted_upon(rest) if actor not in actors(subject)
    )


def launched(
    trigger: Trigger, found: Sequence[Word], before: Sequence[Linked], after: Sequence[Linked]
) -> Sides | None:
    """Fire "from X at Y" whose gunner is not named."""
    origin = [one for one in after if one.link == "from"]
    aim = [one for one in after if one.link in ("on", "to")]
    named = [one for one in (*before, *after) if one.link is None or one.link == "by"]
    speaks = [
        one
        for one in named
        if any(
            word.has_cue("telling", "adds", "that")
            for word in between(found, one.party.end, trigger.word.start)
        )
    ]
    if (
        trigger.rule.mode not in ("heavy", "aerial")
        or not (origin and aim)
        or len(speaks) < len(named)
    ):
        return None
    return actors(origin), tuple(actor for actor in actors(aim) if actor not in actors(origin))


def by_means(
    trigger: Trigger, found: Sequence[Word], means: Sequence[Linked], harmed: Sequence[Actor]
) -> tuple[Actor, ...]:
    """The attacker whom the means of a killing name: "killed in an Israeli raid", "in clashes with X"."""
    if trigger.rule.frame not in ("patient", "suffers"):
        return ()
    for one in means:
        near = between(found, max(trigger.word.end, one.party.start - _ATTACKER), one.party.start)
        arms = [place for place, word in enumerate(near) if _attack(word)]
        if not arms or one.party.kind == "place" or one.party.actor in harmed:
            continue
        beside = one.party.start - near[arms[-1]].end <= 1
        launched = any(word.has_cue("say", "troops") for word in near[arms[-1] + 1 :])
        if one.link == "with" or (one.link != "on" and (beside or launched)):
            return (one.party.actor,)
    return ()


def _attack(word: Word) -> bool:
    """Whether a word is a noun of attack that its doer defines ("raid", "shelling"), not the one who suffers it."""
    names = [form.name for form in word.forms if form.part in ("noun", "set")]
    rules = [rule for name in names for rule in by_lemma().get(name, ())]
    return any(rule.plover == "ASSAULT" and rule.frame in ("acts", "mutual") for rule in rules)


def objective(trigger: Trigger, before: Sequence[Linked], after: Sequence[Linked]) -> Sides | None:
    """The noun of a deed whose object follows it ("the invasion of Kuwait"); an adjective would name its doer."""
    first = after[0] if after else None
    if (
        trigger.rule.frame != "object"
        or first is None
        or first.link
        or first.party.kind in ("adjective", "body")
    ):
        return None
    doers = [one for one in after if one.link == "by"] or [
        one for one in before if one.link is None
    ][-1:]
    return actors(doers), actors([first])


def protest(found: Sequence[Word], named: Sequence[Linked], prior: Sequence[Linked]) -> Sides:
    """Who protests is whom the words describe or where they stand; against whom, the preposition says.

    Troops do not protest, and of "the border between two" only the first is where they stand. Where the clause names
    neither people nor place, the sentence did before (`prior`).
    """
    opposed = [one for one in named if one.link in ("on", "about", "by") or _at_embassy(found, one)]
    against = actors(opposed)
    border = [one for one in named if one.link == "between"]
    there = [
        one
        for one in named
        if one not in opposed and one not in border[1:] and not _armed(found, one)
    ]
    everyone = acted_upon(there)
    people = tuple(actor for actor in everyone if actor not in against)
    if not people and everyone:
        return everyone, ()
    people = people or tuple(actor for actor in actors(prior[-1:]) if actor not in against)
    return people, against


def _at_embassy(found: Sequence[Word], one: Linked) -> bool:
    """Whether people stand before a party's embassy."""
    lead = between(found, one.party.start - _ARMY, one.party.start)
    return any(word.has_cue("embassy") and one.party.start - word.end <= _BESIDE for word in lead)


def _armed(found: Sequence[Word], one: Linked) -> bool:
    """Whether an adjective describes troops: "the Israeli forces"."""
    lead = between(found, one.party.start - _ARMY, one.party.start)
    return one.party.kind == "adjective" and any(
        word.has_cue("troops", "forces") and one.party.start - word.end <= _BESIDE for word in lead
    )
