"""Ways to find names, behind one protocol: rules over word lists by default, a trained model where one is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from alaqat.entities import bodies, persons, places, propagation
from alaqat.entities.camel import Camel
from alaqat.entities.findings import Finding, Office, longest
from alaqat.entities.scan import Scan
from alaqat.errors import AlaqatError
from alaqat.records import Document


class RecognizerUnknown(AlaqatError):
    """No recognizer has that name; the message lists those there are."""


class Recognizer(Protocol):
    """Finds the named mentions of an article."""

    name: str

    def recognize(self, document: Document) -> tuple[Sequence[Finding], Sequence[Office]]:
        """Findings without overlaps in text order, and the titles read on the way."""
        ...


def named(name: str) -> Recognizer:
    """The recognizer of that name: "rules" or "camel" (camel-tools, RecognizerMissing without its data)."""
    if name == Rules.name:
        return Rules()
    if name == Camel.name:
        return Camel()
    raise RecognizerUnknown(f"recognizer {name!r} is not known; use one of: {', '.join(NAMES)}")


class Rules:
    """Word lists, patterns and cues; the surname of a person found once is found again."""

    name = "rules"

    def recognize(self, document: Document) -> tuple[Sequence[Finding], Sequence[Office]]:
        """All findings of the lists and rules."""
        scan = Scan(document)
        people, offices = persons.find(scan)
        listed = [
            Finding(place.start, place.end, known.type, "list", known, country=known.country)
            for place, known in scan.names.values()
        ]
        found = longest([*bodies.find(scan), *places.find(scan), *people, *listed])
        return longest([*found, *propagation.find(scan, found)]), offices


NAMES = (Rules.name, Camel.name)
