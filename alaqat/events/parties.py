"""Finds the parties: states, bodies and groups, by name, adjective, capital, person or place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from alaqat.arabic.fold import folded
from alaqat.lexicon.distances import distance
from alaqat.lexicon.load import Row, forms, table
from alaqat.lexicon.match import Hit, Matcher
from alaqat.model.errors import LexiconError
from alaqat.model.records import Actor, Document, Entity

Kind = Literal["state", "adjective", "capital", "body", "person", "place", "none"]
_KINDS: dict[str, Kind] = {"adjective": "adjective", "body": "body", "none": "none"}
_START = attrgetter("start")
# Values of bodies.csv's column `actor`: what is no party to events.
_NO_PARTIES = frozenset({"media", "no"})
_KIND_OF_ENTITY: dict[str, Kind] = {"PER": "person", "ORG": "body"}


@dataclass(frozen=True, slots=True)
class Party:
    """A mention of an actor: folded offsets, how it is named, and the clitic before it."""

    actor: Actor
    start: int
    end: int
    kind: Kind
    clitic: str = ""

    @property
    def begin(self) -> int:
        """The folded offset of the name with its clitic."""
        return self.start - len(self.clitic)


@cache
def states() -> dict[str, Actor]:
    """States by ISO 3166-1 alpha-3."""
    columns = ("iso3", "name_en", "name_ar", "forms")
    return {
        row["iso3"]: Actor(row["name_en"], row["name_ar"], row["iso3"])
        for row in table("countries", columns)
    }


@cache
def _names() -> Matcher[tuple[Actor, Kind]]:
    """The names of all parties; a spelling belongs to its first actor."""
    seen: dict[str, tuple[Actor, Kind]] = {}
    for surface, actor, kind in _listed():
        seen.setdefault(folded(surface), (actor, kind))
    return Matcher(seen.items())


def _listed() -> Iterator[tuple[str, Actor, Kind]]:
    """Every name of a list with its actor, the most specific list first."""
    for row in table("event_parties", ("name_en", "name_ar", "country", "kind", "forms")):
        kind: Kind = _KINDS.get(row["kind"], "state")
        yield from ((form, _party(row), kind) for form in forms(row))
    yield from _of_states("countries", "state")
    yield from _of_states("demonyms", "adjective")
    yield from _of_states("capitals", "capital")
    yield from _bodies()


def _party(row: Row) -> Actor:
    return Actor(row["name_en"], row["name_ar"], row["country"] or None)


def _of_states(name: str, kind: Kind) -> Iterator[tuple[str, Actor, Kind]]:
    """The forms of a list of states; those that need a context are left to the entities."""
    for row in table(name, ("iso3", "forms")):
        if not row.get("needs") and row["iso3"] in states():
            yield from ((form, states()[row["iso3"]], kind) for form in forms(row))


def _bodies() -> Iterator[tuple[str, Actor, Kind]]:
    """Bodies that act for themselves or a state; "none" for names that hide one ("The X Post")."""
    for row in _body_rows():
        actor = states().get(row["country"]) if row["actor"] == "state" else _party(row)
        if actor:
            kind: Kind = "none" if row["actor"] in _NO_PARTIES else "body"
            yield from ((form, actor, kind) for form in forms(row))


def _body_rows() -> tuple[Row, ...]:
    """The rows of the list of bodies; none if the list is not installed."""
    try:
        return table("bodies", ("name_en", "name_ar", "forms", "country", "actor"))
    except LexiconError:
        return ()


@cache
def _bystanders() -> frozenset[str]:
    """Media, companies and clubs, which are no party to events, by their English names."""
    return frozenset(row["name_en"] for row in _body_rows() if row["actor"] in _NO_PARTIES)


@cache
def _officials() -> dict[str, Actor]:
    """The international body that a person acts for, by the person's English name."""
    rows = table("event_officials", ("name_en", "name_ar", "people"))
    return {
        name: Actor(row["name_en"], row["name_ar"]) for row in rows for name in forms(row, "people")
    }


def is_state(actor: Actor) -> bool:
    """True if an actor is a state, and no body that acts for itself."""
    state = states().get(actor.country or "")
    return state is not None and state.name == actor.name


