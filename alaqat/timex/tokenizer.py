"""From folded text to runs of typed tokens.

Clitics are split off, numbers in words and the two names of a month joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from alaqat.timex.vocabulary import (
    Lexeme,
    TypedToken,
    Value,
    Vocabulary,
    number_slots,
    number_values,
)

# A full date in figures, a clock time, a decimal, a misplaced full stop before a year (ignored), a
# whole number, a word, a mark, a line end.
_TOKEN = re.compile(
    r"(?P<date>(?<![\d./-])\d{1,4}(?P<sep>[./-])\d{1,2}(?P=sep)\d{1,4}(?![\d/-]))"
    r"|(?P<clock>\d{1,2}:\d{2}(?![\d:]))|(?P<decimal>\d{1,6}[.,]\d{1,3}(?![\d]))"
    r"|(?P<slip>(?<= )\.(?=\d{4}(?!\d)))|(?P<number>\d+)|(?P<word>[^\W\d_]+)|(?P<mark>[^\w\s]|\n)"
)
# No expression of time is longer; longer runs are cut so that hostile input stays linear.
LONGEST_RUN = 48
Run = list[TypedToken]
MONTH_SLOTS = ("month", "homonym", "homonymx")
_PAIR_SLOTS = frozenset({"month", "pair"})
# How a second name of the same month may follow the first.
_PAIRS = (("slash", "month"), ("opening", "month", "closing"), ("month",), ("dash", "month"))
# Longer numbers are no years and no amounts of time.
_MOST_DIGITS = 9
_HOURS, _MINUTES = 24, 60
# Which part of a number in words may follow which: tens after ones, what is below a hundred after
# hundreds, what is below a thousand after thousands and more.
_CONTINUED_BY = (
    (range(10), range(20, 91)),
    (range(100, 1000), range(100)),
    (range(1000, 10**12), range(1000)),
)


def runs(text: str, vocabulary: Vocabulary) -> Iterator[Run]:
    """Stretches of adjacent tokens of time in folded `text`; any other word ends a stretch."""
    run: Run = []
    end = 0
    for match in _TOKEN.finditer(text):
        if match.start() < end or match.lastgroup == "slip":
            continue
        tokens = _typed(match, vocabulary, text)
        if tokens:
            run.extend(tokens)
            end = tokens[-1].end
        if run and (not tokens or len(run) >= LONGEST_RUN):
            yield joined(run, vocabulary)
            run = []
    if run:
        yield joined(run, vocabulary)


def _typed(match: re.Match[str], vocabulary: Vocabulary, text: str) -> Run:
    """The tokens of one match of `_TOKEN`; none if it does not speak of time."""
    if match.lastgroup == "word":
        split = _split(vocabulary, match.group())
        return _word_tokens(split, match, vocabulary, text) if split else []
    if match.lastgroup == "mark":
        lexeme = vocabulary.words.get(match.group())
        return [_token(match.start(), len(match.group()), lexeme)] if lexeme else []
    values = _figures(str(match.lastgroup), match.group())
    if not values:
        return []
    slots = number_slots(values) if "num" in values else frozenset(values)
    return [TypedToken(match.start(), match.end(), vocabulary.letter(slots), values)]


@lru_cache(maxsize=65536)
def _split(vocabulary: Vocabulary, word: str) -> tuple[tuple[str, ...], str, int] | None:
    return vocabulary.split(word)


def _figures(kind: str, text: str) -> Mapping[str, Value]:
    """Slots and values of what is written in figures; empty if it can be no time."""
    if kind in {"date", "sep"}:
        return {"numdate": text}
    if kind == "clock":
        return {"clock": text} if _is_clock(text) else {}
    if kind == "decimal":
        return _decimal(text)
    return number_values(int(text), digits=len(text)) if len(text) <= _MOST_DIGITS else {}


def _is_clock(text: str) -> bool:
    hour, minute = text.split(":")
    return int(hour) <= _HOURS and int(minute) < _MINUTES


def _decimal(text: str) -> Mapping[str, Value]:
    """A number with a fraction.

    «10.30» may be a clock, a whole number with a comma («3,0») is none.
    """
    value = float(text.replace(",", "."))
    is_decimal = value != int(value) or "." in text
    return {"num": value, "count": value, "decimal": text} if is_decimal else {}


def _word_tokens(
    split: tuple[tuple[str, ...], str, int], match: re.Match[str], vocabulary: Vocabulary, text: str
) -> Run:
    """The clitics of a word, and the longest listed phrase that it begins, or the word alone."""
    clitics, word, length = split
    first, start = match.start(), match.end() - length
    tokens = [
        _token(first + index, int(first + index < start), vocabulary.words[clitic])
        for index, clitic in enumerate(clitics)
    ]
    for rest, lexeme in vocabulary.phrases.get(word, ()):
        end = match.end() + len(rest)
        if text.startswith(rest, match.end()) and not text[end : end + 1].isalnum():
            return [*tokens, _token(start, end - start, lexeme)]
    alone = vocabulary.words.get(word)
    return [*tokens, _token(start, length, alone)] if alone else []


def _token(start: int, length: int, lexeme: Lexeme) -> TypedToken:
    return TypedToken(start, start + length, lexeme.letter, lexeme.values)


def joined(run: Run, vocabulary: Vocabulary) -> Run:
    """The run with compound numbers and twice-named months («آذار/مارس») each made one token."""
    tokens: Run = []
    index = 0
    while index < len(run):
        size = _number_size(run, index)
        if size > 1:
            tokens.append(_number(run[index : index + size], vocabulary))
        else:
            size = _month_pair_size(run, index)
            tokens.append(_month_pair(run[index : index + size], vocabulary))
        index += size
    return tokens


def _number_word(token: TypedToken) -> int | None:
    """The value of a cardinal or ordinal in words."""
    value = token.values.get("card", token.values.get("ordn"))
    return value if isinstance(value, int) else None


def _number_size(run: Run, index: int) -> int:
    """How many tokens a number in words takes at `index`: parts joined by «and».

    1 for a single word or none.
    """
    last, stop = _number_word(run[index]), index + 1
    while last is not None and stop + 1 < len(run) and "and" in run[stop].values:
        part = _number_word(run[stop + 1])
        if part is None or not _can_follow(last, part):
            break
        last, stop = part, stop + 2
    return stop - index


def _can_follow(last: int, part: int) -> bool:
    """True if `part` continues a number after `last`: «خمسة وعشرين», «مئة وخمسة»."""
    return any(last in sizes and part in parts for sizes, parts in _CONTINUED_BY)


def _number(tokens: Run, vocabulary: Vocabulary) -> TypedToken:
    """One token for a number in several words."""
    total = sum(_number_word(token) or 0 for token in tokens)
    values = number_values(total, ordinal="ordn" in tokens[0].values)
    letter = vocabulary.letter(number_slots(values))
    return TypedToken(tokens[0].start, tokens[-1].end, letter, values)


def _month(token: TypedToken) -> int | None:
    value = next((token.values[slot] for slot in MONTH_SLOTS if slot in token.values), None)
    return value if isinstance(value, int) else None


def _month_pair_size(run: Run, index: int) -> int:
    """How many tokens the two names of one month take at `index`; 1 if there are no two."""
    month = _month(run[index])
    if month is None:
        return 1
    for shape in _PAIRS:
        tail = run[index + 1 : index + 1 + len(shape)]
        if len(tail) == len(shape) and all(
            _can_fill(token, slot, month) for token, slot in zip(tail, shape, strict=True)
        ):
            return 1 + len(shape)
    return 1


def _can_fill(token: TypedToken, slot: str, month: int) -> bool:
    """True if a token has the slot; for a month, if it names the same month."""
    return _month(token) == month if slot == "month" else slot in token.values


def _month_pair(tokens: Run, vocabulary: Vocabulary) -> TypedToken:
    """One token for the two names of a month; a single token unchanged."""
    if len(tokens) == 1:
        return tokens[0]
    values: dict[str, Value] = {"month": _month(tokens[0]) or 0, "pair": 1}
    return TypedToken(tokens[0].start, tokens[-1].end, vocabulary.letter(_PAIR_SLOTS), values)
