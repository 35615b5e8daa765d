"""English spelling of an Arabic name: each part as the lists have it, else letter by letter."""

from __future__ import annotations

import re
from functools import cache

from alaqat.arabic.clitics import AND, DEFINITE_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table

GLIDES = ("\u0648", "\u064a")
ALEF = "\u0627"
_HAMZA = ("\u0623", "\u0625")  # the article is never written with them
VOWELS = frozenset("aeiou")
# First letters by which Latin spellings of one Arabic letter differ: vowels, those of the teeth, those of the palate.
_CLASSES = str.maketrans("EIOUYWTZSQCGJ", "AAAAAADDDKKKK")
_ARTICLES = re.compile(r"^[AaEe]l[- ]")
_JOINED = re.compile(r"^[AaEe]l[- ]?(?=..)")
# Two consonants that begin words in the languages of Europe.
CLUSTERS = frozenset(
    [*map("{}l".format, "bcfgkps"), *map("{}r".format, "bcdfgkpt"), *map("s{}".format, "kmnptvw")]
)
# States whose press writes "Mohamed" and "Abdel": Egypt, Sudan, the Levant, the Maghreb and Somalia.
WEST = frozenset(
    [
        "EGY",
        "SDN",
        "SYR",
        "LBN",
        "PSE",
        "JOR",
        "LBY",
        "TUN",
        "DZA",
        "MAR",
        "MRT",
        "SOM",
        "DJI",
        "COM",
    ]
)


@cache
def _latin() -> dict[str, str]:
    return {row["form"]: row["latin"] for row in table("name_parts", ("form", "latin", "count"))}


@cache
def _press() -> dict[str, tuple[str, str]]:
    """Spellings of the English press: the usual one, and that of the western Arab states."""
    rows = table("press_names", ("latin", "latin_west", "forms"))
    return {
        folded(form): (row["latin"], row["latin_west"] or row["latin"])
        for row in rows
        for form in forms(row)
    }


@cache
def _national() -> dict[tuple[str | None, str], str]:
    """Spellings of states whose press writes Arabic names by its own sounds («محمد» is "Mehmet" in Ankara)."""
    return {
        (row["country"], folded(form)): row["latin"]
        for row in table("national_names")
        for form in forms(row)
    }


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Endings of foreign surnames and their Latin spelling, the longest first."""
    rows = table("name_endings", ("ending", "latin"))
    return tuple(
        sorted(((row["ending"], row["latin"]) for row in rows), key=lambda pair: -len(pair[0]))
    )


@cache
def _letters() -> dict[str, tuple[str, str]]:
    return {
        row["letter"]: (row["latin"], row["initial"])
        for row in table("romanization", ("letter", "latin", "initial"))
    }


@cache
def _arabic() -> frozenset[str]:
    """Letters of sounds that only Arabic, Persian and Turkish names have."""
    return frozenset(row["letter"] for row in table("romanization") if row["arabic"])


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    return {
        folded(form): (row["english"], row["kind"])
        for row in table("org_words")
        for form in forms(row)
    }


@cache
def _patterns() -> dict[str, str]:
    return {
        folded(row["form"]): row["name_en"]
        for row in table("org_heads")
        if "{name}" in row["name_en"]
    }


def english(name: str, written: str = "", country: str | None = None) -> str:
    """English name: a body's words translated where all are known («حزب الوحدة الوطنية»), other names spelled.

    `country` is the bearer's state (ISO alpha-3): «محمد» is "Mohamed" in Cairo and "Mohammed" in Riyadh.
    """
    head, _, rest = name.partition(" ")
    pattern = _patterns().get(head)
    if pattern and rest:
        return pattern.replace(
            "{name}", composed(rest) or romanize(rest, written.partition(" ")[2])
        )
    return romanize(name, written, country)


def composed(name: str) -> str | None:
    """Adjectives before nouns, in English order; None where a word is not known."""
    words = [
        word[1:] if word[:1] == AND and word not in _meanings() else word for word in name.split()
    ]
    if not all(word in _meanings() for word in words):
        return None
    adjectives = [_meanings()[word][0] for word in words if _meanings()[word][1] == "adjective"]
    nouns = [_meanings()[word][0] for word in words if _meanings()[word][1] == "noun"]
    joined = " and ".join(nouns) if AND + DEFINITE_ARTICLE in name else " ".join(reversed(nouns))
    return " ".join([*reversed(adjectives), joined]).strip()


def romanize(name: str, written: str = "", country: str | None = None) -> str:
    """Readable Latin spelling of a folded Arabic name; `written`, its unfolded spelling, tells «إ» from «أ»."""
    words = name.split()
    spelled = written.split() if len(written.split()) == len(words) else words
    found, at = [], 0
    while at < len(words):
        pair = _pressed(" ".join(words[at : at + 2]), country) if at + 1 < len(words) else None
        found.append(pair or _part(words[at], spelled[at][0], country))
        at += 2 if pair else 1
    return " ".join(found)


def _pressed(word: str, country: str | None) -> str | None:
    """The spelling of the bearer's press, else of the English one."""
    own = _national().get((country, word))
    return own or (_press()[word][country in WEST] if word in _press() else None)


