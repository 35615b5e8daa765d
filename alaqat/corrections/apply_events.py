"""Corrections of events applied after merging; the reports of an event keep their own records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Final, get_args

from alaqat.arabic.fold import folded
from alaqat.corrections.model import Correction, report_key
from alaqat.lexicon.load import forms, table
from alaqat.model.ids import identity
from alaqat.model.records import Actor, Entity, Event, EventMention, Granularity, Polarity

Report = tuple[str, EventMention]
# separates the names of several parties in a cell
PARTY_SEPARATOR: Final = "|"
_PARTY_KINDS: Final = ("actors", "recipients")


@dataclass(frozen=True, slots=True)
class CorrectedEvents:
    """The events after all corrections.

    `changed` maps each correction of an event to the id of the event it changed, None if there is
    no such event.
    """

    events: tuple[Event, ...]
    changed: Mapping[Correction, str | None]


class PartyNames:
    """Parties by all their names.

    A name is looked up in the states first, then in the parties of events, then in the entities of
    articles. The index stays empty unless a correction names parties.
    """

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._is_needed = any(row.kind in _PARTY_KINDS for row in corrections)
        self._entities: dict[str, Actor] = {}
        self._parties: dict[str, Actor] = {}

    def add_entities(self, entities: Iterable[Entity]) -> None:
        """Index the entities of an article; they replace earlier ones of the same name."""
        if not self._is_needed:
            return
        for entity in entities:
            actor = Actor(entity.canonical_en, entity.canonical_ar, entity.country)
            self._entities |= _by_names(actor)

    def add_events(self, events: Iterable[Event]) -> None:
        """Index the parties of events."""
        if not self._is_needed:
            return
        for event in events:
            for actor in (*event.lead[1].actors, *event.lead[1].recipients):
                self._parties |= _by_names(actor)

    def actors(self, cell: str) -> tuple[Actor, ...]:
        """The parties that a cell names; an unknown name becomes a party without a country."""
        names = (name.strip() for name in cell.split(PARTY_SEPARATOR))
        return tuple(self._actor(name) for name in names if name)

    def _actor(self, name: str) -> Actor:
        key = _name_key(name)
        indexes = (_states(), self._parties, self._entities)
        return next((index[key] for index in indexes if key in index), Actor(name, name))


def _by_names(actor: Actor) -> dict[str, Actor]:
    return {_name_key(name): actor for name in (actor.name, actor.name_ar)}


def _name_key(name: str) -> str:
    return folded(name).lower()


@cache
def _states() -> Mapping[str, Actor]:
    """The states by their codes and names."""
    index: dict[str, Actor] = {}
    for row in table("countries"):
        actor = Actor(row["name_en"], row["name_ar"], row["iso3"])
        names = (row["iso3"], row["name_en"], row["name_ar"], *forms(row))
        index |= {_name_key(name): actor for name in names}
    return index


def correct_events(
    events: Sequence[Event], corrections: Sequence[Correction], names: PartyNames
) -> CorrectedEvents:
    """Apply the corrections of events in the order of the file."""
    names.add_events(events)
    run = _Corrections(events, names)
    changed = {row: run.apply(row) for row in corrections if run.is_about_event(row)}
    return CorrectedEvents(run.events, changed)


class _Corrections:
    """Events by id, and the event of each report, while corrections are applied one by one."""

    def __init__(self, events: Iterable[Event], names: PartyNames) -> None:
        self._names = names
        self._events = {event.id: event for event in events}
        self._event_of = {
            _key(report): event.id for event in self._events.values() for report in event.reports
        }
        self._known_reports = frozenset(self._event_of)

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(self._events.values())

    def is_about_event(self, row: Correction) -> bool:
        """True for a correction of an event. `hide` corrects an event if `a` is a report's key."""
        return row.kind in _CHANGES and (row.kind != "hide" or row.a in self._known_reports)

    def apply(self, row: Correction) -> str | None:
        """Apply a correction and return the id of the event changed, None if there is none."""
        target = self._event_of.get(row.a)
        if target is None or target not in self._events:
            return None
        return _CHANGES[row.kind](self, target, row)

    def _hide(self, target: str, _: Correction) -> str:
        del self._events[target]
        return target

    def _change_lead(self, target: str, row: Correction) -> str:
        event = self._events[target]
        article_id, mention = event.lead
        lead = (article_id, self._changed(mention, row))
        self._events[target] = replace(event, lead=lead)
        return target

    def _changed(self, mention: EventMention, row: Correction) -> EventMention:
        if row.kind == "date":
            return _dated(mention, row.b)
        if row.kind == "code":
            return _coded(mention, row.b)
        actors = self._names.actors(row.b)
        if row.kind == "actors":
            return replace(mention, actors=actors)
        return replace(mention, recipients=actors)

    def _join(self, target: str, row: Correction) -> str | None:
        """Join two events into the first, which gets the reports of both."""
        other = self._event_of.get(row.b)
        if other is None or other not in self._events or other == target:
            return None
        event, joined = self._events[target], self._events.pop(other)
        reports = tuple(sorted((*event.reports, *joined.reports), key=_key))
        self._events[target] = replace(event, reports=reports)
        self._event_of.update((_key(report), target) for report in joined.reports)
        return target

    def _split(self, target: str, row: Correction) -> str | None:
        """Make one report of an event of several an event of its own."""
        event = self._events[target]
        report = next(report for report in event.reports if _key(report) == row.a)
        others = tuple(other for other in event.reports if other is not report)
        if not others:
            return None
        lead = others[0] if _key(event.lead) == row.a else event.lead
        self._events[target] = replace(event, lead=lead, reports=others)
        new_id = identity(target, row.a)
        self._events[new_id] = Event(new_id, report, (report,))
        self._event_of[row.a] = new_id
        return new_id


