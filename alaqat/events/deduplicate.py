"""One entry a happening: what an article tells twice is kept once."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.model.records import EventMention

# Categories of deeds that one does one by one: a recall and an expulsion are two.
_DEEDS = frozenset(("SANCTION", "COERCE", "RETREAT", "MOBILIZE"))
# Days before an article's day of which its lead still tells.
_NEWS = 7
# Rules for the mood of relations, which a harder event of the same sentence explains.
_MOODS = frozenset(("strain", "improve"))


def distinct(events: Sequence[EventMention]) -> list[EventMention]:
    """One event a category, date and clause: "an attack in which two were killed" is one assault."""
    kept: list[EventMention] = []
    for event in events:
        twin = next((place for place, other in enumerate(kept) if _same(event, other)), None)
        if twin is None:
            kept.append(event)
        elif len(_names(event)) > len(_names(kept[twin])):
            kept[twin] = event
    told = [event for event in kept if event.rule not in _MOODS]
    return told or kept


def _same(event: EventMention, other: EventMention) -> bool:
    if (event.plover, event.status) != (other.plover, other.status) or not _same_day(event, other):
        return False
    mine, theirs = _names(event), _names(other)
    if event.mode != other.mode and event.plover in _DEEDS:
        return False
    if event.actors and other.actors and event.recipients and event.actors[0] != other.actors[0]:
        return False
    return mine <= theirs or theirs <= mine


def _same_day(event: EventMention, other: EventMention) -> bool:
    """Equal dates; an earlier undated report takes one that only the context dates."""
    if other.date_from is None and event.dated_by in (None, "article", "context"):
        return True
    return (event.date_from, event.date_to) == (other.date_from, other.date_to)


def known_better(event: EventMention, other: EventMention) -> bool:
    """Whether a sentence says on which day was what `other`, told before, is dated by the article's day only."""
    if (event.rule, event.mode, event.status) != (other.rule, other.mode, other.status) or len(
        _names(event)
    ) < 2:
        return False
    if event.plover not in _DEEDS | {"AGREE"} or event.granularity != "day":
        return False
    if event.dated_by != "sentence" or other.dated_by != "article":
        return False
    days = (other.date_from - event.date_from).days if other.date_from and event.date_from else -1
    return 0 <= days <= _NEWS and _names(event) == _names(other)


def _names(event: EventMention) -> set[str]:
    return {actor.name for actor in (*event.actors, *event.recipients)}


def told(event: EventMention, other: EventMention) -> bool:
    """Whether `other`, told before in the article, is the same happening told by the same rule."""
    return event.rule == other.rule and _same(event, other)
