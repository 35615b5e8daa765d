"""The word lists of names, peoples, titles and heads, compiled once to one matcher."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from alaqat.arabic.clitics import with_conjunctions
from alaqat.arabic.fold import folded
from alaqat.entities.spans import ListedName
from alaqat.lexicon.load import Row, forms, table
from alaqat.lexicon.match import Matcher
from alaqat.model.records import EntityType


@dataclass(frozen=True, slots=True)
class Demonym:
    """A nationality adjective: the state, its English adjective, and the gender of the form."""

    country: str
    adjective: str
    feminine: bool


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """A title or office.

    `takes` says what may follow it: "yes" a portfolio, "org" a body or place, "" neither.
    `nominal`: it can stand for its holder without a name.
    """

    role_en: str
    kind: str
    takes: str
    nominal: bool


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A field of government; `possessed` if written with a possessive («دفاعه»)."""

    name_en: str
    possessed: bool


@dataclass(frozen=True, slots=True)
class BodyHead:
    """The first word of a body's name; `kind` is how the name continues.

    The English name is made by the pattern.
    """

    kind: str
    name_en: str


@dataclass(frozen=True, slots=True)
class BlockedPhrase:
    """A phrase that has a name's letters but is not a name."""


Entry = ListedName | Demonym | TitleEntry | Portfolio | BodyHead | BlockedPhrase
FEMININE = folded("\u0629")
LAST_YEAR = 9999  # of an office that its holder still has


def slug(name: str) -> str:
    """ASCII identifier of an English name: "São Tomé" → "sao-tome"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@cache
def matcher() -> Matcher[Entry]:
    """Every entry of the word lists, in one automaton."""
    return Matcher(
        [*_names(), *_demonyms(), *_titles(), *_portfolios(), *_body_heads(), *_blocked_phrases()]
    )


@cache
def known_names() -> tuple[tuple[str, ListedName], ...]:
    """Spelling and row of every listed state, place, body and person."""
    return tuple(_names())


@cache
def demonym_en() -> dict[str, str]:
    """English adjective of nationality by ISO alpha-3 code."""
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
    """Folded common words of the news that are never names."""
    return frozenset(row["form"] for row in table("common_words", ("form",)))


@cache
def endings(role: str) -> tuple[str, ...]:
    """Endings of one role of `name_words.csv`, as written."""
    return tuple(form for row in table("name_words") if row["role"] == role for form in forms(row))


@cache
def complementizers() -> frozenset[str]:
    """Folded complementizers («أن»): reported speech begins after them."""
    return frozenset(
        folded(form)
        for row in table("quote_words")
        if row["role"] in ("an", "bi")
        for form in forms(row)
    )


@cache
def speech_verbs() -> frozenset[str]:
    """Folded finite verbs of speech, with and without «و» and «ف»."""
    return _verbs(frozenset(row["class"] for row in table("cues")))


@cache
def utterance_verbs() -> frozenset[str]:
    """Folded finite verbs that report words («قال», «أكد»), with and without «و» and «ف»."""
    return _verbs(frozenset(("utter", "say", "continue")))


def _verbs(classes: frozenset[str]) -> frozenset[str]:
    rows = [row for row in table("cues") if row["kind"] == "verb" and row["class"] in classes]
    return frozenset(
        form for row in rows for verb in forms(row) for form in with_conjunctions(folded(verb))
    )


def _names() -> Iterator[tuple[str, ListedName]]:
    for name, to_listed_name in (
        ("countries", _state),
        ("capitals", _capital),
        ("regions", _place),
        ("places", _city),
        ("bodies", _body),
        ("people", _person),
    ):
        for row in table(name):
            listed = to_listed_name(row)
            for form in forms(row):
                yield form, listed


def _state(row: Row) -> ListedName:
    return ListedName(
        f"loc:{row['iso3']}",
        "LOC",
        row["name_en"],
        row["name_ar"],
        "state",
        row["iso3"],
        row["wikidata"] or None,
        needs_context=bool(row["needs"]),
    )


def _capital(row: Row) -> ListedName:
    return _located(row, "capital", row["iso3"])


def _place(row: Row) -> ListedName:
    return _located(row, "place", row["country"] or None)


def _city(row: Row) -> ListedName:
    return _located(row, "city", row["country"] or None)


def _located(row: Row, kind: str, country: str | None) -> ListedName:
    return ListedName(
        f"loc:{slug(row['name_en'])}",
        "LOC",
        row["name_en"],
        row["name_ar"],
        kind,
        country,
        row.get("wikidata") or None,
        needs_context=bool(row.get("needs")),
    )


def _body(row: Row) -> ListedName:
    return _simple(row, "ORG", "org")


def _person(row: Row) -> ListedName:
    first, last = row["role_from"], row["role_to"]
    return replace(
        _simple(row, "PER", "per"),
        kind="person",
        role=row["role_en"] or None,
        years=(int(first), int(last or LAST_YEAR)) if first else None,
    )


def _simple(row: Row, kind: EntityType, prefix: str) -> ListedName:
    return ListedName(
        f"{prefix}:{slug(row['name_en'])}",
        kind,
        row["name_en"],
        row["name_ar"],
        "body",
        row["country"] or None,
        row["wikidata"] or None,
    )


def _demonyms() -> Iterator[tuple[str, Entry]]:
    for row in table("demonyms"):
        for form in forms(row):
            yield (
                form,
                Demonym(row["iso3"], row["adjective_en"], form.split()[0].endswith(FEMININE)),
            )


def _titles() -> Iterator[tuple[str, Entry]]:
    for row in table("titles", ("form", "role_en", "kind", "portfolio", "nominal")):
        yield (
            row["form"],
            TitleEntry(row["role_en"], row["kind"], row["portfolio"], row["nominal"] == "yes"),
        )


def _portfolios() -> Iterator[tuple[str, Entry]]:
    for row in table("portfolios", ("form", "name_en", "possessed")):
        yield row["form"], Portfolio(row["name_en"], possessed=False)
        for form in forms(row, "possessed"):
            yield form, Portfolio(row["name_en"], possessed=True)


def _body_heads() -> Iterator[tuple[str, Entry]]:
    for row in table("org_heads", ("form", "kind", "name_en")):
        yield row["form"], BodyHead(row["kind"], row["name_en"])


def _blocked_phrases() -> Iterator[tuple[str, Entry]]:
    for phrase in words("not_name"):
        yield phrase, BlockedPhrase()
