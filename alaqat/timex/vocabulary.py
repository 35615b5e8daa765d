"""Words of time as typed units: every word has its slots (month, unit, dir …), every set of slots one letter.

A stretch of text thus becomes a short string of private-use letters, its *shape*; rules are regular
expressions over shapes, so a rule costs nothing where its words do not stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from alaqat import lexicon
from alaqat.arabic.clitics import clitics_of, with_article_restored
from alaqat.arabic.fold import folded

TABLES = (
    "months",
    "weekdays",
    "units",
    "numbers",
    "timewords",
    "decades",
    "holidays",
    "timenames",
    "timezones",
)
Value = int | float | str
_FIRST_LETTER = 0xE000
_ARABIC_WORD = re.compile(r"[\u0600-\u06ff]+")
_LONGEST_WORD = 24
_SHORTEST_AFTER_CLITIC = 2
# Conjunctions and prepositions written joined to the next word, longest first.
_CLITICS = sorted(clitics_of("conjunction", "preposition"), key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What a word can be: its letter in shapes, and its value in each slot."""

    letter: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, number or mark of the text (folded offsets) with its letter and values."""

    start: int
    end: int
    letter: str
    values: Mapping[str, Value]


class Vocabulary:
    """All words of the lexicon and of the rules, single and in phrases, with their letters."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._letters: dict[frozenset[str], str] = {}
        self.words: dict[str, Lexeme] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Lexeme]]] = {}
        for form, values in _entries(literals).items():
            self._add(form.split(" "), Lexeme(self.letter(_slots(values)), values))
        for rests in self.phrases.values():
            rests.sort(key=lambda item: -len(item[0]))
        for slots in _number_shapes():
            self.letter(slots)
        for lone in ("numdate", "clock"):
            self.letter(frozenset({lone}))
        self.letter(frozenset({"num", "count", "decimal"}))
        self.letter(frozenset({"month", "pair"}))

    def _add(self, words: list[str], lexeme: Lexeme) -> None:
        if len(words) == 1:
            self.words[words[0]] = lexeme
        else:
            self.phrases.setdefault(words[0], []).append((tuple(words[1:]), lexeme))

    def letter(self, slots: frozenset[str]) -> str:
        """The letter that stands for this set of slots in shapes."""
        return self._letters.setdefault(slots, chr(_FIRST_LETTER + len(self._letters)))

    def letters(self, slot: str) -> str:
        """All letters whose words can fill `slot`."""
        return "".join(letter for slots, letter in self._letters.items() if slot in slots)

    def known(self, word: str) -> bool:
        """Whether a word, or a phrase that begins with it, is listed."""
        return word in self.words or word in self.phrases

    def split(self, word: str) -> tuple[tuple[str, ...], str, int] | None:
        """The clitics before a listed word, the word as listed, and its length in the text."""
        if self.known(word):
            return (), word, len(word)
        if len(word) > _LONGEST_WORD:
            return None
        for clitic in _CLITICS:
            rest = word[len(clitic) :]
            if word.startswith(clitic) and len(rest) >= _SHORTEST_AFTER_CLITIC:
                listed = self._restored(rest)
                if listed is not None:
                    return (*clitic, *self._swallower(rest)), listed, len(rest)
        listed = self._restored(word)
        return None if listed is None else (self._swallower(word), listed, len(word))

    def _swallower(self, word: str) -> tuple[str, ...]:
        """The preposition that has swallowed the word's article, if one has."""
        return () if self.known(word) else (word[0],)

    def _restored(self, word: str) -> str | None:
        """`word`, or the form it has where no preposition has swallowed its article, if listed."""
        if self.known(word):
            return word
        restored = with_article_restored(word)
        return restored if self.known(restored) else None


def _entries(literals: Iterable[str]) -> dict[str, dict[str, Value]]:
    found: dict[str, dict[str, Value]] = {}
    for name in TABLES:
        for row in lexicon.table(name, ("slot", "value", "forms")):
            for form in lexicon.forms(row):
                found.setdefault(folded(form), {}).update(
                    _slot_values(row["slot"], _value(row["value"]))
                )
    for letter in "".join(_CLITICS):
        found.setdefault(letter, {})
    for word in literals:
        found.setdefault(word, {})["=" + word] = 0
    return found


def _slot_values(slot: str, value: Value) -> dict[str, Value]:
    """A word's value in its slot; a number word has the slots of its number too."""
    if slot in {"card", "ordn"} and isinstance(value, int):
        return {slot: value, **number_values(value, ordinal=slot == "ordn")}
    return {slot: value}


def _value(cell: str) -> Value:
    return int(cell) if re.fullmatch(r"-?\d+", cell) else cell


def _slots(values: Mapping[str, Value]) -> frozenset[str]:
    return frozenset(values) | {f"{slot}={value}" for slot, value in values.items()}


def number_values(value: float, *, digits: int = 0, ordinal: bool = False) -> dict[str, Value]:
    """Slots of a number: what it can be by its size, and by how many digits it was written with (0: words)."""
    whole = int(value) if value == int(value) else None
    found: dict[str, Value] = {"num": value if whole is None else whole}
    if not ordinal:
        found["count"] = found["num"]
    if whole is None:
        return found
    if ordinal:
        found["ord"] = whole
    found["digits" if digits else "words"] = digits
    if 1 <= whole <= 31 and digits <= 2:
        found["day"] = whole
    if whole <= 24 and digits <= 2:
        found["hour"] = whole
    if (
        (digits == 4 and 1000 <= whole <= 2199)
        or (not digits and 1100 <= whole <= 2199)
        or (not digits and whole == 2000)
    ):
        found["year"] = whole
    if (digits == 4 or not digits) and 1900 <= whole <= 2099:
        found["modern"] = whole
    if digits == 3 or (not digits and 100 <= whole <= 999):
        found["year3"] = whole
    return found


@lru_cache(maxsize=1)
def _number_shapes() -> frozenset[frozenset[str]]:
    sizes = [0, 0.5, 1, 5, 12, 20, 28, 40, 250, 999, 1000, 1050, 1500, 1950, 2000, 2150, 5000]
    return frozenset(
        number_slots(number_values(size, digits=digits, ordinal=ordinal))
        for size in sizes
        for digits in range(10)
        for ordinal in (False, True)
    )


def number_slots(values: Mapping[str, Value]) -> frozenset[str]:
    """The slots of a number, without its value, but for one: «يوما واحدا»."""
    return frozenset(values) | ({"num=1"} if values["num"] == 1 else frozenset())


def pattern_words(pattern: str) -> list[str]:
    """The Arabic words written out in a pattern, folded."""
    return [folded(word) for word in _ARABIC_WORD.findall(re.sub(r"\{[^}]*\}", " ", pattern))]
