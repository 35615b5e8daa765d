"""Inflected forms of the trigger words, made from their lemmas, and their matcher."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, product
from typing import Literal, NamedTuple

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.lexicon.load import Row, forms, table
from alaqat.lexicon.match import Hit, Matcher

Part = Literal["past", "present", "noun", "set", "participle", "cue"]
_NOTHING = "-"


class Form(NamedTuple):
    """The reading of a matched word: a form of a lemma (`name`), or a cue of a class (`name`)."""

    name: str
    part: Part


@cache
def _affixes() -> dict[str, tuple[str, ...]]:
    """The affixes of each kind, folded; the empty one too."""
    return {
        row["kind"]: tuple(_ending(form) for form in forms(row))
        for row in table("event_affixes", ("kind", "forms"))
    }


def _ending(form: str) -> str:
    return "" if form == _NOTHING else folded(form)


def has_object_pronoun(surface: str) -> bool:
    """True if a verb ends in an object pronoun: "accused them"."""
    return surface.endswith(_affixes()["pronoun"])


def has_feminine_mark(surface: str) -> bool:
    """True if a past ends in the mark of a feminine subject, or in letters that may be one."""
    (mark,) = _affixes()["feminine"]
    return surface.endswith(tuple(mark + ending for ending in _affixes()["after-feminine"]))


@cache
def matcher() -> Matcher[Form]:
    """Every trigger form and every cue, in one automaton."""
    return Matcher(_entries())


def scan(text: str) -> list[Hit[Form]]:
    """Trigger words and cues of `text` (folded), in text order, one hit per reading."""
    return matcher().find(text)


def topics(text: str) -> list[Hit[str]]:
    """The topic words of `text` (folded) with their PLOVER contexts, in text order."""
    return _topics().find(text)


@cache
def _topics() -> Matcher[str]:
    rows = table("plover_contexts", ("context", "forms"))
    return Matcher((form, row["context"]) for row in rows for form in forms(row))


def _entries() -> Iterator[tuple[str, Form]]:
    """Every form of a lemma and every cue, as spelled."""
    for row in table("event_lemmas", ("lemma", *(column for column, _, _ in _INFLECTIONS))):
        yield from _lemma(row)
    for row in table("event_cues", ("class", "forms")):
        for form in forms(row):
            yield form, Form(row["class"], "cue")


def _lemma(row: Row) -> Iterator[tuple[str, Form]]:
    """The forms of one row of event_lemmas.csv, with their part of speech."""
    name = folded(row["lemma"])
    for column, part, surfaces in _INFLECTIONS:
        yield from ((surface, Form(name, part)) for surface in surfaces(forms(row, column)))


def _past(stems: Sequence[str]) -> Iterator[str]:
    """Third-person perfects: a stem without its own feminine takes every ending, a plural none."""
    (mark,), (plural,) = _affixes()["feminine"], _affixes()["plural"]
    bare = [folded(stem) for stem in stems]
    for stem in bare:
        yield stem
        if stem.endswith(plural):
            continue
        if stem.endswith(mark):
            yield from (stem + ending for ending in _affixes()["after-feminine"])
        else:
            yield from (stem + ending for ending in _affixes()["past"])
            yield from (stem + mark + ending for ending in _affixes()["after-feminine"])


def _present(stems: Sequence[str]) -> Iterator[str]:
    """Third-person imperfects: every prefix with every ending, of stems in the masculine."""
    affixes = _affixes()
    first = affixes["person"][0]
    bare = [folded(stem) for stem in stems]
    roots = [stem.removeprefix(first) for stem in bare if stem.startswith(first)]
    for root, person in product(roots, affixes["person"]):
        yield from (person + root + ending for ending in affixes["present"])


def _noun(stems: Sequence[str]) -> Iterator[str]:
    """Nouns with every ending, without and with the definite article."""
    for surface in chain.from_iterable(_endings(folded(stem)) for stem in stems):
        yield surface
        yield DEFINITE_ARTICLE + surface


def _endings(stem: str) -> Iterator[str]:
    """A noun with every ending; a feminine mark is written open before one."""
    (tied,), (opened,) = _affixes()["tied"], _affixes()["open"]
    if not stem.endswith(tied):
        yield from (stem + ending for ending in _affixes()["noun"])
        return
    yield stem
    yield from (stem.removesuffix(tied) + opened + ending for ending in _affixes()["marked"])


# The columns of event_lemmas.csv, the part of speech of each, and how its forms are made of the
# stems in it.
_INFLECTIONS: tuple[tuple[str, Part, Callable[[Sequence[str]], Iterable[str]]], ...] = (
    ("past", "past", _past),
    ("present", "present", _present),
    ("noun", "noun", _noun),
    ("other", "set", list),
    ("participle", "participle", list),
)
