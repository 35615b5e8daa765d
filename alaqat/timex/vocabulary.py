"""Words of time as typed tokens: a word has slots (month, unit, dir …), a set of slots a letter.

A stretch of text becomes a short string of private-use letters, its *shape*; rules are regular
expressions over shapes, so that a rule takes no time in text without its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

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
# A phrase: its first word and the rest, which is joined to it where it is a figure («ك2»).
_PHRASE = re.compile(r"([^ \d]+)((?: |\d).*)")
# Longer words are not split into clitics and word.
_LONGEST_WORD = 24
_SHORTEST_AFTER_CLITIC = 2
# Conjunctions and prepositions written joined to the next word, longest first.
_CLITICS = sorted(clitics_of("conjunction", "preposition"), key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of the vocabulary: its letter in shapes, and its value in each slot."""

    letter: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class TypedToken:
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
        # By the first word: the rest as written in a text, with its leading space, the longest
        # first.
        self.phrases: dict[str, list[tuple[str, Lexeme]]] = {}
        for form, values in _entries(literals).items():
            self._add(form, Lexeme(self.letter(_slots(values)), values))
        for rests in self.phrases.values():
            rests.sort(key=lambda item: -item[0].count(" "))
        for slots in _number_shapes():
            self.letter(slots)
        for lone in ("numdate", "clock"):
            self.letter(frozenset({lone}))
        self.letter(frozenset({"num", "count", "decimal"}))
        self.letter(frozenset({"month", "pair"}))

    def _add(self, form: str, lexeme: Lexeme) -> None:
        match = _PHRASE.match(form)
        if match:
            self.phrases.setdefault(match.group(1), []).append((match.group(2), lexeme))
        else:
            self.words[form] = lexeme

    def letter(self, slots: frozenset[str]) -> str:
        """The letter of this set of slots in shapes."""
        return self._letters.setdefault(slots, chr(_FIRST_LETTER + len(self._letters)))

    def letters(self, slot: str) -> str:
        """All letters whose words can fill `slot`."""
        return "".join(letter for slots, letter in self._letters.items() if slot in slots)

    def has_word(self, word: str) -> bool:
        """True if a folded word, or a phrase that begins with it, is listed."""
        return word in self.words or word in self.phrases

    def split(self, word: str) -> tuple[tuple[str, ...], str, int] | None:
        """The clitics before a listed word, the word as listed, and its length in the text.

        None if neither the word nor what remains of it without clitics is listed.
        """
        if self.has_word(word):
            return (), word, len(word)
        if len(word) > _LONGEST_WORD:
            return None
        for clitic in _CLITICS:
            rest = word[len(clitic) :]
            if word.startswith(clitic) and len(rest) >= _SHORTEST_AFTER_CLITIC:
                listed = self._restored(rest)
                if listed is not None:
                    return (*clitic, *self._swallowing_clitic(rest)), listed, len(rest)
        listed = self._restored(word)
        return None if listed is None else (self._swallowing_clitic(word), listed, len(word))

    def _swallowing_clitic(self, word: str) -> tuple[str, ...]:
        """The preposition that has swallowed the word's article, if one has."""
        return () if self.has_word(word) else (word[0],)

    def _restored(self, word: str) -> str | None:
        """`word`, or its form with the full article after the preposition «ل», if listed."""
        if self.has_word(word):
            return word
        restored = with_article_restored(word)
        return restored if self.has_word(restored) else None


def _entries(literals: Iterable[str]) -> dict[str, dict[str, Value]]:
    """The slots and values of every folded word or phrase: of tables, clitics and rules."""
    entries: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    rows = [row for name in TABLES for row in lexicon.table(name, ("slot", "value", "forms"))]
    for row in rows:
        values = _slot_values(row["slot"], _value(row["value"]))
        for form in lexicon.forms(row):
            entries[folded(form)].update(values)
    for letter in "".join(_CLITICS):
        entries.setdefault(letter, {})
    for word in literals:
        entries[word]["=" + word] = 0
    return entries


def _slot_values(slot: str, value: Value) -> dict[str, Value]:
    """A word's value in its slot; a number word has the slots of its number too."""
    if slot in {"card", "ordn"} and isinstance(value, int):
        return {slot: value, **number_values(value, ordinal=slot == "ordn")}
    return {slot: value}


def _value(cell: str) -> Value:
    return int(cell) if re.fullmatch(r"-?\d+", cell) else cell


def _slots(values: Mapping[str, Value]) -> frozenset[str]:
    return frozenset(values) | {f"{slot}={value}" for slot, value in values.items()}


# Slots that a whole number can fill: with how many digits (0: in words), and between which values.
_NUMBER_SLOTS = (
    ("day", (0, 1, 2), range(1, 32)),
    ("hour", (0, 1, 2), range(25)),
    ("year", (4,), range(1000, 2200)),
    ("year", (0,), range(1800, 2200)),
    ("year2", (2,), range(32, 100)),
    ("modern", (0, 4), range(1900, 2100)),
    ("year3", (3,), range(1000)),
    ("year3", (0,), range(100, 1000)),
)


def number_values(value: float, *, digits: int = 0, ordinal: bool = False) -> dict[str, Value]:
    """The slots of a number with its value, by its size and digits (0: in words)."""
    whole = int(value) if value == int(value) else None
    amount = value if whole is None else whole
    values: dict[str, Value] = {"num": amount} if ordinal else {"num": amount, "count": amount}
    if whole is None:
        return values
    if ordinal:
        values["ord"] = whole
    values["digits" if digits else "words"] = digits
    return values | {
        slot: whole
        for slot, lengths, sizes in _NUMBER_SLOTS
        if digits in lengths and whole in sizes
    }


@cache
def _number_shapes() -> frozenset[frozenset[str]]:
    """The sets of slots that numbers of any size and spelling have: each needs its letter."""
    sizes = [0, 0.5, 1, 5, 12, 20, 28, 40, 250, 999, 1000, 1050, 1500, 1850, 1950, 2000, 2150, 5000]
    return frozenset(
        number_slots(number_values(size, digits=digits, ordinal=ordinal))
        for size in sizes
        for digits in range(10)
        for ordinal in (False, True)
    )


def number_slots(values: Mapping[str, Value]) -> frozenset[str]:
    """The slots of a number without its value, except for the number one: «يوما واحدا»."""
    return frozenset(values) | ({"num=1"} if values["num"] == 1 else frozenset())


def slot_forms(table: str, slot: str) -> tuple[str, ...]:
    """The folded forms of a lexicon table's rows with this slot, in the order of the file."""
    rows = [row for row in lexicon.table(table, ("slot", "forms")) if row["slot"] == slot]
    return tuple(folded(form) for row in rows for form in lexicon.forms(row))


def pattern_words(pattern: str) -> list[str]:
    """The Arabic words written out in a pattern, folded."""
    return [folded(word) for word in _ARABIC_WORD.findall(re.sub(r"\{[^}]*\}", " ", pattern))]
