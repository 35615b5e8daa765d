"""Builds articles for the tests of entities."""

from __future__ import annotations

from datetime import date

from alaqat import entities
from alaqat.arabic.document import prepare
from alaqat.model.records import Article, Document, Entity


def document(text: str, year: int = 2022) -> Document:
    """A prepared article of that text, published on the first of June."""
    return prepare(Article("a", text, date(year, 6, 1)))


def find(text: str, year: int = 2022) -> dict[str, Entity]:
    """Entities of a text by English name."""
    return {entity.canonical_en: entity for entity in entities.find(document(text, year))}


def surfaces(entity: Entity) -> list[str]:
    """The mentions of an entity as written; descriptions begin with a star."""
    return [("*" if mention.nominal else "") + mention.text for mention in entity.mentions]
