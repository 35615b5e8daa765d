"""Word lists of quotation as look-ups over folded words: roles of words, affixes, cues.

Proclitics are part of a word where they may be written before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from alaqat.arabic.clitics import (
    CONJUNCTIONS,
    PROCLITICS,
    CliticKind,
    clitic_kind,
    has_definite_article,
    has_swallowed_article,
    with_article_swallowed,
)
from alaqat.arabic.fold import folded
from alaqat.lexicon.distances import distance
from alaqat.lexicon.load import forms, table
from alaqat.lexicon.match import Matcher

Gender = Literal["feminine", "masculine"]

NO_ROLES: frozenset[str] = frozenset()
# The role of the preposition before the source, by the class of a verb that quotes another.
SOURCE_ROLES: Mapping[str, str] = {"relay": "about", "ascribe": "ila"}
# Words of these roles are also met with a conjunction or preposition attached to them.
_WITH_CLITICS = frozenset({"naming", "possessive"})
_WITH_CONJUNCTIONS = frozenset({"breaker", "soft", "adverb", "cut", "lead"})
_SHORTEST_PARTICIPLE = 6  # letters of «مبتسما»
_ACTIVE = 5  # letters of «جازما», whose second is an alef
_VERBAL_NOUN = 5  # letters of the verbal noun «تفعيل», whose fourth is «ي»
_SHORTEST_DEFINITE = 5  # letters: two are the article, shorter words begin so by chance


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A row of cues.csv: lemma, kind, class, and the complements its unmarked clause takes."""

    lemma: str
    kind: str
    group: str
    takes: frozenset[str]


def is_clitic_of(clitic: str, *kinds: CliticKind) -> bool:
    """True for an empty clitic and for one of the kinds."""
    return not clitic or clitic_kind(clitic) in kinds


def is_clitic(word: str) -> bool:
    """True for a folded token that is a proclitic alone («بـ» before marks)."""
    return word in PROCLITICS


def is_preposition(letter: str) -> bool:
    """True for a letter that is a preposition when written before a word."""
    return clitic_kind(letter) == "preposition"


def is_addressee(word: str) -> bool:
    """True for a folded word with «ل» and the article without its alef («to the voters»)."""
    return len(word) >= _SHORTEST_DEFINITE and has_swallowed_article(word)


def is_definite(word: str) -> bool:
    """True for a folded word that has the article."""
    return len(word) >= _SHORTEST_DEFINITE and has_definite_article(word)


def word_roles(word: str) -> frozenset[str]:
    """The roles (`role` of quote_words.csv) a folded word can play."""
    return _roles_by_word().get(word, NO_ROLES)


@cache
def _roles_by_word() -> dict[str, frozenset[str]]:
    """The roles of every folded word, in every shape it is written."""
    roles: dict[str, set[str]] = {}
    for row in table("quote_words", ("role", "forms")):
        for shape in _shapes(row):
            roles.setdefault(shape, set()).add(row["role"])
    return {word: frozenset(names) for word, names in roles.items()}


def _shapes(row: Mapping[str, str]) -> Iterator[str]:
    """The folded forms of a row, with the clitics that its role takes and after «ل»."""
    clitics = _clitics(row["role"])
    for form in map(folded, forms(row)):
        yield form
        yield from (clitic + form for clitic in clitics)
        swallowed = with_article_swallowed(form)
        if swallowed is not None:
            yield swallowed


def _clitics(role: str) -> Iterable[str]:
    """The clitics that words of a role are met with."""
    if role in _WITH_CLITICS:
        return PROCLITICS
    return CONJUNCTIONS if role in _WITH_CONJUNCTIONS else ()


@cache
def forms_of(role: str) -> tuple[str, ...]:
    """Every folded form of a role: words, phrases, or letters that begin or end a word."""
    return tuple(
        folded(form) for row in table("quote_words") if row["role"] == role for form in forms(row)
    )


@cache
def spelled_forms(role: str) -> frozenset[str]:
    """Every form of a role as it is written, not folded."""
    return frozenset(
        form for row in table("quote_words") if row["role"] == role for form in forms(row)
    )


def has_affix(role: str, word: str) -> bool:
    """True if a folded word begins or ends with a form of a role (the feminine mark of a verb)."""
    return word.endswith(forms_of(role)) or word.startswith(forms_of(role))


def has_suffix(role: str, word: str) -> bool:
    """True if a folded word ends with a form of a role (the object pronoun of a verb)."""
    return word.endswith(forms_of(role))


def is_common_word(word: str) -> bool:
    """True for a folded word that is frequent in news and no name by itself."""
    return word in _common_words()


@cache
def _common_words() -> frozenset[str]:
    """The words of common_words.csv."""
    return frozenset(row["form"] for row in table("common_words", ("form",)))


def is_part_of_names(word: str) -> bool:
    """True for a folded word that is part of the names of many persons."""
    return word in _name_parts()


@cache
def _name_parts() -> frozenset[str]:
    """The words of name_parts.csv, those of rare bearers left out."""
    rows = table("name_parts", ("form", "count"))
    least = distance("quote-name-bearers")
    return frozenset(
        row["form"] for row in rows if int(row["count"]) >= least or row["count"] == "0"
    )


def is_adjective(word: str) -> bool:
    """True for an accusative that is a participle, or a frequent word with the ending.

    Participles begin with «م», or have the pattern of «جازما» and are no part of names.
    """
    if not has_suffix("accusative", word):
        return False
    if len(word) == _ACTIVE and has_suffix("accusative", word[: _ACTIVE - 3]):
        return not is_part_of_names(word)
    is_participle = len(word) >= _SHORTEST_PARTICIPLE and word.startswith(forms_of("participle"))
    return is_participle or (len(word) >= _SHORTEST_DEFINITE and is_common_word(word[:-1]))


def is_present_verb(word: str) -> bool:
    """True if a folded word reads like a verb in the present, by its first letter and its ending.

    Nouns of the pattern «تفعيل» and nouns with a noun's ending are none.
    """
    if not word.startswith(forms_of("present")) or has_suffix("noun", word):
        return False
    return not (len(word) == _VERBAL_NOUN and word[_VERBAL_NOUN - 2] in forms_of("verbal noun"))


def gender_of(noun: str) -> Gender:
    """The gender of a folded noun of an office by its ending («وزيرة» is feminine)."""
    return "feminine" if has_suffix("woman", noun) else "masculine"


def is_verb_with_object(word: str) -> bool:
    """True for a folded reporting verb with a pronoun for what it reports («announced it»)."""
    endings = filter(word.endswith, forms_of("object"))
    return any(word.removesuffix(ending) in _verbs() for ending in endings)


@cache
def _verbs() -> frozenset[str]:
    """The folded forms of the verbs of cues.csv."""
    verbs: set[str] = set()
    for row in table("cues", ("kind", "forms")):
        if row["kind"] == "verb":
            verbs.update(map(folded, forms(row)))
    return frozenset(verbs)


@cache
def cue_matcher() -> Matcher[CueEntry]:
    """Every inflected form of `data/lexicon/cues.csv`."""
    entries: list[tuple[str, CueEntry]] = []
    for row in table("cues", ("lemma", "kind", "class", "takes", "forms")):
        entry = CueEntry(row["lemma"], row["kind"], row["class"], frozenset(forms(row, "takes")))
        entries.extend((form, entry) for form in forms(row))
    return Matcher(entries)
