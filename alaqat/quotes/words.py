"""The word lists of quotation as look-ups over folded words, proclitics included where they may stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from alaqat.lexicon import Matcher, forms, table
from alaqat.text import folded

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


@cache
def _clitics(kind: str | None) -> tuple[str, ...]:
    return tuple(row["surface"] for row in table("clitics") if kind in (None, row["kind"]))


@cache
def clitic_is(clitic: str, *kinds: str) -> bool:
    """Whether a clitic (or none) is of one of the kinds of `clitics.csv`."""
    return not clitic or any(row["surface"] == clitic and row["kind"] in kinds for row in table("clitics"))


@cache
def conjoined(clitic: str) -> bool:
    """Whether a clitic begins with a conjunction."""
    return clitic[:1] in _clitics("conjunction")


@cache
def _parts() -> dict[str, frozenset[str]]:
    parts: dict[str, set[str]] = {}
    for row in table("quote_words", ("role", "forms")):
        lead: tuple[str, ...] = ()
        if row["role"] in _CLITIC_PARTS:
            lead = _clitics(None)
        elif row["role"] in _CONJOINED_PARTS:
            lead = _clitics("conjunction")
        for form in map(folded, forms(row)):
            for shape in (form, *(clitic + form for clitic in lead), *_swallowed(form)):
                parts.setdefault(shape, set()).add(row["role"])
    return {word: frozenset(roles) for word, roles in parts.items()}


def _swallowed(form: str) -> list[str]:
    return [
        row["swallowed"] + form[len(row["article"]) :] for row in table("swallowed") if form.startswith(row["article"])
    ]


_NONE: frozenset[str] = frozenset()


def parts(word: str) -> frozenset[str]:
    """The parts (`role` of quote_words.csv) a folded word can play."""
    return _parts().get(word, _NONE)


def letter(part: str, word: str) -> bool:
    """Whether a folded word begins or ends with a letter of a part (the feminine mark of a verb)."""
    marks = _letters(part)
    return word.endswith(marks) or word.startswith(marks)


def ending(part: str, word: str) -> bool:
    """Whether a folded word ends with a suffix of a part (the object pronoun of a verb)."""
    return word.endswith(_letters(part))


@cache
def _letters(part: str) -> tuple[str, ...]:
    return tuple(folded(form) for row in table("quote_words") if row["role"] == part for form in forms(row))


@cache
def _articles() -> tuple[str, ...]:
    return tuple(row["article"] for row in table("swallowed"))


def definite(word: str) -> bool:
    """Whether a folded word bears the article."""
    return len(word) > 4 and word.startswith(_articles())


@cache
def _nouns() -> dict[str, Noun]:
    nouns: dict[str, Noun] = {}
    for row in table("speaker_nouns", ("noun", "kind", "english", "forms")):
        noun = Noun(row["noun"], row["kind"], row["english"])
        for form in map(folded, forms(row)):
            nouns.setdefault(form, noun)
    return nouns


def noun(word: str) -> Noun | None:
    """The speaker noun a folded word is, if it is one; a conjunction before it is allowed."""
    nouns = _nouns()
    found = nouns.get(word)
    if found is None and len(word) > 3 and word[0] in _clitics("conjunction"):
        found = nouns.get(word[1:])
    return found


def preposed_noun(word: str) -> bool:
    """Whether a folded word is a speaker noun with a preposition glued to it: the one spoken to or of."""
    return len(word) > 3 and word[0] in _clitics("preposition") and word not in _nouns() and word[1:] in _nouns()


@cache
def _demonyms() -> dict[str, State]:
    found: dict[str, State] = {}
    names = {row["iso3"]: row["name_ar"] for row in table("countries", ("iso3", "name_ar"))}
    for row in table("demonyms", ("iso3", "adjective_en", "forms")):
        for form in map(folded, forms(row)):
            found.setdefault(form, State(row["iso3"], row["adjective_en"], names.get(row["iso3"], "")))
    return found


def demonym(word: str) -> State | None:
    """The state a folded nationality adjective speaks of; `english` is the adjective («Turkish»)."""
    return _demonyms().get(word)


@cache
def _capitals() -> dict[str, State]:
    states = {
        row["iso3"]: (row["name_en"], row["name_ar"]) for row in table("countries", ("iso3", "name_en", "name_ar"))
    }
    rows = [row for row in table("capitals", ("iso3", "name_en", "metonym")) if row["metonym"] == "yes"]
    return {row["name_en"]: State(row["iso3"], *states[row["iso3"]]) for row in rows if row["iso3"] in states}


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
