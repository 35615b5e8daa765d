"""English spelling of an Arabic name: listed parts by the lists, others letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from alaqat.arabic.clitics import AND, DEFINITE_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.entities.name_words import ALEFS_WITH_HAMZA
from alaqat.lexicon.distances import distance
from alaqat.lexicon.load import forms, table

GLIDES = ("\u0648", "\u064a")
ALEF = "\u0627"
VOWELS = frozenset("aeiou")
# Latin first letters that spell one Arabic letter: vowels, dental and palatal consonants.
_CLASSES = str.maketrans("EIOUYWTZSQCGJ", "AAAAAADDDKKKK")
# The article in Latin spellings, with a mark before the word or without.
_ARTICLE_WITH_MARK = re.compile(r"^[AaEe]l[- ]")
_ARTICLE = re.compile(r"^[AaEe]l[- ]?(?=..)")
# Two consonants that begin words in the languages of Europe.
CLUSTERS = frozenset(
    [*map("{}l".format, "bcfgkps"), *map("{}r".format, "bcdfgkpt"), *map("s{}".format, "kmnptvw")]
)
# Consonants before a vowel is inserted within a word: one ends a syllable, one begins the next.
BEFORE_CLUSTER = 2
# States where the press writes "Mohamed" and "Abdel": Egypt, Sudan, Levant, Maghreb, Somalia.
WEST = frozenset(
    (
        *("EGY", "SDN", "SYR", "LBN", "PSE", "JOR"),
        *("LBY", "TUN", "DZA", "MAR", "MRT", "SOM", "DJI", "COM"),
    )
)


@cache
def _latin_parts() -> dict[str, str]:
    return {row["form"]: row["latin"] for row in table("name_parts", ("form", "latin", "count"))}


@cache
def _press_spellings() -> dict[str, tuple[str, str]]:
    """Spellings of the English press: the usual one, and that of the western Arab states."""
    rows = table("press_names", ("latin", "latin_west", "forms"))
    return {
        folded(form): (row["latin"], row["latin_west"] or row["latin"])
        for row in rows
        for form in forms(row)
    }


@cache
def _national_spellings() -> dict[tuple[str | None, str], str]:
    """Spellings by state and folded name in its own press: «محمد» is "Mehmet" in Turkey."""
    return {
        (row["country"], folded(form)): row["latin"]
        for row in table("national_names")
        for form in forms(row)
    }


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Endings of foreign surnames and their Latin spelling, the longest first."""
    rows = table("name_endings", ("ending", "latin"))
    pairs = ((row["ending"], row["latin"]) for row in rows)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _letters() -> dict[str, tuple[str, str]]:
    """Latin spelling of each letter within a word and at its beginning."""
    return {
        row["letter"]: (row["latin"], row["initial"])
        for row in table("romanization", ("letter", "latin", "initial"))
    }


@cache
def _arabic_letters() -> frozenset[str]:
    """Letters of sounds that only Arabic, Persian and Turkish names have."""
    return frozenset(row["letter"] for row in table("romanization") if row["arabic"])


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    """English word and kind (noun, adjective) of the words of bodies' names."""
    return {
        folded(form): (row["english"], row["kind"])
        for row in table("org_words")
        for form in forms(row)
    }


@cache
def _patterns() -> dict[str, str]:
    """English pattern with `{name}` by the first word of a body's name."""
    return {
        folded(row["form"]): row["name_en"]
        for row in table("org_heads")
        if "{name}" in row["name_en"]
    }


def english(name: str, spelling: str = "", country: str | None = None) -> str:
    """English name of a folded Arabic name; `spelling` is the name before folding.

    A body's words are translated if all are known («حزب الوحدة الوطنية»), other names spelled.
    `country` is the bearer's state (ISO alpha-3): «محمد» is "Mohamed" in Cairo and "Mohammed" in
    Riyadh.
    """
    head, _, rest = name.partition(" ")
    pattern = _patterns().get(head)
    if pattern and rest:
        rest_en = composed(rest) or romanize(rest, spelling.partition(" ")[2])
        return pattern.replace("{name}", rest_en)
    return romanize(name, spelling, country)


def composed(name: str) -> str | None:
    """Adjectives before nouns, in English order; None if a word is not known."""
    meanings = [_meanings().get(_without_and(word)) for word in name.split()]
    if None in meanings:
        return None
    pairs = [meaning for meaning in meanings if meaning]
    adjectives = [word for word, kind in pairs if kind == "adjective"]
    nouns = [word for word, kind in pairs if kind == "noun"]
    is_joint = AND + DEFINITE_ARTICLE in name
    noun_phrase = " and ".join(nouns) if is_joint else " ".join(reversed(nouns))
    return " ".join([*reversed(adjectives), noun_phrase]).strip()


def _without_and(word: str) -> str:
    return word[1:] if word.startswith(AND) and word not in _meanings() else word


