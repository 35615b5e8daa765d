"""Who and what an article names: persons, places and bodies, each one entity with all its mentions."""

from __future__ import annotations

from alaqat.arabic.camel import RecognizerMissing
from alaqat.entities import linking, nominals
from alaqat.entities.recognizers.recognizer_registry import (
    NAMES,
    RecognizerUnknown,
    chosen,
    signature,
)
from alaqat.entities.recognizers.recognizer_registry import named as load_recognizer
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

    `recognizer` None means the chosen one (environment variable ALAQAT_RECOGNIZER).
    """
    findings, offices = (recognizer or chosen()).recognize(document)
    groups = linking.group(document.folded, findings)
    nominals.resolve(document.folded, offices, groups, findings)
    entities = [linking.entity(document, kept) for kept in groups]
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))
