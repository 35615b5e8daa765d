"""From folded text to runs of typed units: words looked up, clitics split off, number words and month pairs joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from alaqat.timex.vocabulary import Lexeme, Unit, Value, Vocabulary, number_slots, number_values

# A full date in figures, a clock, a decimal, a whole number, a word, a mark, a line's end.
_TOKEN = re.compile(
    r"(?P<date>(?<![\d./-])\d{1,4}(?P<sep>[./-])\d{1,2}(?P=sep)\d{1,4}(?![\d/-]))|(?P<clock>\d{1,2}:\d{2}(?![\d:]))"
    r"|(?P<decimal>\d{1,6}[.,]\d{1,3}(?![\d]))|(?P<number>\d+)|(?P<word>[^\W\d_]+)|(?P<mark>[^\w\s]|\n)"
)
# No expression of time is longer; longer runs are cut so that hostile input stays linear.
LONGEST_RUN = 48
Run = list[Unit]


def runs(text: str, vocabulary: Vocabulary) -> Iterator[Run]:
    """Stretches of adjacent units of time in folded `text`; any other word ends a stretch."""
    run: Run = []
    skip = 0
    for token in _TOKEN.finditer(text):
        if token.start() < skip:
            continue
        units = _units(token, vocabulary, text)
        if units:
            run.extend(units)
            skip = units[-1].end
        if run and (not units or len(run) >= LONGEST_RUN):
            yield joined(run, vocabulary)
            run = []
    if run:
        yield joined(run, vocabulary)


def _units(token: re.Match[str], vocabulary: Vocabulary, text: str) -> Run:
    kind = token.lastgroup
    if kind == "word":
        found = _looked_up(vocabulary, token.group())
        return _word_units(found, token, vocabulary, text) if found else []
    if kind == "mark":
        lexeme = vocabulary.words.get(token.group())
        return [Unit(token.start(), token.end(), lexeme.letter, lexeme.values)] if lexeme else []
    values = _figure(str(kind), token.group())
    if values is None:
        return []
    slots = number_slots(values) if "num" in values else frozenset(values)
    return [Unit(token.start(), token.end(), vocabulary.letter(slots), values)]


@lru_cache(maxsize=65536)
def _looked_up(vocabulary: Vocabulary, word: str) -> tuple[tuple[str, ...], str, int] | None:
    return vocabulary.split(word)


def _figure(kind: str, text: str) -> Mapping[str, Value] | None:
    if kind in {"date", "sep"}:
        return {"numdate": text}
    if kind == "clock":
        return {"clock": text} if int(text[:-3]) <= 24 and int(text[-2:]) < 60 else None
    if kind == "decimal":
        value = float(text.replace(",", "."))
        return (
            {"num": value, "count": value, "decimal": text}
            if value != int(value) or "." in text
            else None
        )
    return number_values(int(text), digits=len(text)) if len(text) <= 9 else None


def _word_units(
    found: tuple[tuple[str, ...], str, int], token: re.Match[str], vocabulary: Vocabulary, text: str
) -> Run:
    clitics, word, length = found
    start = token.end() - length
    first = token.start()
    units = [
        _unit(first + place, int(first + place < start), vocabulary.words[clitic])
        for place, clitic in enumerate(clitics)
    ]
    for rest, lexeme in vocabulary.phrases.get(word, ()):
        end = _follows(text, token.end(), rest)
        if end:
            return [*units, Unit(start, end, lexeme.letter, lexeme.values)]
    lexeme_alone = vocabulary.words.get(word)
    return [*units, _unit(start, length, lexeme_alone)] if lexeme_alone else []


def _unit(start: int, length: int, lexeme: Lexeme) -> Unit:
    return Unit(start, start + length, lexeme.letter, lexeme.values)


def _follows(text: str, at: int, words: tuple[str, ...]) -> int:
    """Where the words end that stand, single-spaced, at `at`; 0 where they do not."""
    for word in words:
        if not text.startswith(" " + word, at):
            return 0
        at += 1 + len(word)
    return 0 if at < len(text) and text[at].isalnum() else at


def joined(run: Run, vocabulary: Vocabulary) -> Run:
    """The run with compound numbers and twice-named months («آذار/مارس») each made one unit."""
    out: Run = []
    at = 0
    while at < len(run):
        if _worth(run[at]) is not None:
            unit, at = _number(run, at, vocabulary)
        elif _month(run[at]) is not None:
            unit, at = _month_pair(run, at, vocabulary)
        else:
            unit, at = run[at], at + 1
        out.append(unit)
    return out


def _worth(unit: Unit) -> int | None:
    value = unit.values.get("card", unit.values.get("ordn"))
    return value if isinstance(value, int) else None


def _number(run: Run, at: int, vocabulary: Vocabulary) -> tuple[Unit, int]:
    """A number in words from `at` on: parts joined by «and», each of a smaller order (5 and 20 excepted)."""
    total = last = _worth(run[at]) or 0
    stop = at + 1
    while stop + 1 < len(run) and "and" in run[stop].values:
        part = _worth(run[stop + 1])
        if part is None or not _adds(last, part):
            break
        total, last, stop = total + part, part, stop + 2
    if stop == at + 1:
        return run[at], stop
    values = number_values(total, ordinal="ordn" in run[at].values)
    return Unit(
        run[at].start, run[stop - 1].end, vocabulary.letter(number_slots(values)), values
    ), stop


def _adds(last: int, part: int) -> bool:
    """Whether `part` can follow `last` in one number: «خمسة وعشرين», «مئة وخمسة», «ألفين وثمانية عشر»."""
    if last < 10:
        return 20 <= part <= 90
    return last >= 100 and part < (100 if last < 1000 else 1000)


MONTH_SLOTS = ("month", "homonym", "homonymx")
# How a second name of the same month may follow the first.
_PAIRS = (("slash", "month"), ("opening", "month", "closing"), ("month",), ("dash", "month"))
_PAIR_SLOTS = frozenset({"month", "pair"})


def _month_pair(run: Run, at: int, vocabulary: Vocabulary) -> tuple[Unit, int]:
    """The unit of a month, both of its names in it where two calendars name it."""
    number = _month(run[at])
    for shape in _PAIRS:
        tail = run[at + 1 : at + 1 + len(shape)]
        if len(tail) == len(shape) and all(
            _fits(unit, slot, number) for unit, slot in zip(tail, shape, strict=True)
        ):
            values: dict[str, Value] = {"month": number or 0, "pair": 1}
            return Unit(
                run[at].start, tail[-1].end, vocabulary.letter(_PAIR_SLOTS), values
            ), at + 1 + len(shape)
    return run[at], at + 1


def _fits(unit: Unit, slot: str, month: int | None) -> bool:
    return _month(unit) == month if slot == "month" else slot in unit.values


def _month(unit: Unit) -> int | None:
    value = next((unit.values[slot] for slot in MONTH_SLOTS if slot in unit.values), None)
    return value if isinstance(value, int) else None
