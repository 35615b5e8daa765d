"""Parties and speakers that a model names; those that the article does not name are dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from alaqat.entities.romanization import english
from alaqat.events import parties
from alaqat.model.records import Actor, Annotations, Entity
from alaqat.readers.endpoint.alignment import Span, locate
from alaqat.readers.endpoint.answer_format import PartyEntry

_SPEAKERS = ("PER", "ORG", "LOC")


class ArticleNames:
    """Who is named in one article, by the lexicons and by what the entity stage found."""

    def __init__(self, found: Annotations) -> None:
        self._found = found
        self._whole = (0, len(found.document.text))

    @cached_property
    def _parties(self) -> Sequence[tuple[Span, Actor]]:
        """Source spans of all mentions of parties."""
        document = self._found.document
        mentions = parties.find(document, self._found.entities)
        return [(document.span(party.start, party.end), party.actor) for party in mentions]

    @cached_property
    def _by_name(self) -> Mapping[str, Actor]:
        return {actor.name.casefold(): actor for _, actor in self._parties}

    def actor(self, entry: PartyEntry, sentence: Span) -> Actor | None:
        """The party of an entry; None if the article does not have its words.

        What the lexicons read in the words counts. Else a party of the article that has the English
        name: so a description ("the minister") finds its state. Else the words are a name without a
        country.
        """
        document = self._found.document
        span = locate(document, entry.text, sentence) or locate(document, entry.text, self._whole)
        if span is None:
            return None
        named = next(
            (actor for place, actor in self._parties if _is_overlapping(place, span)), None
        )
        named = named or self._by_name.get((entry.name or "").strip().casefold())
        text = document.text[slice(*span)]
        return named or Actor(english(text), text)

    def speaker(self, span: Span) -> Entity | None:
        """The entity that a source span names: of several the one with the longest mention."""
        mentions = [
            (mention.end - mention.start, entity)
            for entity in self._found.entities
            if entity.type in _SPEAKERS
            for mention in entity.mentions
            if _is_overlapping((mention.start, mention.end), span)
        ]
        return max(mentions, key=lambda item: item[0])[1] if mentions else None


def _is_overlapping(first: Span, second: Span) -> bool:
    return first[0] < second[1] and second[0] < first[1]
