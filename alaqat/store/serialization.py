"""Annotations as JSON: `public` for other programs, `dump` and `load` for the cache of this one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any, TypeVar

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

R = TypeVar("R")
Json = dict[str, Any]


def public(found: Annotations) -> Json:
    """The JSON of one article as `annotate` writes it: see the contract in CONTRIBUTING.md."""
    return {
        "id": found.article.id,
        "published": _iso(found.article.published),
        "published_basis": found.article.published_basis,
        "timex": [_plain(timex) for timex in found.timexes],
        "entities": [_entity(entity) for entity in found.entities],
        "quotes": [_quote(quote) for quote in found.quotes],
        "events": [_event(event) for event in found.events if event.date_from],
        "undated_events": [_event(event) for event in found.events if not event.date_from],
    }


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _plain(record: Any) -> Json:
    return {field.name: _iso(getattr(record, field.name)) for field in fields(record)}


def _entity(entity: Entity) -> Json:
    return _plain(entity) | {"mentions": [_plain(mention) for mention in entity.mentions]}


def _quote(quote: Quote) -> Json:
    return _plain(quote)


def _event(event: EventMention) -> Json:
    """An event with its parties as names: `actors` holds all of them, source first; `recipients` the targets."""
    parties = [actor.name for actor in (*event.actors, *event.recipients)]
    return _plain(event) | {
        "actors": list(dict.fromkeys(parties)),
        "recipients": [actor.name for actor in event.recipients],
        "countries": [
            actor.country for actor in (*event.actors, *event.recipients) if actor.country
        ],
        "future": event.future,
    }


def dump(found: Annotations) -> Json:
    """Everything found, without the article, as JSON types."""
    return {name: [_dated(asdict(record)) for record in getattr(found, name)] for name in _LOADERS}


def _dated(record: Json) -> Json:
    return {name: _iso(value) for name, value in record.items()}


def load(document: Document, data: Mapping[str, Any]) -> Annotations:
    """The inverse of `dump`, for the document it was made from."""
    return Annotations(
        document,
        **{name: tuple(make(record) for record in data[name]) for name, make in _LOADERS.items()},
    )


def _days(record: Json) -> Json:
    for name in ("date_from", "date_to"):
        if record.get(name):
            record[name] = date.fromisoformat(record[name])
    return record


def _load_entity(record: Json) -> Entity:
    return Entity(
        **record | {"mentions": tuple(Mention(**mention) for mention in record["mentions"])}
    )


def _load_event(record: Json) -> EventMention:
    parties = {
        side: tuple(Actor(**actor) for actor in record[side]) for side in ("actors", "recipients")
    }
    return EventMention(**_days(record) | parties)


_LOADERS: Mapping[str, Callable[[Json], Any]] = {
    "timexes": lambda record: Timex(**_days(record)),
    "entities": _load_entity,
    "quotes": lambda record: Quote(**_days(record)),
    "events": _load_event,
}