def _part(word: str, first: str, country: str | None) -> str:
    pressed = _pressed(word, country)
    if pressed:
        return pressed
    if (
        word.startswith(DEFINITE_ARTICLE)
        and len(word) > len(DEFINITE_ARTICLE) + 1
        and first not in _HAMZA
    ):
        return _defined(word, country)
    listed = _latin().get(word)
    if listed:
        return listed
    if "-" in word:
        return "-".join(_part(piece, piece[0], country) for piece in word.split("-") if piece)
    for ending, latin in _endings():
        if len(word) > len(ending) + 1 and word.endswith(ending):
            return _spelled(word[: -len(ending)], first) + latin
    return _spelled(word, first)


def _defined(word: str, country: str | None) -> str:
    """A word with the article: "Al-" before its spelling; a list that spells another word there is not believed."""
    bare = word[len(DEFINITE_ARTICLE) :]
    listed = _latin().get(word, "").split(" ")[-1]
    sound = _letters().get(bare[0], ("", ""))[1][:1].translate(_CLASSES)
    rest = _ARTICLES.sub("", listed) if sound == "A" else _JOINED.sub("", listed)
    if (
        _pressed(bare, country) is None
        and len(rest) > 2
        and rest[0].upper().translate(_CLASSES) == sound
    ):
        return "Al-" + rest[0].upper() + rest[1:]
    return "Al-" + _part(bare, bare[0], country)


def _spelled(word: str, first: str) -> str:
    """Letter by letter, with a vowel where consonants would not be pronounced together.

    Unlisted names are mostly foreign unless a letter tells («ع», «ص»): they keep the consonants that begin a word in
    Europe («st», «br»), have «e» between others, and «غ» is their hard g.
    """
    foreign = _arabic().isdisjoint(word)
    latin, run = "", 0
    for at, letter in enumerate(first + word[1:]):
        plain, initial = _letters().get(letter, ("", ""))
        if at == 0 and word[0] == ALEF and word[1:2] in GLIDES:
            continue
        sound = plain if latin else _opening(word, at, initial)
        sound = sound.replace("h", "") if foreign and sound in ("gh", "Gh") else sound
        consonant = bool(sound) and sound[0].lower() not in VOWELS
        begins = foreign and at == run == 1 and (latin + sound).lower() in CLUSTERS
        begins = begins or (foreign and run == 2 and latin[-1] + sound in CLUSTERS)
        if consonant and latin and run and not begins and (run > 1 or at == run):
            latin, run = latin + ("e" if foreign else "a"), 0
        run = run + 1 if consonant else 0
        latin += sound
    return latin[:1].upper() + latin[1:]


def _opening(word: str, at: int, initial: str) -> str:
    """The first sound: a glide after alef is a vowel before a consonant («أورور», «إيموجين»)."""
    after = _letters().get(word[at + 1 : at + 2], ("a", ""))[0]
    return _letters().get(word[at], ("", ""))[0] if at and after[:1] not in VOWELS else initial
