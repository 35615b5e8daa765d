"""Removes repeated reports of one event within an article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alaqat.lexicon.categories import category
from alaqat.lexicon.distances import distance
from alaqat.model.records import EventMention

_PAIR = 2


def distinct(events: Sequence[EventMention]) -> list[EventMention]:
    """The events of a sentence, one for each category, date and set of parties.

    Of two reports of one event the one with more parties stays: "an attack in which two were
    killed" is one assault.
    """
    unique: list[EventMention] = []
    for event in events:
        index = next((i for i, other in enumerate(unique) if _is_same(event, other)), None)
        if index is None:
            unique.append(event)
        elif len(_names(event)) > len(_names(unique[index])):
            unique[index] = event
    return unique


def is_repetition(event: EventMention, other: EventMention) -> bool:
    """True if `other`, earlier in the article, reports the same event by the same rule."""
    return event.rule == other.rule and _is_same(event, other)


def _is_same(event: EventMention, other: EventMention) -> bool:
    """True for one kind of event on one date, where one report names all parties of the other."""
    if not _is_same_kind(event, other) or not _has_same_date(event, other):
        return False
    if event.recipients and _has_other_agent(event, other):
        return False
    mine, theirs = _names(event), _names(other)
    return mine <= theirs or theirs <= mine


def _is_same_kind(event: EventMention, other: EventMention) -> bool:
    """True for equal category and status, and equal mode if modes are separate events."""
    if (event.plover, event.status) != (other.plover, other.status):
        return False
    return event.mode == other.mode or not category(event.plover).separates_modes_in_article


def _has_same_date(event: EventMention, other: EventMention) -> bool:
    """True for equal dates; an earlier undated report also has any date that is only inferred."""
    if other.date_from is None and event.dated_by in (None, "article", "context"):
        return True
    return (event.date_from, event.date_to) == (other.date_from, other.date_to)


def _has_other_agent(event: EventMention, other: EventMention) -> bool:
    """True if both reports name an actor, and their first actors differ."""
    return event.actors[:1] != other.actors[:1] and bool(event.actors and other.actors)


def is_better_dated(event: EventMention, other: EventMention) -> bool:
    """True if a sentence dates an event that `other`, earlier, dates by publication only."""
    if (event.rule, event.mode, event.status) != (other.rule, other.mode, other.status):
        return False
    if not _is_dated_act(event) or other.dated_by != "article":
        return False
    names = _names(event)
    is_same_pair = len(names) >= _PAIR and names == _names(other)
    return is_same_pair and _is_shortly_before(event.date_from, other.date_from)


def _is_dated_act(event: EventMention) -> bool:
    """True for an act done once that is dated to a day by its sentence."""
    is_day = event.granularity == "day" and event.dated_by == "sentence"
    return is_day and category(event.plover).is_done_once


def _is_shortly_before(day: date | None, published: date | None) -> bool:
    """True if a day is at most `event-news-window` days before publication, or that day."""
    if day is None or published is None:
        return False
    return 0 <= (published - day).days <= distance("event-news-window")


def _names(event: EventMention) -> set[str]:
    """The English names of all parties."""
    return {actor.name for actor in (*event.actors, *event.recipients)}
