"""Finding names by rules, and the protocol that every way of finding names keeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from alaqat.entities import bodies, places, propagation
from alaqat.entities import people as people_module
from alaqat.entities.list_matches import Scan
from alaqat.entities.spans import Finding, Office, longest
from alaqat.entities.surname_expansion import start
from alaqat.model.records import Document


class Recognizer(Protocol):
    """Finds the named mentions of an article."""

    name: str

    def recognize(self, document: Document) -> tuple[Sequence[Finding], Sequence[Office]]:
        """Findings without overlaps in text order, and the titles read on the way."""
        ...


class Rules:
    """Word lists, patterns and cues; the surname of a person found once is found again."""

    name = "rules"

    def recognize(self, document: Document) -> tuple[Sequence[Finding], Sequence[Office]]:
        """All findings of the lists and rules."""
        scan = Scan(document)
        people, offices = people_module.find(scan)
        people = [finding for finding in people if self.accepts(scan, finding)]
        listed = [
            Finding(
                start(scan, index, place, known),
                place.end,
                known.type,
                "list",
                known,
                country=known.country,
            )
            for index, (place, known) in scan.names.items()
        ]
        found = longest([*bodies.find(scan), *places.find(scan), *people, *listed])
        return longest([*found, *propagation.find(scan, found)]), offices

    def accepts(self, scan: Scan, finding: Finding) -> bool:
        """Whether a person found by a pattern may stand; here all may."""
        return True