_Change = Callable[[_Corrections, str, Correction], str | None]
_CHANGES: Final[Mapping[str, _Change]] = {
    "hide": _Corrections._hide,
    "join": _Corrections._join,
    "split": _Corrections._split,
    **dict.fromkeys(("date", "code", *_PARTY_KINDS), _Corrections._change_lead),
}


def _key(report: Report) -> str:
    article_id, mention = report
    return report_key(article_id, mention.trigger_start)


def _dated(mention: EventMention, interval: str) -> EventMention:
    """The event with the dates of `interval` (`2018-05-01/2018-05-31`), undated if it is empty."""
    undated = replace(
        mention, date_from=None, date_to=None, granularity=None, dated_by=None, mod=None
    )
    if not interval:
        return undated
    first, last = map(date.fromisoformat, interval.split("/"))
    return replace(
        undated,
        date_from=first,
        date_to=last,
        granularity=granularity(first, last),
        dated_by="correction",
    )


def granularity(first: date, last: date) -> Granularity:
    """The granularity of an interval: one day, a whole month, a whole year, otherwise a range."""
    if first == last:
        return "day"
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return "range"
    if (first.year, first.month) == (last.year, last.month):
        return "month"
    is_whole_year = (first.year, first.month, last.month) == (last.year, 1, 12)
    return "year" if is_whole_year else "range"


def _coded(mention: EventMention, code: str) -> EventMention:
    """The event with the PLOVER code `CATEGORY/mode`, and its polarity and intensity."""
    plover, _, mode = code.partition("/")
    row = next(row for row in table("plover") if (row["plover"], row["mode"]) == (plover, mode))
    return replace(
        mention,
        plover=plover or None,
        mode=mode or None,
        polarity=_polarity(row["polarity"]),
        intensity=float(row["score"]),
        rule="correction",
    )


def _polarity(name: str) -> Polarity:
    """The polarity of that name, conflict for any other."""
    return next((polarity for polarity in get_args(Polarity) if polarity == name), "conflict")
