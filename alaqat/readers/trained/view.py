"""What the trained reader sees of an article: plain spans, whatever the records they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with an interval of days."""

    start: int
    end: int
    first: date
    last: date
    granularity: str


@dataclass(frozen=True, slots=True)
class PartyMention:
    """One place where a party stands: its name, an adjective, a person or a place that acts for
    it."""

    start: int
    end: int
    name: str
    name_ar: str
    country: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class RuleHit:
    """An event that the rules found: its trigger's span, category (None: outside them), days,
    sides."""

    start: int
    end: int
    plover: str | None
    first: date | None = None
    last: date | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """An article: its text, day of publication, and what the rules found in it; spans by offset."""

    text: str
    published: date | None
    sentences: tuple[Span, ...]
    times: tuple[Time, ...] = ()
    parties: tuple[PartyMention, ...] = ()
    hits: tuple[RuleHit, ...] = ()
    quotes: tuple[tuple[int, int, str], ...] = ()