def romanize(name: str, spelling: str = "", country: str | None = None) -> str:
    """Latin spelling of a folded Arabic name; `spelling`, before folding, has «إ» and «أ»."""
    parts, spellings = name.split(), spelling.split()
    if len(spellings) != len(parts):
        spellings = parts
    latin, index = [], 0
    while index < len(parts):
        two_parts = " ".join(parts[index : index + 2])
        pair = _press_spelling(two_parts, country) if index + 1 < len(parts) else None
        latin.append(pair or _part(parts[index], spellings[index][0], country))
        index += 2 if pair else 1
    return " ".join(latin)


def _press_spelling(word: str, country: str | None) -> str | None:
    """The spelling by the press of the bearer's state, otherwise by the English press."""
    national = _national_spellings().get((country, word))
    if national or word not in _press_spellings():
        return national
    return _press_spellings()[word][country in WEST]


def _part(word: str, first: str, country: str | None) -> str:
    """One part of a name; `first` is its first letter before folding."""
    press = _press_spelling(word, country)
    if press:
        return press
    if _has_article(word, first):
        return _definite_part(word, country)
    listed = _latin_parts().get(word)
    if listed:
        return listed
    if "-" in word:
        return "-".join(_part(piece, piece[0], country) for piece in word.split("-") if piece)
    return _unlisted_part(word, first)


def _unlisted_part(word: str, first: str) -> str:
    for ending, latin in _endings():
        if len(word) > len(ending) + 1 and word.endswith(ending):
            return _by_letters(word[: -len(ending)], first) + latin
    return _by_letters(word, first)


def _has_article(word: str, first: str) -> bool:
    """True for a definite word; the article is never written with a hamza."""
    is_long = len(word) > len(DEFINITE_ARTICLE) + 1
    return is_long and word.startswith(DEFINITE_ARTICLE) and first not in ALEFS_WITH_HAMZA


def _definite_part(word: str, country: str | None) -> str:
    """A definite word: "Al-" and its listed spelling, unless that begins with another sound."""
    bare = word[len(DEFINITE_ARTICLE) :]
    listed = _latin_parts().get(word, "").split(" ")[-1]
    sound = _letters().get(bare[0], ("", ""))[1][:1].translate(_CLASSES)
    latin = (_ARTICLE_WITH_MARK if sound == "A" else _ARTICLE).sub("", listed)
    is_listed = len(latin) >= distance("entity-latin-part") and _latin_class(latin) == sound
    if is_listed and _press_spelling(bare, country) is None:
        return "Al-" + latin[0].upper() + latin[1:]
    return "Al-" + _part(bare, bare[0], country)


def _latin_class(latin: str) -> str:
    return latin[0].upper().translate(_CLASSES)


def _by_letters(word: str, first: str) -> str:
    """Letter by letter, with a vowel between consonants that cannot be pronounced together.

    Unlisted names are mostly foreign unless they have an Arabic letter («ع», «ص»). Foreign names
    keep the consonants that begin words in Europe ("st", "br") and have "e" between others, Arabic
    ones "a".
    """
    is_foreign = _arabic_letters().isdisjoint(word)
    vowel = "e" if is_foreign else "a"
    latin, run = "", 0  # run: consonants since the last vowel
    for index, sound in _sounds(word, first, is_foreign=is_foreign):
        is_consonant = _is_consonant(sound)
        if is_consonant and _should_insert_vowel(latin, sound, run, index, is_foreign=is_foreign):
            latin, run = latin + vowel, 0
        run = run + 1 if is_consonant else 0
        latin += sound
    return latin[:1].upper() + latin[1:]


def _sounds(word: str, first: str, *, is_foreign: bool) -> Iterator[tuple[int, str]]:
    """Index and Latin sound of each letter; an alef that only carries a glide is left out."""
    is_initial = True
    for index, letter in enumerate(first + word[1:]):
        if index == 0 and word[0] == ALEF and word[1:2] in GLIDES:
            continue
        plain, initial = _letters().get(letter, ("", ""))
        sound = _opening_sound(word, index, initial) if is_initial else plain
        if is_foreign and sound in ("gh", "Gh"):
            sound = sound.replace("h", "")
        is_initial = is_initial and not sound
        yield index, sound


def _is_consonant(sound: str) -> bool:
    return bool(sound) and sound[0].lower() not in VOWELS


def _should_insert_vowel(latin: str, sound: str, run: int, index: int, *, is_foreign: bool) -> bool:
    """True if a vowel belongs between `latin`, which ends in `run` consonants, and `sound`."""
    if not latin or not run:
        return False
    is_at_start = index == run  # no vowel yet
    if run == 1 and not is_at_start:
        return False
    return not (is_foreign and _is_cluster(latin, sound, run))


def _is_cluster(latin: str, sound: str, run: int) -> bool:
    """True if the last consonant of `latin` and `sound` can begin a word or a syllable."""
    if run == 1:
        return (latin + sound).lower() in CLUSTERS
    return run == BEFORE_CLUSTER and latin[-1] + sound in CLUSTERS


def _opening_sound(word: str, index: int, initial: str) -> str:
    """The first sound: a glide after alef is a vowel before a consonant («أورور», «إيموجين»)."""
    next_sound = _letters().get(word[index + 1 : index + 2], ("a", ""))[0]
    if index and next_sound[:1] not in VOWELS:
        return _letters().get(word[index], ("", ""))[0]
    return initial
