"""Corrections of names applied to the annotations of an article.

Entities are merged, separated or hidden; quotes get another speaker or are hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from alaqat.arabic.fold import folded
from alaqat.corrections.merges import merged_ids
from alaqat.corrections.model import Correction
from alaqat.entities.romanization import english
from alaqat.model.ids import quote_id
from alaqat.model.records import Actor, Annotations, Entity, EventMention, Mention, Quote


class NameCorrector:
    """Applies corrections of entities and speakers to one article after another.

    `entity_records` are the annotations of all articles; only their entities are used. They are
    read only if there is a `merge` or `speaker` correction, and only until every entity that such
    a correction names is found. An entity has the names that its first article gives it.
    """

    def __init__(
        self, corrections: Sequence[Correction], entity_records: Iterable[Annotations] = ()
    ) -> None:
        self._apart = _ApartRows(corrections)
        self._hidden = {row.a for row in corrections if row.kind == "hide"}
        self._speaker_ids = {row.a: row.b for row in corrections if row.kind == "speaker"}
        self._merged_ids = merged_ids(corrections)
        self._models: dict[str, Entity] = {}
        self._speakers: dict[str, Entity] = {}
        self._find_entities(entity_records)

    @property
    def found(self) -> tuple[Mapping[str, Entity], Mapping[str, Entity]]:
        """What was found in all articles: the targets of merges, and the speakers."""
        return self._models, self._speakers

    def correct(self, annotations: Annotations) -> Annotations:
        """The annotations of an article with all corrections applied."""
        return self._hide(self._replace_speakers(self._rename(annotations)))

    def _find_entities(self, entity_records: Iterable[Annotations]) -> None:
        """Find the entities that others are merged into and those that are corrected speakers."""
        missing_models = set(self._merged_ids.values())
        missing_speakers = set(self._speaker_ids.values())
        speaker_articles: dict[str, Annotations] = {}
        records = iter(entity_records)
        while missing_models or missing_speakers:
            annotations = next(records, None)
            if annotations is None:
                break
            separated = self._apart.keep(annotations)
            for entity in separated.entities:
                if entity.id in missing_models:
                    self._models[entity.id] = entity
                    missing_models.discard(entity.id)
                target = self._merged_ids.get(entity.id, entity.id)
                if target in missing_speakers:
                    speaker_articles[target] = separated
                    missing_speakers.discard(target)
        for target, separated in speaker_articles.items():
            renamed = _merge(separated, self._merged_ids, self._models)
            self._speakers[target] = next(
                entity for entity in renamed.entities if entity.id == target
            )

    def _rename(self, annotations: Annotations) -> Annotations:
        return _merge(self._apart.keep(annotations), self._merged_ids, self._models)

    def _replace_speakers(self, annotations: Annotations) -> Annotations:
        if not self._speakers:
            return annotations
        article_id = annotations.article.id
        quotes = tuple(self._with_speaker(article_id, quote) for quote in annotations.quotes)
        return replace(annotations, quotes=quotes)

    def _with_speaker(self, article_id: str, quote: Quote) -> Quote:
        speaker_id = self._speaker_ids.get(quote_id(article_id, quote), "")
        speaker = self._speakers.get(speaker_id)
        if speaker is None:
            return quote
        corrected = _spoken_by(quote, speaker)
        return replace(corrected, country=speaker.country, role=speaker.role, rule="correction")

    def _hide(self, annotations: Annotations) -> Annotations:
        if not self._hidden:
            return annotations
        article_id = annotations.article.id
        return replace(
            annotations,
            quotes=tuple(
                quote
                for quote in annotations.quotes
                if quote_id(article_id, quote) not in self._hidden
            ),
            entities=tuple(
                entity for entity in annotations.entities if entity.id not in self._hidden
            ),
        )


class _ApartRows:
    """The `apart` rows in the order of the file, by the entity that they separate."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._rows = [row for row in corrections if row.kind == "apart"]
        self._positions: dict[str, list[int]] = {}
        for position, row in enumerate(self._rows):
            self._positions.setdefault(row.a, []).append(position)

    def keep(self, annotations: Annotations) -> Annotations:
        """The annotations with the entities of all rows separated."""
        ids = {entity.id for entity in annotations.entities}
        return _keep_apart(annotations, self._about(ids))

    def _about(self, ids: Iterable[str]) -> list[Correction]:
        """The rows that separate one of the entities, or one that such a row makes."""
        positions: set[int] = set()
        left = list(ids)
        while left:
            new = set(self._positions.get(left.pop(), ())) - positions
            positions |= new
            left.extend(self._rows[position].b for position in new)
        return [self._rows[position] for position in sorted(positions)]


def _keep_apart(annotations: Annotations, corrections: Sequence[Correction]) -> Annotations:
    for row in corrections:
        entity = next((entity for entity in annotations.entities if entity.id == row.a), None)
        name = row.b.partition(":")[2].replace("-", " ")
        if entity is not None and any(_is_spelled(mention, name) for mention in entity.mentions):
            annotations = _split(annotations, entity, row.b, name)
    return annotations


def _is_spelled(mention: Mention, name: str) -> bool:
    return not mention.nominal and folded(mention.text) == name


