"""The word lists of names, peoples, titles and heads, compiled once to one matcher."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from alaqat.arabic.fold import folded
from alaqat.entities.spans import Known
from alaqat.lexicon.load import Row, forms, table
from alaqat.lexicon.match import Matcher
from alaqat.model.records import EntityType


@dataclass(frozen=True, slots=True)
class People:
    """A nationality adjective: the state, its English adjective, and whether the form is feminine."""

    country: str
    adjective: str
    feminine: bool


@dataclass(frozen=True, slots=True)
class Title:
    """A title or office; `takes` says what may follow it ("yes": a field of government, "org": a body or place)."""

    role_en: str
    kind: str
    takes: str
    nominal: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of government; `own` when written with a possessive («دفاعه»)."""

    name_en: str
    own: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The first word of a body's name, how the name goes on (`kind`), and the pattern of the English name."""

    kind: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """A phrase that holds a name's letters and is no name."""


Entry = Known | People | Title | Field | Head | Blocked
FEMININE = folded("\u0629")


def slug(name: str) -> str:
    """ASCII identifier of an English name: "São Tomé" → "sao-tome"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@cache
def matcher() -> Matcher[Entry]:
    """Every entry of the word lists, in one automaton."""
    return Matcher([*_names(), *_peoples(), *_titles(), *_fields(), *_heads(), *_blocked()])


@cache
def known_names() -> tuple[tuple[str, Known], ...]:
    """(spelling, row) of every listed state, place, body and person."""
    return tuple(_names())


@cache
def demonym_en() -> dict[str, str]:
    """English adjective by ISO alpha-3."""
    return {
        row["iso3"]: row["adjective_en"]
        for row in table("demonyms", ("iso3", "adjective_en", "forms"))
    }


@cache
def words(role: str) -> frozenset[str]:
    """Folded words of one role of `name_words.csv`."""
    return frozenset(
        folded(form) for row in table("name_words") if row["role"] == role for form in forms(row)
    )


@cache
def common_words() -> frozenset[str]:
    """Folded common words of the news, names never."""
    return frozenset(row["form"] for row in table("common_words", ("form",)))


@cache
def endings(role: str) -> tuple[str, ...]:
    """Endings of one role of `name_words.csv`, as written."""
    return tuple(form for row in table("name_words") if row["role"] == role for form in forms(row))


def _names() -> Iterator[tuple[str, Known]]:
    for name, make in (
        ("countries", _state),
        ("capitals", _capital),
        ("regions", _place),
        ("places", _city),
        ("bodies", _body),
        ("people", _person),
    ):
        for row in table(name):
            known = make(row)
            for form in forms(row):
                yield form, known


def _state(row: Row) -> Known:
    return Known(
        f"loc:{row['iso3']}",
        "LOC",
        row["name_en"],
        row["name_ar"],
        "state",
        row["iso3"],
        row["wikidata"] or None,
        context=bool(row["needs"]),
    )


def _capital(row: Row) -> Known:
    return _located(row, "capital", row["iso3"])


def _place(row: Row) -> Known:
    return _located(row, "place", row["country"] or None)


def _city(row: Row) -> Known:
    return _located(row, "city", row["country"] or None)


def _located(row: Row, kind: str, country: str | None) -> Known:
    return Known(
        f"loc:{slug(row['name_en'])}",
        "LOC",
        row["name_en"],
        row["name_ar"],
        kind,
        country,
        row.get("wikidata") or None,
        context=bool(row.get("needs")),
    )


def _body(row: Row) -> Known:
    return _simple(row, "ORG", "org")


def _person(row: Row) -> Known:
    known = _simple(row, "PER", "per")
    first, last = row["role_from"], row["role_to"]
    years = (int(first), int(last or 9999)) if first else None
    return Known(
        known.id,
        "PER",
        known.name_en,
        known.name_ar,
        "person",
        known.country,
        known.wikidata,
        row["role_en"] or None,
        years,
    )


def _simple(row: Row, kind: EntityType, prefix: str) -> Known:
    return Known(
        f"{prefix}:{slug(row['name_en'])}",
        kind,
        row["name_en"],
        row["name_ar"],
        "body",
        row["country"] or None,
        row["wikidata"] or None,
    )


def _peoples() -> Iterator[tuple[str, Entry]]:
    for row in table("demonyms"):
        for form in forms(row):
            yield form, People(row["iso3"], row["adjective_en"], form.split()[0].endswith(FEMININE))


def _titles() -> Iterator[tuple[str, Entry]]:
    for row in table("titles", ("form", "role_en", "kind", "portfolio", "nominal")):
        yield (
            row["form"],
            Title(row["role_en"], row["kind"], row["portfolio"], row["nominal"] == "yes"),
        )


def _fields() -> Iterator[tuple[str, Entry]]:
    for row in table("portfolios", ("form", "name_en", "possessed")):
        yield row["form"], Field(row["name_en"], own=False)
        for form in forms(row, "possessed"):
            yield form, Field(row["name_en"], own=True)


def _heads() -> Iterator[tuple[str, Entry]]:
    for row in table("org_heads", ("form", "kind", "name_en")):
        yield row["form"], Head(row["kind"], row["name_en"])


def _blocked() -> Iterator[tuple[str, Entry]]:
    for phrase in words("not_name"):
        yield phrase, Blocked()
