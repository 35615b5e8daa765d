"""Spelling variants of one name: the consonants that stay when the press spells a name this way or that."""

from __future__ import annotations

from functools import cache, lru_cache

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.arabic.skeleton import sound_classes
from alaqat.entities.gazetteer import known_names, words
from alaqat.entities.names import parts
from alaqat.entities.spans import Known
from alaqat.lexicon.load import table

SHORTEST = 3  # consonants: below it two different names often agree
BEARERS = 10  # two listed Arabic names are two names, however alike («محمد», «محمود»)


@cache
def _compared() -> dict[int, str]:
    return {
        ord(row["letter"]): row["compared"] for row in table("spelling", ("letter", "compared"))
    }


def _same_vowels(one: str, other: str) -> bool:
    """Whether one writes the other's long vowels, and perhaps more, in their order («طارق» and «طريق» do not)."""
    short, long = sorted((_vowels(one), _vowels(other)), key=len)
    letters = iter(long)
    return all(letter in letters for letter in short)


def _vowels(word: str) -> str:
    """The long vowels within a word."""
    return "".join(
        letter for letter in word[1:].rstrip(_silent()) if _compared().get(ord(letter)) == ""
    )


def _spelled(word: str) -> str:
    """A word with its consonants by class and its vowels as they are."""
    return word.rstrip(_silent()).translate(_consonants())


@cache
def _consonants() -> dict[int, str]:
    return {letter: kept for letter, kept in _compared().items() if kept}


@cache
def _silent() -> str:
    """Letters that a foreign name may end in or not («غيلة», «جيله», «جيلا»)."""
    return "".join(row["letter"] for row in table("spelling") if row["final"] == "silent")


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """What is compared of a folded word: its consonants by class, its first letter even where it is a vowel."""
    return sound_classes(word, _compared(), _silent())


def joined(name: str) -> list[str]:
    """The words of a folded name, with «عبد», «أبو» and their like joined to the next and the article left out."""
    found: list[str] = []
    for word in name.split():
        if found and (found[-1] in words("joining") or word in words("joined_tail")):
            found[-1] += word
        else:
            found.append(
                word.removeprefix(DEFINITE_ARTICLE)
                if len(word) > len(DEFINITE_ARTICLE) + 2
                else word
            )
    return found


def alike(one: str, other: str) -> bool:
    """Whether two folded words spell one name: same skeleton, close in length, if short with the same vowels."""
    if one == other:
        return True
    key = skeleton(one)
    if key != skeleton(other) or abs(len(one) - len(other)) > 2:
        return False
    if not _same_vowels(one, other):
        return False
    if len(key) < SHORTEST and _spelled(one) != _spelled(other):
        return False
    return not (parts().get(one, 0) >= BEARERS and parts().get(other, 0) >= BEARERS)


def same_name(one: str, other: str) -> bool:
    """Whether two folded names are one: word by word, or the shorter is the end of the longer or its first and last."""
    short, long = sorted((joined(one), joined(other)), key=len)
    if not short:
        return False
    tail = all(alike(a, b) for a, b in zip(reversed(short), reversed(long), strict=False))
    return tail or (
        1 < len(short) < len(long) and alike(short[0], long[0]) and alike(short[-1], long[-1])
    )


@cache
def _by_skeleton() -> dict[tuple[str, ...], list[tuple[str, Known]]]:
    found: dict[tuple[str, ...], list[tuple[str, Known]]] = {}
    for form, known in known_names():
        name = folded(form)
        if known.type == "PER" and len(joined(name)) > 1:
            found.setdefault(tuple(map(skeleton, joined(name))), []).append((name, known))
    return found


def listed_person(name: str) -> Known | None:
    """The one person of the list whose full name a folded name spells, None where none or several fit."""
    key = tuple(map(skeleton, joined(name)))
    fits = {known.id: known for form, known in _by_skeleton().get(key, ()) if same_name(form, name)}
    return next(iter(fits.values())) if len(fits) == 1 else None
