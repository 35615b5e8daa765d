"""Word lists of speakers as look-ups over folded words: nouns, nationalities, offices, capitals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from alaqat.arabic.clitics import DEFINITE_ARTICLE, has_conjunction, has_definite_article
from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table
from alaqat.lexicon.match import Matcher
from alaqat.quotes.quote_lexicon import forms_of, has_suffix, is_preposition

# Kinds of titles.csv that are offices.
_OFFICES = frozenset({"office", "military"})
_SHORTEST_CONJOINED = 4  # letters of a noun with a conjunction or preposition before it


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that heads a description of a speaker; `english` is empty where it names no one."""

    lemma: str
    kind: str
    english: str


@dataclass(frozen=True, slots=True)
class State:
    """A state met through its adjective or its capital."""

    iso3: str
    english: str
    arabic: str


def speaker_noun(word: str) -> Noun | None:
    """The speaker noun a folded word is, if it is one; a conjunction before it is allowed."""
    noun = _nouns().get(word)
    if noun is None and len(word) >= _SHORTEST_CONJOINED and has_conjunction(word):
        return _nouns().get(word[1:])
    return noun


def noun_kind(word: str) -> str | None:
    """The kind (`kind` in speaker_nouns.csv) of a folded speaker noun; None for other words."""
    noun = speaker_noun(word)
    return noun.kind if noun is not None else None


def is_preposed_noun(word: str) -> bool:
    """True for a speaker noun with a preposition attached to it: it is no speaker.

    A possessive pronoun may end it.
    """
    if len(word) < _SHORTEST_CONJOINED or not is_preposition(word[0]) or word in _nouns():
        return False
    bare = word[1:]
    owner = next(filter(bare.endswith, forms_of("owner")), "")
    return bare in _nouns() or bare.removesuffix(owner) in _nouns()


@cache
def _nouns() -> dict[str, Noun]:
    """The nouns of speaker_nouns.csv by folded form, and the definite offices of titles.csv."""
    nouns: dict[str, Noun] = {}
    for row in table("speaker_nouns", ("noun", "kind", "english", "forms")):
        noun = Noun(row["noun"], row["kind"], row["english"])
        for form in map(folded, forms(row)):
            nouns.setdefault(form, noun)
    for form, noun in [(form, noun) for form, noun in nouns.items() if noun.kind == "person"]:
        for shape in _with_article(form):
            nouns.setdefault(shape, noun)
        for shape in _plurals(form):
            nouns.setdefault(shape, Noun(shape, "group", f"{noun.english}s"))
    for title, english in _office_titles():
        if has_definite_article(folded(title)):
            nouns.setdefault(folded(title), Noun(title, "person", english.lower()))
    return nouns


def _with_article(form: str) -> Iterator[str]:
    """The definite form of an indefinite noun."""
    if not has_definite_article(form):
        yield DEFINITE_ARTICLE + form


def _plurals(form: str) -> Iterator[str]:
    """The sound plurals and duals of a noun of a man, with and without the article."""
    if has_suffix("noun", form):
        return
    for ending in forms_of("plural noun"):
        yield form + ending
        yield from _with_article(form + ending)


def is_honorific(word: str) -> bool:
    """True for a folded title of courtesy that only a name makes a person («Mr»)."""
    return word in _honorifics()


@cache
def _honorifics() -> frozenset[str]:
    """The folded honorific titles of titles.csv."""
    rows = table("titles", ("form", "kind"))
    return frozenset(folded(row["form"]) for row in rows if row["kind"] == "honorific")


def bearers_titles(pronoun: str) -> frozenset[str]:
    """The words of titles that an honorific pronoun stands for; none for other folded words."""
    return _honorific_pronouns().get(pronoun, frozenset())


@cache
def _honorific_pronouns() -> dict[str, frozenset[str]]:
    """The folded words of titles by honorific pronoun."""
    return {
        folded(row["form"]): frozenset(map(folded, forms(row, "titles")))
        for row in table("honorific_pronouns", ("form", "titles"))
    }


