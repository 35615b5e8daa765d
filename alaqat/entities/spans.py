"""The result of a recognizer: spans of the folded text with type, list row and office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alaqat.model.records import EntityType


@dataclass(frozen=True, slots=True)
class ListedName:
    """A lexicon row that identifies an entity.

    `country` is ISO alpha-3, `years` the first and last year of the person's `role`.
    `needs_context` marks a spelling that is also a common word: it counts only if the article
    mentions the country.
    """

    id: str
    type: EntityType
    name_en: str
    name_ar: str
    kind: str
    country: str | None = None
    wikidata: str | None = None
    role: str | None = None
    years: tuple[int, int] | None = None
    needs_context: bool = False


@dataclass(frozen=True, slots=True)
class OfficeSpan:
    """A title as written: its folded span, English role, and the state, body or place it names.

    `nominal`: it can stand for its holder without a name. `relation`: «سفيرها», «نظيره».
    `short_end` ends it before a preposition, `plain_end` before an honorific or rank («الجنرال»).
    `inner` is the start and English role of a second title inside it («المتحدث باسم الرئيس»).
    `body` is the English name of its body, with `{adj}` in place of the state's adjective.
    """

    start: int
    end: int
    role_en: str
    portfolio: str | None = None
    country: str | None = None
    nominal: bool = False
    short_end: int | None = None
    inner: tuple[int, str] | None = None
    relation: bool = False
    body: str | None = None
    place: str | None = None
    plain_end: int | None = None

    @property
    def phrase_end(self) -> int:
        """The end of the office as a description, before «in» or «at»."""
        return self.short_end or self.end


@dataclass(frozen=True, slots=True)
class EntitySpan:
    """A named mention at the folded offsets `start:end`, found by `rule`.

    `name_en` is an English name composed by the rule, `office` the title next to a person's name.
    `key` is the folded name that all mentions of one entity share, where it differs from the span;
    `reason` says why the mention belongs to that entity.
    """

    start: int
    end: int
    type: EntityType
    rule: str
    listed: ListedName | None = None
    name_en: str | None = None
    office: OfficeSpan | None = None
    country: str | None = None
    key: str | None = None
    reason: str = "name"


def without_overlaps(spans: Iterable[EntitySpan]) -> list[EntitySpan]:
    """Spans in text order; of overlapping ones the longest, then a listed, titled, earlier one."""
    accepted: list[EntitySpan] = []
    covered: set[int] = set()
    for span in sorted(spans, key=_rank):
        offsets = range(span.start, span.end)
        if covered.isdisjoint(offsets):
            covered.update(offsets)
            accepted.append(span)
    return sorted(accepted, key=lambda span: span.start)


def _rank(span: EntitySpan) -> tuple[int, bool, bool, int]:
    return span.start - span.end, span.listed is None, span.office is None, span.start
