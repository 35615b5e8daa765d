"""A reader's corrections of who is who, carried out: two entities merged, or two names kept apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from alaqat.arabic.fold import folded
from alaqat.corrections.model import Correction
from alaqat.entities.romanization import english
from alaqat.model.records import Actor, Annotations, Entity, EventMention, Mention, Quote


def corrected(
    found: Sequence[Annotations], corrections: Sequence[Correction], survivors: Mapping[str, str]
) -> list[Annotations]:
    """Annotations of all articles with the corrections carried out: entities, speakers of quotes, parties of events.

    `survivors` is the id that each merged id gives way to.
    """
    return list(map(corrector(found, corrections, survivors), found))


def corrector(
    found: Iterable[Annotations], corrections: Sequence[Correction], survivors: Mapping[str, str]
) -> Callable[[Annotations], Annotations]:
    """What `corrected` does to one article; `found`, all of them, is gone through once when entities are merged."""
    apart = [row for row in corrections if row.kind == "apart"]
    kept, wanted = dict(survivors), set(survivors.values())
    named: dict[str, Entity] = {}
    for one in found if kept else ():
        for entity in _kept_apart(one, apart).entities:
            if entity.id in wanted:
                named.setdefault(entity.id, entity)
    return lambda one: _merged(_kept_apart(one, apart), kept, named)


def _kept_apart(one: Annotations, rows: Sequence[Correction]) -> Annotations:
    for row in rows:
        wrong = next((entity for entity in one.entities if entity.id == row.a), None)
        name = row.b.partition(":")[2].replace("-", " ")
        if wrong is not None and any(_spells(mention, name) for mention in wrong.mentions):
            one = _split(one, wrong, row.b, name)
    return one


def _spells(mention: Mention, name: str) -> bool:
    return not mention.nominal and folded(mention.text) == name


def _split(one: Annotations, wrong: Entity, other_id: str, name: str) -> Annotations:
    """The entity without the mentions that spell `name`, which make the other; with all where no other name is full."""
    full = [
        mention for mention in wrong.mentions if not mention.nominal and mention.reason != "surname"
    ]
    whole = all(_spells(mention, name) or " " not in mention.text for mention in full)
    moved = tuple(mention for mention in wrong.mentions if whole or _spells(mention, name))
    left = tuple(mention for mention in wrong.mentions if mention not in moved)
    written = next(mention.text for mention in moved if _spells(mention, name))
    roles = [mention.role for mention in moved if mention.role and not mention.nominal]
    other = Entity(
        other_id,
        english(name, written),
        written,
        wrong.type,
        moved,
        role=max(roles, key=len, default=None),
    )
    entities = [
        replace(wrong, mentions=left) if entity.id == wrong.id else entity
        for entity in one.entities
    ]
    remaining = [entity for entity in (*entities, other) if entity.mentions]
    quotes = tuple(_moved(quote, wrong, other, name, whole=whole) for quote in one.quotes)
    return replace(one, entities=_sorted(remaining), quotes=quotes)


def _moved(quote: Quote, wrong: Entity, other: Entity, name: str, *, whole: bool) -> Quote:
    if quote.speaker_id != wrong.id or not (whole or folded(quote.speaker_text or "") == name):
        return quote
    return replace(_spoken_by(quote, other), country=other.country, role=other.role)


def _spoken_by(quote: Quote, entity: Entity) -> Quote:
    return replace(
        quote, speaker=entity.canonical_en, speaker_ar=entity.canonical_ar, speaker_id=entity.id
    )


def _merged(one: Annotations, kept: dict[str, str], named: dict[str, Entity]) -> Annotations:
    if not any(entity.id in kept for entity in one.entities):
        return one
    together: dict[str, Entity] = {}
    renamed: dict[str, Entity] = {}
    for entity in one.entities:
        target = kept.get(entity.id, entity.id)
        became = _as(entity, target, named.get(target)) if target != entity.id else entity
        together[target] = _joined(together[target], became) if target in together else became
        if target != entity.id:
            renamed[entity.id] = became
    names = {
        entity.canonical_en: renamed[entity.id] for entity in one.entities if entity.id in renamed
    }
    quotes = tuple(_respoken(quote, renamed) for quote in one.quotes)
    events = tuple(_reparty(event, names) for event in one.events)
    return replace(one, entities=_sorted(together.values()), quotes=quotes, events=events)


def _as(entity: Entity, target: str, model: Entity | None) -> Entity:
    """An entity under another's id and names (its own names where no article has the other); mentions say why."""
    mentions = tuple(replace(mention, reason="correction") for mention in entity.mentions)
    like = model or entity
    return replace(
        entity,
        id=target,
        mentions=mentions,
        canonical_en=like.canonical_en,
        canonical_ar=like.canonical_ar,
        type=like.type,
        country=like.country or entity.country,
        wikidata=like.wikidata,
        known=like.known,
    )


def _joined(one: Entity, other: Entity) -> Entity:
    """Two records of one entity in one article: all mentions, and what either of them knows."""
    mentions = tuple(
        sorted({*one.mentions, *other.mentions}, key=lambda mention: (mention.start, mention.end))
    )
    return replace(
        one,
        mentions=mentions,
        country=one.country or other.country,
        wikidata=one.wikidata or other.wikidata,
        role=one.role or other.role,
        role_en=one.role_en or other.role_en,
        known=one.known or other.known,
    )


def _respoken(quote: Quote, renamed: dict[str, Entity]) -> Quote:
    became = renamed.get(quote.speaker_id or "")
    return quote if became is None else _spoken_by(quote, became)


def _reparty(event: EventMention, names: dict[str, Entity]) -> EventMention:
    """The event with parties under their new names, none twice."""

    def parties(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        became = (names.get(actor.name) for actor in actors)
        pairs = zip(actors, became, strict=True)
        return tuple(
            dict.fromkeys(
                replace(actor, name=new.canonical_en, name_ar=new.canonical_ar) if new else actor
                for actor, new in pairs
            )
        )

    return replace(event, actors=parties(event.actors), recipients=parties(event.recipients))


def _sorted(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))
