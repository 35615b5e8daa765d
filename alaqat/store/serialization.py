"""Annotations as JSON: `public` for other programs, `dump` and `load` for the cache."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from alaqat.model.records import (
    Actor,
    Annotations,
    Document,
    Entity,
    EventMention,
    Mention,
    Quote,
    Timex,
)
from alaqat.store.event_row import event_row

Json = dict[str, Any]
# the fields of an event in the public JSON, in their order
_DERIVED_FIELDS = ("countries", "future", "certainty")
_EVENT_FIELDS = (*(field.name for field in fields(EventMention)), *_DERIVED_FIELDS)


def public(annotations: Annotations) -> Json:
    """The JSON of one article as `annotate` writes it; CONTRIBUTING.md describes it."""
    return {
        "id": annotations.article.id,
        "published": _iso(annotations.article.published),
        "published_basis": annotations.article.published_basis,
        "timex": [_plain(timex) for timex in annotations.timexes],
        "entities": [_entity(entity) for entity in annotations.entities],
        "quotes": [_plain(quote) for quote in annotations.quotes],
        "events": [_event(event) for event in annotations.events if event.date_from],
        "undated_events": [_event(event) for event in annotations.events if not event.date_from],
    }


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _plain(record: Any) -> Json:
    return {field.name: _iso(getattr(record, field.name)) for field in fields(record)}


def _entity(entity: Entity) -> Json:
    return _plain(entity) | {"mentions": [_plain(mention) for mention in entity.mentions]}


def _event(event: EventMention) -> Json:
    """An event with its parties as names.

    `actors` has the names of all parties, agents first; `recipients` has those of the targets.
    """
    row = event_row(event)
    parties = list(dict.fromkeys((*row["actors"], *row["recipients"])))
    return {name: _iso(row[name]) for name in _EVENT_FIELDS} | {"actors": parties}


def dump(annotations: Annotations) -> Json:
    """The records of all kinds as JSON types, without the article."""
    records = {
        name: [_with_iso_dates(asdict(record)) for record in getattr(annotations, name)]
        for name in _LOADERS
    }
    return records | {"dropped": [list(cause) for cause in annotations.dropped]}


def event_json(mention: EventMention) -> Json:
    """An event mention as JSON types, for `load_event`."""
    return _with_iso_dates(asdict(mention))


def _with_iso_dates(record: Json) -> Json:
    return {name: _iso(value) for name, value in record.items()}


def load(document: Document, data: Mapping[str, Any]) -> Annotations:
    """The annotations of `document` from the result of `dump`."""
    records = {
        name: tuple(load_record(record) for record in data[name])
        for name, load_record in _LOADERS.items()
    }
    dropped = tuple((str(cause), int(number)) for cause, number in data["dropped"])
    return Annotations(document, **records, dropped=dropped)


def load_entities(document: Document, data: Mapping[str, Any]) -> Annotations:
    """The entities that `dump` wrote, without the other records."""
    return Annotations(document, entities=tuple(map(_load_entity, data["entities"])))


def _shared(record: Json) -> Json:
    """The record with its strings interned: an archive repeats names, codes and words."""
    return {
        name: sys.intern(value) if isinstance(value, str) else value
        for name, value in record.items()
    }


def _with_dates(record: Json) -> Json:
    for name in ("date_from", "date_to"):
        if record.get(name):
            record[name] = date.fromisoformat(record[name])
    return record


def _load_entity(record: Json) -> Entity:
    mentions = tuple(Mention(**_shared(mention)) for mention in record["mentions"])
    return Entity(**_shared(record) | {"mentions": mentions})


def load_event(record: Json) -> EventMention:
    """The event mention of which `dump` or `event_json` made JSON."""
    parties = {
        side: tuple(Actor(**_shared(actor)) for actor in record[side])
        for side in ("actors", "recipients")
    }
    return EventMention(**_shared(_with_dates(record)) | parties)


_LOADERS: Mapping[str, Callable[[Json], Any]] = {
    "timexes": lambda record: Timex(**_shared(_with_dates(record))),
    "entities": _load_entity,
    "quotes": lambda record: Quote(**_shared(_with_dates(record))),
    "events": load_event,
}
