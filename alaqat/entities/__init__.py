"""The entities of an article: persons, places, bodies and things, each with all its mentions."""

from __future__ import annotations

from alaqat.arabic.camel import RecognizerMissing
from alaqat.entities import linking, nominals
from alaqat.entities.recognizers.recognizer_registry import (
    NAMES,
    RecognizerUnknown,
    chosen,
    load_recognizer,
    signature,
)
from alaqat.entities.recognizers.rules import Recognizer
from alaqat.model.records import Document, Entity

__all__ = [
    "NAMES",
    "Recognizer",
    "RecognizerMissing",
    "RecognizerUnknown",
    "chosen",
    "find",
    "load_recognizer",
    "signature",
]


def find(document: Document, *, recognizer: Recognizer | None = None) -> tuple[Entity, ...]:
    """Entities of an article in the order of their first mention.

    `recognizer` None means that of the settings.
    """
    spans, offices = (recognizer or chosen()).recognize(document)
    groups = linking.group_spans(document.folded, spans)
    nominals.resolve(document.folded, offices, groups, spans)
    entities = [linking.to_entity(document, group) for group in groups]
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))
