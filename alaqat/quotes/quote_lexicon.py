"""The word lists of quotation as look-ups over folded words, proclitics included where they may stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from alaqat.arabic.clitics import (
    CONJUNCTIONS,
    DEFINITE_ARTICLE,
    PROCLITICS,
    CliticKind,
    clitic_kind,
    has_conjunction,
    has_definite_article,
    has_swallowed_article,
    with_article_swallowed,
)
from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table
from alaqat.lexicon.match import Matcher

# Words of these parts are also met with a conjunction or preposition glued to them.
_CLITIC_PARTS = frozenset({"naming", "possessive"})
_CONJOINED_PARTS = frozenset({"breaker", "soft", "adverb", "cut", "lead"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that heads a description of a speaker; `english` is empty where it names nobody."""

    lemma: str
    kind: str
    english: str


@dataclass(frozen=True, slots=True)
class State:
    """A state met through its adjective or its capital."""

    iso3: str
    english: str
    arabic: str


def clitic_is(clitic: str, *kinds: CliticKind) -> bool:
    """Whether a clitic (or none) is of one of the kinds."""
    return not clitic or clitic_kind(clitic) in kinds


def clitic(word: str) -> bool:
    """Whether a folded token is a proclitic alone («بـ» before marks)."""
    return word in PROCLITICS


def preposition(letter: str) -> bool:
    """Whether a letter is a preposition when written before a word."""
    return clitic_kind(letter) == "preposition"


def to_all(word: str) -> bool:
    """Whether a folded word begins with a preposition that has swallowed the article («to the voters»)."""
    return len(word) > 4 and has_swallowed_article(word)


@cache
def _parts() -> dict[str, frozenset[str]]:
    parts: dict[str, set[str]] = {}
    for row in table("quote_words", ("role", "forms")):
        lead: Iterable[str] = ()
        if row["role"] in _CLITIC_PARTS:
            lead = PROCLITICS
        elif row["role"] in _CONJOINED_PARTS:
            lead = CONJUNCTIONS
        for form in map(folded, forms(row)):
            for shape in (form, *(clitic + form for clitic in lead), with_article_swallowed(form)):
                if shape is not None:
                    parts.setdefault(shape, set()).add(row["role"])
    return {word: frozenset(roles) for word, roles in parts.items()}


_NONE: frozenset[str] = frozenset()


def parts(word: str) -> frozenset[str]:
    """The parts (`role` of quote_words.csv) a folded word can play."""
    return _parts().get(word, _NONE)


def letter(part: str, word: str) -> bool:
    """Whether a folded word begins or ends with a letter of a part (the feminine mark of a verb)."""
    marks = _letters(part)
    return word.endswith(marks) or word.startswith(marks)


def woman_of(word: str) -> bool:
    """Whether the folded noun of an office is a woman's («وزيرة»); other nouns are a man's or anyone's."""
    return ending("woman", word)


def forms_of(part: str) -> tuple[str, ...]:
    """Every folded form of a part, of one word or more."""
    return _letters(part)


def ending(part: str, word: str) -> bool:
    """Whether a folded word ends with a suffix of a part (the object pronoun of a verb)."""
    return word.endswith(_letters(part))


@cache
def _letters(part: str) -> tuple[str, ...]:
    return tuple(
        folded(form) for row in table("quote_words") if row["role"] == part for form in forms(row)
    )


def definite(word: str) -> bool:
    """Whether a folded word bears the article."""
    return len(word) > 4 and has_definite_article(word)


@cache
def _nouns() -> dict[str, Noun]:
    nouns: dict[str, Noun] = {}
    for row in table("speaker_nouns", ("noun", "kind", "english", "forms")):
        noun = Noun(row["noun"], row["kind"], row["english"])
        for form in map(folded, forms(row)):
            nouns.setdefault(form, noun)
    for row in table("titles", ("form", "role_en", "kind")):
        form = folded(row["form"])
        if row["kind"] in ("office", "military") and row["role_en"] and has_definite_article(form):
            nouns.setdefault(form, Noun(row["form"], "person", row["role_en"].lower()))
    return nouns


def noun(word: str) -> Noun | None:
    """The speaker noun a folded word is, if it is one; a conjunction before it is allowed."""
    nouns = _nouns()
    found = nouns.get(word)
    if found is None and len(word) > 3 and has_conjunction(word):
        found = nouns.get(word[1:])
    return found


def preposed_noun(word: str) -> bool:
    """Whether a folded word is a speaker noun with a preposition glued to it: the one spoken to or of."""
    if len(word) < 4 or clitic_kind(word[0]) != "preposition" or word in _nouns():
        return False
    owned = next((word[1 : -len(end)] for end in _letters("owner") if word.endswith(end)), "")
    return word[1:] in _nouns() or owned in _nouns()


