"""Spelling variants of one name, compared by the consonants that all spellings share."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.arabic.skeleton import sound_classes
from alaqat.entities.gazetteer import known_names, words
from alaqat.entities.name_words import bearers_by_part
from alaqat.entities.spans import ListedName
from alaqat.lexicon.distances import distance
from alaqat.lexicon.load import table


@cache
def _sound_classes() -> dict[int, str]:
    """The sound class of each letter by code point; empty for long vowels."""
    return {
        ord(row["letter"]): row["compared"] for row in table("spelling", ("letter", "compared"))
    }


@cache
def _consonant_classes() -> dict[int, str]:
    return {letter: sound for letter, sound in _sound_classes().items() if sound}


@cache
def _silent_letters() -> str:
    """Letters that may end a foreign name or not («غيلة», «جيله», «جيلا»)."""
    return "".join(row["letter"] for row in table("spelling") if row["final"] == "silent")


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """A folded word's consonants by sound class, its first letter even if it is a vowel."""
    return sound_classes(word, _sound_classes(), _silent_letters())


def compound_words(name: str) -> list[str]:
    """The words of a folded name without article; «عبد», «أبو» etc. are joined to the next."""
    joined: list[str] = []
    for word in name.split():
        if joined and (joined[-1] in words("joining") or word in words("joined_tail")):
            joined[-1] += word
        else:
            joined.append(_without_article(word))
    return joined


def _without_article(word: str) -> str:
    """The word without «ال», if three letters are left."""
    bare = word.removeprefix(DEFINITE_ARTICLE)
    return bare if len(bare) >= distance("entity-word-after-article") else word


def is_alike(word: str, other: str) -> bool:
    """True if two folded words spell one name.

    They have one skeleton, nearly one length, the same long vowels, and are not both frequent
    Arabic names. Short words must agree in vowels exactly.
    """
    if word == other:
        return True
    if skeleton(word) != skeleton(other):
        return False
    if abs(len(word) - len(other)) > distance("entity-spelling-length"):
        return False
    return _has_same_vowels(word, other) and not (_is_listed(word) and _is_listed(other))


def _has_same_vowels(word: str, other: str) -> bool:
    """True if one word has the long vowels of the other, and perhaps more, in order.

    «طارق» and «طريق» do not. Words of few consonants must have them in the same places.
    """
    is_short = len(skeleton(word)) < distance("entity-skeleton")
    if is_short and _with_classes(word) != _with_classes(other):
        return False
    fewer, more = sorted((_long_vowels(word), _long_vowels(other)), key=len)
    letters = iter(more)
    return all(letter in letters for letter in fewer)


def _long_vowels(word: str) -> str:
    """The long vowels within a word."""
    inner = word[1:].rstrip(_silent_letters())
    return "".join(letter for letter in inner if _sound_classes().get(ord(letter)) == "")


def _with_classes(word: str) -> str:
    """A word with its consonants by sound class and its vowels unchanged."""
    return word.rstrip(_silent_letters()).translate(_consonant_classes())


def _is_listed(word: str) -> bool:
    """True for an Arabic name: two of them are two names, however alike («محمد», «محمود»)."""
    return bearers_by_part().get(word, 0) >= distance("entity-distinct-bearers")


def is_same_name(name: str, other: str) -> bool:
    """True if two folded names can be one person's.

    They agree word by word, or the shorter is the end of the longer, or its first and last word.
    """
    short, long = sorted((compound_words(name), compound_words(other)), key=len)
    if not short:
        return False
    if all(is_alike(*pair) for pair in zip(reversed(short), reversed(long), strict=False)):
        return True
    if len(short) == 1 or len(short) == len(long):
        return False
    return is_alike(short[0], long[0]) and is_alike(short[-1], long[-1])


@cache
def _people_by_skeleton() -> dict[tuple[str, ...], list[tuple[str, ListedName]]]:
    """Folded full name and row of the listed people, by the skeletons of the words."""
    people: dict[tuple[str, ...], list[tuple[str, ListedName]]] = defaultdict(list)
    for form, listed in known_names():
        name = folded(form)
        key = _skeletons(name)
        if listed.type == "PER" and len(key) > 1:
            people[key].append((name, listed))
    return people


def _skeletons(name: str) -> tuple[str, ...]:
    return tuple(map(skeleton, compound_words(name)))


def listed_person(name: str) -> ListedName | None:
    """The listed person whose full name a folded name spells; None if none or several fit."""
    people = {
        listed.id: listed
        for form, listed in _people_by_skeleton().get(_skeletons(name), ())
        if is_same_name(form, name)
    }
    return next(iter(people.values())) if len(people) == 1 else None