def find(document: Document, entities: Sequence[Entity]) -> list[Party]:
    """Every mention of a party, in text order; of overlapping ones the earlier, then the longer."""
    named = [_named(hit) for hit in _names().find(document.folded)]
    apart = _without_overlaps([*named, *_of_entities(document, entities, named)])
    described = set(map(id, _descriptions(apart, document.folded)))
    return [party for party in apart if party.kind != "none" and id(party) not in described]


def _descriptions(apart: Sequence[Party], text: str) -> Iterator[Party]:
    """Adjectives of a state right behind a group or body, which they only describe."""
    for before, party in pairwise(apart):
        is_behind = text[before.end : party.start].isspace()
        if party.kind == "adjective" and is_behind and not is_state(before.actor):
            yield party


def _named(hit: Hit[tuple[Actor, Kind]]) -> Party:
    actor, kind = hit.entry
    return Party(actor, hit.start, hit.end, kind, hit.clitic)


def _without_overlaps(parties: Iterable[Party]) -> list[Party]:
    """The parties in text order without those that begin inside another one."""
    apart: list[Party] = []
    for party in sorted(parties, key=lambda party: (party.start, -party.end)):
        if not apart or party.start >= apart[-1].end:
            apart.append(party)
    return apart


def _of_entities(
    document: Document, entities: Sequence[Entity], named: Sequence[Party]
) -> Iterator[Party]:
    """The mentions of entities that act for a state or body, and of persons by their office."""
    adjectives = [party for party in named if party.kind == "adjective"]
    for entity in entities:
        if entity.type != "OTHER" and not _is_bystander(entity):
            yield from _of_entity(document, entity, adjectives)


def _of_entity(document: Document, entity: Entity, adjectives: Sequence[Party]) -> Iterator[Party]:
    """The mentions of one entity, if it acts for a state or body."""
    spans = [document.folded_span(mention.start, mention.end) for mention in entity.mentions]
    actor = _actor(entity)
    if actor is None and entity.type == "PER":
        actor = _of_office(spans, document.folded, adjectives)
    if actor:
        kind = _KIND_OF_ENTITY.get(entity.type, "place")
        yield from (Party(actor, start, end, kind) for start, end in spans)


def _is_bystander(entity: Entity) -> bool:
    """True for media, companies and clubs."""
    return entity.type == "ORG" and entity.canonical_en in _bystanders()


def _actor(entity: Entity) -> Actor | None:
    """The body that a person acts for, otherwise the state of an entity."""
    body = _officials().get(entity.canonical_en) if entity.type == "PER" else None
    return body or states().get(entity.country or "")


def _of_office(
    spans: Sequence[tuple[int, int]], text: str, adjectives: Sequence[Party]
) -> Actor | None:
    """The state named by an adjective before one of the mentions, within an office."""
    ends = [party.end for party in adjectives]
    for start, _ in spans:
        index = bisect_right(ends, start) - 1
        if index >= 0 and _is_office(text[ends[index] : start]):
            return adjectives[index].actor
    return None


def _is_office(gap: str) -> bool:
    """True if a text between adjective and name can end an office ("the French minister X")."""
    if len(gap) > distance("event-office") or len(gap.split()) > distance("event-office-words"):
        return False
    return all(char.isalpha() or char == " " for char in gap)


def within(parties: Sequence[Party], start: int, end: int) -> Sequence[Party]:
    """The parties (sorted by offset) that begin in `start:end`."""
    return parties[bisect_left(parties, start, key=_START) : bisect_left(parties, end, key=_START)]


def merged(parties: Sequence[Party]) -> list[Party]:
    """Neighbouring mentions of one actor as one ("the Turkish president Erdogan")."""
    apart: list[Party] = []
    for party in parties:
        if apart and _is_same_mention(apart[-1], party):
            apart[-1] = replace(apart[-1], end=party.end)
        else:
            apart.append(party)
    return apart


def _is_same_mention(previous: Party, party: Party) -> bool:
    """True if two mentions of one actor are at most the words of an office apart."""
    is_near = party.start - previous.end <= distance("event-office")
    return is_near and previous.actor.name == party.actor.name
