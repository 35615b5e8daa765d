"""The rules of `data/rules/timex/*.yaml`, compiled to patterns over shapes, and what they match in a run.

In a pattern `{slot}` is a word of that slot, `{a|b:name}` one of either, captured as `name`, `<PART>` a
pattern of `timex/parts.yaml`, an Arabic word itself; the rest is regular-expression syntax.
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
from alaqat.timex.vocabulary import Unit, Vocabulary, pattern_words

FILES = ("timex/dates", "timex/ranges", "timex/relative", "timex/durations", "timex/blocks")
PARTS = "timex/parts"
_PIECE = re.compile(r"\{([\w|=.-]+)(?::(\w+))?\}|<([A-Z_]+)>|([\u0600-\u06ff]+)|(\s+)|(.)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule ready to run: its id, and the reader of its captures (`read`)."""

    id: str
    read: str
    regex: re.Pattern[str]
    rank: int


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match in a shape: unit positions, and which unit each capture took."""

    pattern: Pattern
    start: int
    end: int
    captures: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match in the text: folded offsets and the captured units by name."""

    pattern: Pattern
    start: int
    end: int
    units: Mapping[str, Unit]


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
    text = pattern
    while "<" in re.sub(r"\(\?<[!=]", "", text):
        text = re.sub(r"<([A-Z_]+)>", lambda found: f"(?:{_parts()[found.group(1)]})", text)
    return "".join(_piece(found, number) for number, found in enumerate(_PIECE.finditer(text)))


def _piece(found: re.Match[str], number: int) -> str:
    slots, name, _, word, space, other = found.groups()
    if slots:
        letters = "".join(
            sorted({letter for slot in slots.split("|") for letter in vocabulary().letters(slot)})
        )
        if not letters:
            raise KeyError(f"no word fills {{{slots}}}")
        return f"(?P<{name}__{number}>[{letters}])" if name else f"[{letters}]"
    if word:
        return f"[{vocabulary().letters('=' + folded(word))}]"
    return "" if space else str(other)


@lru_cache(maxsize=65536)
def found_in(shape: str) -> tuple[Found, ...]:
    """Every match in a shape, longest first, then leftmost, then by rule order."""
    found = [hit for pattern in patterns() for hit in _hits(pattern, shape)]
    return tuple(sorted(found, key=lambda hit: (hit.start - hit.end, hit.start, hit.pattern.rank)))


def _hits(pattern: Pattern, shape: str) -> Iterator[Found]:
    for match in pattern.regex.finditer(shape):
        if match.end() > match.start():
            yield Found(pattern, match.start(), match.end(), tuple(_captures(match)))


def _captures(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    for group, shape in match.groupdict().items():
        if shape:
            yield group.split("__")[0], match.start(group)


def matches(run: Run) -> Iterator[Match]:
    """Matches of all rules in a run, best first; they may overlap."""
    for hit in found_in("".join(unit.letter for unit in run)):
        units = {name: run[place] for name, place in hit.captures}
        yield Match(hit.pattern, run[hit.start].start, run[hit.end - 1].end, units)