def _split(annotations: Annotations, entity: Entity, other_id: str, name: str) -> Annotations:
    """Move the mentions that spell `name`, and their quotes, from `entity` to a new one.

    All mentions are moved if no other full name is among them.
    """
    moves_all = not _has_other_full_name(entity, name)
    moved = tuple(mention for mention in entity.mentions if moves_all or _is_spelled(mention, name))
    remaining = tuple(mention for mention in entity.mentions if mention not in moved)
    other = _new_entity(entity, other_id, name, moved)

    def is_moved(quote: Quote) -> bool:
        is_own = quote.speaker_id == entity.id
        return is_own and (moves_all or folded(quote.speaker_text or "") == name)

    entities = [
        replace(candidate, mentions=remaining) if candidate.id == entity.id else candidate
        for candidate in annotations.entities
    ]
    mentioned = [candidate for candidate in (*entities, other) if candidate.mentions]
    quotes = tuple(
        _move_quote(quote, other) if is_moved(quote) else quote for quote in annotations.quotes
    )
    return replace(annotations, entities=_in_text_order(mentioned), quotes=quotes)


def _has_other_full_name(entity: Entity, name: str) -> bool:
    """True if a mention spells a full name (two words or more, no surname alone) but `name`."""
    return any(
        " " in mention.text and not _is_spelled(mention, name)
        for mention in entity.mentions
        if not mention.nominal and mention.reason != "surname"
    )


def _new_entity(entity: Entity, entity_id: str, name: str, mentions: tuple[Mention, ...]) -> Entity:
    surface = next(mention.text for mention in mentions if _is_spelled(mention, name))
    roles = [mention.role for mention in mentions if mention.role and not mention.nominal]
    role = max(roles, key=len, default=None)
    return Entity(entity_id, english(name, surface), surface, entity.type, mentions, role=role)


def _move_quote(quote: Quote, speaker: Entity) -> Quote:
    return replace(_spoken_by(quote, speaker), country=speaker.country, role=speaker.role)


def _spoken_by(quote: Quote, entity: Entity) -> Quote:
    return replace(
        quote, speaker=entity.canonical_en, speaker_ar=entity.canonical_ar, speaker_id=entity.id
    )


def _merge(
    annotations: Annotations, targets: Mapping[str, str], models: Mapping[str, Entity]
) -> Annotations:
    """Merge each entity in `targets` into its target, also in speakers and parties of events."""
    if not any(entity.id in targets for entity in annotations.entities):
        return annotations
    by_target: dict[str, Entity] = {}
    renamed: dict[str, Entity] = {}
    for entity in annotations.entities:
        target = targets.get(entity.id, entity.id)
        current = entity
        if target != entity.id:
            current = renamed[entity.id] = _as(entity, target, models.get(target))
        by_target[target] = _join(by_target[target], current) if target in by_target else current
    new_names = {
        entity.canonical_en: renamed[entity.id]
        for entity in annotations.entities
        if entity.id in renamed
    }
    return replace(
        annotations,
        entities=_in_text_order(by_target.values()),
        quotes=tuple(_rename_speaker(quote, renamed) for quote in annotations.quotes),
        events=tuple(_rename_parties(event, new_names) for event in annotations.events),
    )


def _as(entity: Entity, entity_id: str, model: Entity | None) -> Entity:
    """`entity` with the id and the names of `model`; it has its own names if `model` is None."""
    mentions = tuple(replace(mention, reason="correction") for mention in entity.mentions)
    names = model or entity
    return replace(
        entity,
        id=entity_id,
        mentions=mentions,
        canonical_en=names.canonical_en,
        canonical_ar=names.canonical_ar,
        type=names.type,
        country=names.country or entity.country,
        wikidata=names.wikidata,
        known=names.known,
    )


def _join(entity: Entity, other: Entity) -> Entity:
    """Both records as one: all mentions, and for each field the first value that is not empty."""
    mentions = {*entity.mentions, *other.mentions}
    return replace(
        entity,
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end))),
        country=entity.country or other.country,
        wikidata=entity.wikidata or other.wikidata,
        role=entity.role or other.role,
        role_en=entity.role_en or other.role_en,
        known=entity.known or other.known,
    )


def _rename_speaker(quote: Quote, renamed: Mapping[str, Entity]) -> Quote:
    speaker = renamed.get(quote.speaker_id or "")
    return quote if speaker is None else _spoken_by(quote, speaker)


def _rename_parties(event: EventMention, new_names: Mapping[str, Entity]) -> EventMention:
    return replace(
        event,
        actors=_renamed_actors(event.actors, new_names),
        recipients=_renamed_actors(event.recipients, new_names),
    )


def _renamed_actors(actors: Iterable[Actor], new_names: Mapping[str, Entity]) -> tuple[Actor, ...]:
    """The actors under their new names, each once."""
    return tuple(dict.fromkeys(_renamed_actor(actor, new_names) for actor in actors))


def _renamed_actor(actor: Actor, new_names: Mapping[str, Entity]) -> Actor:
    entity = new_names.get(actor.name)
    if entity is None:
        return actor
    return replace(actor, name=entity.canonical_en, name_ar=entity.canonical_ar)


def _in_text_order(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))
