"""Two reductions of a folded word to consonants, to compare words not spelled alike.

`root_letters` compares a verb with its noun («استئناف», «استؤنفت»): affixes are cut and weak
letters left out. `sound_classes` compares foreign names («غانتس», «جانتز»): consonants that the
press interchanges are one class.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

# Letters that come and go between a verb and its noun.
WEAK_LETTERS: Final = frozenset(("ا", "و", "ي", "ئ", "ؤ", "ء"))
_SHORTEST_STEM = 3


def root_letters(word: str, prefixes: Sequence[str], suffixes: Sequence[str]) -> str:
    """The strong letters of a word without a prefix and a suffix (given longest first)."""
    stem = without_suffix(without_prefix(word, prefixes), suffixes)
    return "".join(letter for letter in stem if letter not in WEAK_LETTERS)


def without_prefix(word: str, prefixes: Sequence[str]) -> str:
    """A word without the first of `prefixes` that leaves three letters."""
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_STEM:
            return word[len(prefix) :]
    return word


def without_suffix(word: str, suffixes: Sequence[str]) -> str:
    """A word without the first of `suffixes` that leaves three letters."""
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            return word[: -len(suffix)]
    return word


def sound_classes(word: str, classes: Mapping[int, str], silent: str) -> str:
    """The consonants of a name by class, doubled ones once; the first letter always.

    `classes` is a translation table (code point to class, "" for vowels); letters of `silent` are
    cut at the end.
    """
    if not word:
        return ""
    skeleton = word[0].translate(classes) or word[0]
    for letter in word[1:].rstrip(silent).translate(classes):
        if letter != skeleton[-1]:
            skeleton += letter
    return skeleton