@cache
def _demonyms() -> dict[str, State]:
    found: dict[str, State] = {}
    names = {row["iso3"]: row["name_ar"] for row in table("countries", ("iso3", "name_ar"))}
    for row in table("demonyms", ("iso3", "adjective_en", "forms")):
        for form in map(folded, forms(row)):
            found.setdefault(
                form, State(row["iso3"], row["adjective_en"], names.get(row["iso3"], ""))
            )
    return found


def demonym(word: str) -> State | None:
    """The state a folded nationality adjective speaks of; `english` is the adjective («Turkish»)."""
    return _demonyms().get(word)


@cache
def _adjectives() -> dict[str, str]:
    adjectives = {state.iso3: state.english for state in reversed(_demonyms().values())}
    return {
        row["name_en"]: adjectives[row["iso3"]]
        for row in table("countries")
        if row["iso3"] in adjectives
    }


def adjective(english: str) -> str | None:
    """The English adjective of a state by its name («Turkish»); None where no state is called so."""
    return _adjectives().get(english)


@cache
def _states() -> dict[str, str]:
    return {row["iso3"]: row["name_en"] for row in table("countries", ("iso3", "name_en"))}


def state_name(iso3: str) -> str | None:
    """The English name of a state by its ISO alpha-3 code."""
    return _states().get(iso3)


def state_code(english: str) -> str | None:
    """The ISO alpha-3 code of a state by its English name."""
    return next((iso3 for iso3, name in _states().items() if name == english), None)


def attributive(english: str) -> str:
    """An adjective as English news puts it before a noun («US» for «American»)."""
    return _attributives().get(english, english)


@cache
def _attributives() -> dict[str, str]:
    return {
        row["noun"]: row["english"]
        for row in table("speaker_nouns")
        if row["kind"] == "attributive"
    }


@cache
def _fields() -> Matcher[str]:
    rows = table("portfolios", ("form", "name_en", "possessed"))
    forms_of = [
        (form, row["name_en"]) for row in rows for form in (row["form"], *forms(row, "possessed"))
    ]
    return Matcher(forms_of, clitics=False)


def field_of(text: str) -> str | None:
    """The field of government a folded description names («Defence»)."""
    return next((hit.entry for hit in _fields().find(text)), None)


@cache
def _offices() -> Matcher[str]:
    rows = [
        row
        for row in table("titles", ("form", "role_en", "kind"))
        if row["kind"] in ("office", "military")
    ]
    return Matcher(
        (lead + row["form"], row["role_en"])
        for row in rows
        if row["role_en"]
        for lead in ("", DEFINITE_ARTICLE)
    )


def office_of(text: str) -> str | None:
    """The office a folded role or description begins with, in English («Prime Minister»)."""
    return next((hit.entry for hit in _offices().find(text) if hit.start == 0), None)


@cache
def _relations() -> frozenset[str]:
    return frozenset(
        folded(row["form"])
        for row in table("titles", ("form", "kind"))
        if row["kind"] == "relation"
    )


def relation(role: str) -> bool:
    """Whether a folded role only says whose counterpart, successor or relative somebody is."""
    return role.split(" ", 1)[0] in _relations()


@cache
def _capitals() -> dict[str, State]:
    states = {
        row["iso3"]: (row["name_en"], row["name_ar"])
        for row in table("countries", ("iso3", "name_en", "name_ar"))
    }
    rows = [
        row for row in table("capitals", ("iso3", "name_en", "metonym")) if row["metonym"] == "yes"
    ]
    return {
        row["name_en"]: State(row["iso3"], *states[row["iso3"]])
        for row in rows
        if row["iso3"] in states
    }


def capital(english: str) -> State | None:
    """The state whose capital stands for it, by the capital's English name."""
    return _capitals().get(english)


@dataclass(frozen=True, slots=True)
class CueEntry:
    """What a reporting cue is: its kind, its class, and the complements of an unmarked clause it takes."""

    lemma: str
    kind: str
    group: str
    takes: frozenset[str]


@cache
def cues() -> Matcher[CueEntry]:
    """Every inflected form of `data/lexicon/cues.csv`."""
    entries: list[tuple[str, CueEntry]] = []
    for row in table("cues", ("lemma", "kind", "class", "takes", "forms")):
        entry = CueEntry(row["lemma"], row["kind"], row["class"], frozenset(forms(row, "takes")))
        entries.extend((form, entry) for form in forms(row))
    return Matcher(entries)
