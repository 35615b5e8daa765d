"""Who and what an article names: persons, places and bodies, each one entity with all its mentions."""

from __future__ import annotations

import os
from functools import cache

from alaqat.entities import linking, nominals
from alaqat.entities.camel import RecognizerMissing
from alaqat.entities.recognizers import NAMES, Recognizer, RecognizerUnknown, named
from alaqat.records import Document, Entity

__all__ = ["NAMES", "Recognizer", "RecognizerMissing", "RecognizerUnknown", "find", "recognizers"]


def find(document: Document, *, recognizer: Recognizer | None = None) -> tuple[Entity, ...]:
    """Entities of an article in the order of their first mention.

    `recognizer` None means the one that the environment variable ALAQAT_RECOGNIZER names, "rules" when it is not set.
    """
    chosen = recognizer or recognizers(os.environ.get("ALAQAT_RECOGNIZER", "rules"))
    findings, offices = chosen.recognize(document)
    groups = linking.group(document.folded, findings)
    nominals.resolve(offices, groups, findings)
    entities = [linking.entity(document, kept) for kept in groups]
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))


@cache
def recognizers(name: str) -> Recognizer:
    """The recognizer of that name, one of NAMES, loaded once."""
    return named(name)
