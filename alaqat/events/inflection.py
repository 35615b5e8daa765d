"""Inflected forms of the trigger words, made from their lemmas, and the one matcher that finds them with the cues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from alaqat.arabic.fold import folded
from alaqat.lexicon.load import Row, forms, table
from alaqat.lexicon.match import Hit, Matcher

Part = Literal["past", "present", "noun", "set", "participle", "cue"]
_NOTHING = "-"


class Form(NamedTuple):
    """What a matched word is: a form of a lemma (`name`), or a cue of a class (`name`)."""

    name: str
    part: Part


@cache
def _affixes() -> dict[str, tuple[str, ...]]:
    return {
        row["kind"]: tuple(_ending(form) for form in forms(row))
        for row in table("event_affixes", ("kind", "forms"))
    }


def _ending(form: str) -> str:
    return "" if form == _NOTHING else folded(form)


def has_object_pronoun(surface: str) -> bool:
    """Whether a verb ends in an object pronoun: "accused them"."""
    return surface.endswith(_affixes()["pronoun"])


def has_feminine_mark(surface: str) -> bool:
    """Whether a past ends in the mark of a feminine subject, or may: "accused", "accused them"."""
    (mark,) = _affixes()["feminine"]
    return surface.endswith(tuple(mark + ending for ending in _affixes()["after-feminine"]))


@cache
def matcher() -> Matcher[Form]:
    """Every trigger form and every cue, in one automaton."""
    return Matcher(_entries())


def scan(text: str) -> list[Hit[Form]]:
    """Trigger words and cues of `text` (folded), in text order; one hit for each reading of a surface."""
    return matcher().find(text)


def topics(text: str) -> list[Hit[str]]:
    """The words of `text` (folded) that show one of PLOVER's contexts, by its name, in text order."""
    return _topics().find(text)


@cache
def _topics() -> Matcher[str]:
    rows = table("plover_contexts", ("context", "forms"))
    return Matcher((form, row["context"]) for row in rows for form in forms(row))


def _entries() -> Iterator[tuple[str, Form]]:
    for row in table("event_lemmas", ("lemma", "past", "present", "noun", "other", "participle")):
        yield from _lemma(row)
    for row in table("event_cues", ("class", "forms")):
        for form in forms(row):
            yield form, Form(row["class"], "cue")


def _lemma(row: Row) -> Iterator[tuple[str, Form]]:
    name = folded(row["lemma"])
    for surface in _past(forms(row, "past")):
        yield surface, Form(name, "past")
    for stem in forms(row, "present"):
        for surface in _present(folded(stem)):
            yield surface, Form(name, "present")
    for stem in forms(row, "noun"):
        for surface in _noun(folded(stem)):
            yield surface, Form(name, "noun")
    for surface in forms(row, "other"):
        yield surface, Form(name, "set")
    for surface in forms(row, "participle"):
        yield surface, Form(name, "participle")


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


def _present(stem: str) -> Iterator[str]:
    first = _affixes()["person"][0]
    for person in _affixes()["person"]:
        if stem.startswith(first):
            yield from (person + stem[len(first) :] + ending for ending in _affixes()["present"])


def _noun(stem: str) -> Iterator[str]:
    (tied,), (open_,), (article,) = (_affixes()[kind] for kind in ("tied", "open", "article"))
    surfaces = [stem + ending for ending in _affixes()["noun"]]
    if stem.endswith(tied):
        surfaces = [stem, *(stem[: -len(tied)] + open_ + ending for ending in _affixes()["marked"])]
    for surface in surfaces:
        yield surface
        yield article + surface