def _office_titles() -> list[tuple[str, str]]:
    """Arabic and English of the offices in titles.csv."""
    return [
        (row["form"], row["role_en"])
        for row in table("titles", ("form", "role_en", "kind"))
        if row["kind"] in _OFFICES and row["role_en"]
    ]


def demonym(word: str) -> State | None:
    """The state of a folded nationality adjective; `english` is the adjective («Turkish»)."""
    return _demonyms().get(word)


@cache
def _demonyms() -> dict[str, State]:
    """States by the folded forms of their adjectives."""
    states: dict[str, State] = {}
    names = {row["iso3"]: row["name_ar"] for row in table("countries", ("iso3", "name_ar"))}
    for row in table("demonyms", ("iso3", "adjective_en", "forms")):
        state = State(row["iso3"], row["adjective_en"], names.get(row["iso3"], ""))
        for form in map(folded, forms(row)):
            states.setdefault(form, state)
    return states


def adjective_of(english: str) -> str | None:
    """The English adjective of a state by its name («Turkish»); None for no state's name."""
    return _adjectives().get(english)


@cache
def _adjectives() -> dict[str, str]:
    """English adjectives by the English names of states."""
    adjectives = {state.iso3: state.english for state in reversed(_demonyms().values())}
    return {name: adjectives[iso3] for iso3, name in _state_names().items() if iso3 in adjectives}


def state_name(iso3: str) -> str | None:
    """The English name of a state by its ISO alpha-3 code."""
    return _state_names().get(iso3)


def state_code(english: str) -> str | None:
    """The ISO alpha-3 code of a state by its English name."""
    return next((iso3 for iso3, name in _state_names().items() if name == english), None)


@cache
def _state_names() -> dict[str, str]:
    """English names of states by ISO alpha-3 code."""
    return {row["iso3"]: row["name_en"] for row in table("countries", ("iso3", "name_en"))}


def attributive(english: str) -> str:
    """An adjective as English news puts it before a noun («US» for «American»)."""
    return _attributives().get(english, english)


@cache
def _attributives() -> dict[str, str]:
    """What English news writes for an adjective."""
    return {
        row["noun"]: row["english"]
        for row in table("speaker_nouns")
        if row["kind"] == "attributive"
    }


def field_of(text: str) -> str | None:
    """The field of government a folded description names («Defence»)."""
    return next((hit.entry for hit in _fields().find(text)), None)


@cache
def _fields() -> Matcher[str]:
    """English names of the fields in portfolios.csv by their Arabic forms."""
    rows = table("portfolios", ("form", "name_en", "possessed"))
    return Matcher(
        [
            (form, row["name_en"])
            for row in rows
            for form in (row["form"], *forms(row, "possessed"))
        ],
        clitics=False,
    )


def office_of(text: str) -> str | None:
    """The office a folded role or description begins with, in English («Prime Minister»)."""
    return next((hit.entry for hit in _offices().find(text) if hit.start == 0), None)


@cache
def _offices() -> Matcher[str]:
    """English names of offices by their titles, with and without the article."""
    return Matcher(
        (article + title, english)
        for title, english in _office_titles()
        for article in ("", DEFINITE_ARTICLE)
    )


def is_relation(role: str) -> bool:
    """True for a folded role that makes a person a counterpart, successor or relative only."""
    return role.split(" ", 1)[0] in _relations()


@cache
def _relations() -> frozenset[str]:
    """The folded titles that are relations."""
    rows = table("titles", ("form", "kind"))
    return frozenset(folded(row["form"]) for row in rows if row["kind"] == "relation")


def capital(english: str) -> State | None:
    """The state that news text calls by its capital, by the capital's English name."""
    return _capitals().get(english)


@cache
def _capitals() -> dict[str, State]:
    """States by the English names of the capitals that news text uses for them."""
    states = {
        row["iso3"]: State(row["iso3"], row["name_en"], row["name_ar"])
        for row in table("countries", ("iso3", "name_en", "name_ar"))
    }
    return {
        row["name_en"]: states[row["iso3"]]
        for row in table("capitals", ("iso3", "name_en", "metonym"))
        if row["metonym"] == "yes" and row["iso3"] in states
    }
