"""The rules of `data/rules/timex/*.yaml` as patterns over shapes, and their matches in a run.

In a pattern `{slot}` is a word of that slot, `{a|b:name}` one of either, captured as `name`,
`<PART>` a pattern of `timex/parts.yaml`, an Arabic word itself; the rest is regular-expression
syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from alaqat import lexicon
from alaqat.arabic.fold import folded
from alaqat.model.errors import LexiconError
from alaqat.timex.tokenizer import Run
from alaqat.timex.vocabulary import TypedToken, Vocabulary, pattern_words

FILES = ("timex/dates", "timex/ranges", "timex/relative", "timex/durations", "timex/blocks")
PARTS = "timex/parts"
_PIECE = re.compile(r"\{([\w|=.-]+)(?::(\w+))?\}|<([A-Z_]+)>|([\u0600-\u06ff]+)|(\s+)|(.)")
_PART = re.compile(r"<([A-Z_]+)>")
_LOOKBEHIND = re.compile(r"\(\?<[!=]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled rule: its id, its reader's name (`read`), its place among the rules (`rank`)."""

    id: str
    read: str
    regex: re.Pattern[str]
    rank: int


@dataclass(frozen=True, slots=True)
class ShapeMatch:
    """A rule's match in a shape: positions of tokens, and the position of each capture."""

    pattern: Pattern
    start: int
    end: int
    captures: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match in the text: folded offsets and the captured tokens by name."""

    pattern: Pattern
    start: int
    end: int
    captures: Mapping[str, TypedToken]


@cache
def vocabulary() -> Vocabulary:
    """The words of the lexicon and of every rule."""
    texts = [rule.fields["pattern"] for name in (PARTS, *FILES) for rule in lexicon.rules(name)]
    return Vocabulary(sorted({word for text in texts for word in pattern_words(text)}))


@cache
def patterns() -> tuple[Pattern, ...]:
    """All rules, in file order."""
    return tuple(
        _compiled(rule, name, rank)
        for rank, (name, rule) in enumerate((n, r) for n in FILES for r in lexicon.rules(n))
    )


def _compiled(rule: lexicon.Rule, name: str, rank: int) -> Pattern:
    try:
        regex = re.compile(_expanded(rule.fields["pattern"]))
    except (re.error, KeyError) as error:
        raise LexiconError(
            f"data/rules/{name}.yaml, rule {rule.id}: the pattern is broken ({error})"
        ) from error
    return Pattern(rule.id, rule.fields.get("read", ""), regex, rank)


@cache
def _parts() -> Mapping[str, str]:
    return {rule.id: rule.fields["pattern"] for rule in lexicon.rules(PARTS)}


def _expanded(pattern: str) -> str:
    """The regular expression over shapes of a rule's pattern, parts included."""
    text = pattern
    while "<" in _LOOKBEHIND.sub("", text):
        text = _PART.sub(lambda match: f"(?:{_parts()[match.group(1)]})", text)
    return "".join(_piece(match, number) for number, match in enumerate(_PIECE.finditer(text)))


def _piece(match: re.Match[str], number: int) -> str:
    """One piece of a pattern over shapes; `number` makes the names of its groups unique."""
    slots, name, _, word, space, other = match.groups()
    if slots:
        letters = _letters(slots)
        return f"(?P<{name}__{number}>{letters})" if name else letters
    if word:
        return f"[{vocabulary().letters('=' + folded(word))}]"
    return "" if space else str(other)


def _letters(slots: str) -> str:
    """The character class of all words that fill one of `slots`.

    Raises KeyError if none does.
    """
    letters = {letter for slot in slots.split("|") for letter in vocabulary().letters(slot)}
    if not letters:
        raise KeyError(f"no word fills {{{slots}}}")
    return f"[{''.join(sorted(letters))}]"


@lru_cache(maxsize=65536)
def shape_matches(shape: str) -> tuple[ShapeMatch, ...]:
    """Every match in a shape, longest first, then leftmost, then by rule order."""
    matches = [match for pattern in patterns() for match in _matches(pattern, shape)]
    return tuple(sorted(matches, key=_longest_first))


def _longest_first(match: ShapeMatch) -> tuple[int, int, int]:
    return match.start - match.end, match.start, match.pattern.rank


def _matches(pattern: Pattern, shape: str) -> Iterator[ShapeMatch]:
    for match in pattern.regex.finditer(shape):
        if match.end() > match.start():
            yield ShapeMatch(pattern, match.start(), match.end(), tuple(_captures(match)))


def _captures(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    for group, shape in match.groupdict().items():
        if shape:
            yield group.split("__")[0], match.start(group)


def matches(run: Run) -> Iterator[Match]:
    """Matches of all rules in a run, best first; they may overlap."""
    for match in shape_matches("".join(token.letter for token in run)):
        captures = {name: run[index] for name, index in match.captures}
        yield Match(match.pattern, run[match.start].start, run[match.end - 1].end, captures)
