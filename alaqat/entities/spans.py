"""What a recognizer reports: a span of the folded text, its type, and the lexicon row or rule that knew it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alaqat.model.records import EntityType


@dataclass(frozen=True, slots=True)
class Known:
    """A lexicon row that identifies an entity. `context`: it is a common word too, the article must tell."""

    id: str
    type: EntityType
    name_en: str
    name_ar: str
    kind: str
    country: str | None = None
    wikidata: str | None = None
    role: str | None = None
    years: tuple[int, int] | None = None
    context: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A title as written: folded span, English role, and the state, body or place it names, if any.

    `short` ends it before a preposition, `plain_end` before an honorific or rank that follows («الجنرال»), `inner` is
    the start and English role of a second title inside it («المتحدث باسم الرئيس»), `relation` marks «سفيرها», «نظيره».
    `body` is the English name of the body it is held in, `{adj}` standing for the state's adjective.
    """

    start: int
    end: int
    role_en: str
    field: str | None = None
    country: str | None = None
    nominal: bool = False
    short: int | None = None
    inner: tuple[int, str] | None = None
    relation: bool = False
    body: str | None = None
    place: str | None = None
    plain_end: int | None = None

    @property
    def phrase_end(self) -> int:
        """Where the office ends as a description, before «in», «at» and what follows them."""
        return self.short or self.end


@dataclass(frozen=True, slots=True)
class Finding:
    """A named mention at folded offsets `start:end`.

    `name_en` is an English name composed by the rule, `office` the title that stands beside a person, `key` the
    folded name that mentions of one entity share where it is not the span itself, `reason` why it belongs there.
    """

    start: int
    end: int
    type: EntityType
    rule: str
    known: Known | None = None
    name_en: str | None = None
    office: Office | None = None
    country: str | None = None
    key: str | None = None
    reason: str = "name"


def longest(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without overlaps, in text order: the longer wins, then the one a lexicon knows, then the first."""
    ranked = sorted(
        findings, key=lambda f: (f.start - f.end, f.known is None, f.office is None, f.start)
    )
    kept: list[Finding] = []
    taken: set[int] = set()
    for finding in ranked:
        cells = range(finding.start, finding.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(finding)
    return sorted(kept, key=lambda f: f.start)
