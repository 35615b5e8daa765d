"""Who does what a verb tells, and to whom: by order, agreement and preposition."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.events.arguments.prepositions import Linked, Sides, acted_upon, actors, first_group
from alaqat.events.triggers import Trigger, Word, between

# How far after its verb (folded characters) a subject still stands.
_SUBJECT = 75
# How far after a verb of harm (folded characters) its victims are named.
_VICTIM = 25


def sides(
    trigger: Trigger, found: Sequence[Word], before: Sequence[Linked], after: Sequence[Linked]
) -> Sides:
    """Sources and targets of a verb, from the parties before and after it in its clause."""
    agents = [one for one in after if one.link == "by"]
    rest = [one for one in after if one.link != "by"]
    if agents:
        return actors(agents), actors(
            [one for one in (*before, *rest) if one.link is None][:2] or rest
        )
    if trigger.rule.frame == "suffers":
        return (), actors([*rest, *before])
    subject = [one for one in before if one.link is None]
    if subject:
        harmed = trigger.rule.frame == "patient" and _suffered(trigger, found, subject, rest)
        doers = actors(first_group(subject))
        return ((), doers) if harmed else (doers, acted_upon(rest))
    direct = [
        one for one in rest if one.link is None and one.party.start - trigger.word.end <= _SUBJECT
    ]
    if (
        trigger.rule.plover != "CONSULT" or len(rest) < 2
    ):  # "the president received": a title may be the host's
        direct = [one for one in direct if not one.headed]
    if direct and (_owned(trigger, found, direct[0]) or _disagrees(trigger, found, direct[0])):
        return (), acted_upon(rest)
    suffered = trigger.rule.frame == "patient" and _passive(trigger, found, rest)
    if direct and direct[0] is rest[0] and not suffered:
        group = first_group(direct)
        doers = actors(group)
        return doers, acted_upon([one for one in rest if one.party.actor not in doers])
    return (), acted_upon(rest)


def _disagrees(trigger: Trigger, found: Sequence[Word], first: Linked) -> bool:
    """Whether a state right after a verb cannot be its subject: a feminine after a masculine ("he accused Iran")."""
    adjacent = (
        first.party.kind in ("state", "capital") and first.party.start - trigger.word.end <= 1
    )
    named = between(found, first.party.start, first.party.end)
    return trigger.masculine and adjacent and not any(word.has_cue("masculine") for word in named)


def _owned(trigger: Trigger, found: Sequence[Word], first: Linked) -> bool:
    """Whether the party named first after a verb of violence only owns what is attacked ("a Greek embassy")."""
    gap = between(found, trigger.word.end, first.party.end)
    return trigger.rule.plover in ("ASSAULT", "PROTEST") and any(
        word.has_cue("embassy", "building") for word in gap
    )


def _suffered(
    trigger: Trigger, found: Sequence[Word], subject: Sequence[Linked], after: Sequence[Linked]
) -> bool:
    """Whether people named before a verb of harm suffered it: nobody follows whom they could have harmed."""
    victims = victims_follow(trigger, found)
    people = subject[0].party.kind in ("adjective", "person", "body")
    named = between(found, subject[0].party.start - _VICTIM, subject[0].party.end)
    if any(word.has_cue("troops") and not word.has_cue("member") for word in named):
        return False
    return people and not victims and not any(one.link is None for one in after)


def victims_follow(trigger: Trigger, found: Sequence[Word]) -> bool:
    """Whether the victims of a verb of harm are named right after it."""
    return any(
        word.has_cue("victims")
        for word in between(found, trigger.word.end, trigger.word.end + _VICTIM)
    )


def _passive(trigger: Trigger, found: Sequence[Word], after: Sequence[Linked]) -> bool:
    """A verb of harm with one named party suffers it, unless the party follows at once or through its troops."""
    direct = [one for one in after if one.link is None]
    if trigger.reading != "past" or len(direct) != 1:
        return trigger.reading == "past" and not direct
    gap = between(found, trigger.word.end, direct[0].party.start)
    if gap:
        return not gap[0].has_cue("troops")
    return direct[0].party.kind == "adjective" or direct[0].party.start - trigger.word.end > 2
