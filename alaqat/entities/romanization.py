"""English spelling of an Arabic name: each part as the lists have it, else letter by letter."""

from __future__ import annotations

from functools import cache

from alaqat.entities.scan import ARTICLE
from alaqat.lexicon import forms, table
from alaqat.text import folded

CONJUNCTION = next(row["surface"] for row in table("clitics") if row["kind"] == "conjunction")
GLIDES = ("\u0648", "\u064a")
ALEF = "\u0627"
VOWELS = frozenset("aeiou")
# States whose press writes "Mohamed" and "Abdel": Egypt, Sudan, the Levant, the Maghreb and Somalia.
WEST = frozenset(["EGY", "SDN", "SYR", "LBN", "PSE", "JOR", "LBY", "TUN", "DZA", "MAR", "MRT", "SOM", "DJI", "COM"])


@cache
def _latin() -> dict[str, str]:
    return {row["form"]: row["latin"] for row in table("name_parts", ("form", "latin", "count"))}


@cache
def _press() -> dict[str, tuple[str, str]]:
    """Spellings of the English press: the usual one, and that of the western Arab states."""
    rows = table("press_names", ("latin", "latin_west", "forms"))
    return {folded(form): (row["latin"], row["latin_west"] or row["latin"]) for row in rows for form in forms(row)}


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Endings of foreign surnames and their Latin spelling, the longest first."""
    rows = table("name_endings", ("ending", "latin"))
    return tuple(sorted(((row["ending"], row["latin"]) for row in rows), key=lambda pair: -len(pair[0])))


@cache
def _letters() -> dict[str, tuple[str, str]]:
    return {
        row["letter"]: (row["latin"], row["initial"]) for row in table("romanization", ("letter", "latin", "initial"))
    }


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    return {folded(form): (row["english"], row["kind"]) for row in table("org_words") for form in forms(row)}


@cache
def _patterns() -> dict[str, str]:
    return {folded(row["form"]): row["name_en"] for row in table("org_heads") if "{name}" in row["name_en"]}


def english(name: str, written: str = "", country: str | None = None) -> str:
    """English name: a body's words translated where all are known («حزب الوحدة الوطنية»), other names spelled.

    `country` is the bearer's state (ISO alpha-3): «محمد» is "Mohamed" in Cairo and "Mohammed" in Riyadh.
    """
    head, _, rest = name.partition(" ")
    pattern = _patterns().get(head)
    if pattern and rest:
        return pattern.replace("{name}", _composed(rest) or romanize(rest, written.partition(" ")[2]))
    return romanize(name, written, country)


def _composed(name: str) -> str | None:
    """Adjectives before nouns, in English order; None where a word is not known."""
    words = [word[1:] if word[:1] == CONJUNCTION and word not in _meanings() else word for word in name.split()]
    if not all(word in _meanings() for word in words):
        return None
    adjectives = [_meanings()[word][0] for word in words if _meanings()[word][1] == "adjective"]
    nouns = [_meanings()[word][0] for word in words if _meanings()[word][1] == "noun"]
    joined = " and ".join(nouns) if CONJUNCTION + ARTICLE in name else " ".join(reversed(nouns))
    return " ".join([*reversed(adjectives), joined]).strip()


def romanize(name: str, written: str = "", country: str | None = None) -> str:
    """Readable Latin spelling of a folded Arabic name; `written`, its unfolded spelling, tells «إ» from «أ»."""
    words = name.split()
    spelled = written.split() if len(written.split()) == len(words) else words
    found, at = [], 0
    while at < len(words):
        pair = _press().get(" ".join(words[at : at + 2])) if at + 1 < len(words) else None
        found.append(pair[country in WEST] if pair else _part(words[at], spelled[at][0], country))
        at += 2 if pair else 1
    return " ".join(found)


def _part(word: str, first: str, country: str | None) -> str:
    if word in _press():
        return _press()[word][country in WEST]
    listed = _latin().get(word)
    if listed:
        return listed
    if word.startswith(ARTICLE) and len(word) > len(ARTICLE) + 1:
        return "al-" + _part(word[len(ARTICLE) :], word[len(ARTICLE)], country)
    for ending, latin in _endings():
        if len(word) > len(ending) + 1 and word.endswith(ending):
            return _spelled(word[: -len(ending)], first) + latin
    return _spelled(word, first)


def _spelled(word: str, first: str) -> str:
    """Letter by letter, with an «a» where consonants would not be pronounced together."""
    latin, run = "", 0
    for at, letter in enumerate(first + word[1:]):
        plain, initial = _letters().get(letter, ("", ""))
        if at == 0 and word[0] == ALEF and word[1:2] in GLIDES:
            continue
        sound = plain if latin else initial
        consonant = bool(sound) and sound[0].lower() not in VOWELS
        if consonant and latin and run and (run > 1 or at == run):
            latin, run = latin + "a", 0
        run = run + 1 if consonant else 0
        latin += sound
    return latin[:1].upper() + latin[1:]
