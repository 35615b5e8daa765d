"""BIO labels of words («B-PER», «I-PER», «O»): as spans, and in files of labelled sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from alaqat.model.errors import AlaqatError
from alaqat.model.records import EntityType, Token

# Corpora of Arabic names write PERS and MISC where this project writes PER and OTHER.
TYPES: Final[dict[str, EntityType]] = {
    "LOC": "LOC",
    "ORG": "ORG",
    "PER": "PER",
    "PERS": "PER",
    "MISC": "OTHER",
    "OTHER": "OTHER",
}
OUTSIDE: Final = "O"
# Sentences that a training needs: one to learn from and one to be scored on.
FEWEST_SENTENCES: Final = 2
_LINE: Final = re.compile(rf"(\S+)[ \t]+({OUTSIDE}|[BI]-(?:{'|'.join(TYPES)}))")
_SHOWN: Final = 40  # characters of a wrong line in a message


class CorpusBroken(AlaqatError):
    """A corpus cannot be used; the message names the file, the line and what is expected there."""


class LabelledSpan(NamedTuple):
    """A name by its labels: folded offsets and type."""

    start: int
    end: int
    type: EntityType


class LabelledSentence(NamedTuple):
    """The words of a sentence as the corpus splits them, and a label for each."""

    words: tuple[str, ...]
    labels: tuple[str, ...]


def spans(tokens: Sequence[Token], labels: Sequence[str]) -> Iterator[LabelledSpan]:
    """Spans of labelled words; an I- label of another type than the one before begins a name."""
    current: LabelledSpan | None = None
    previous = OUTSIDE
    for token, label in zip(tokens, labels, strict=True):
        entity_type = TYPES.get(label[2:])
        if current and label.startswith("I") and label[2:] == previous[2:]:
            current = current._replace(end=token.end)
        else:
            if current:
                yield current
            current = LabelledSpan(token.start, token.end, entity_type) if entity_type else None
        previous = label
    if current:
        yield current


def read_corpus(path: Path) -> list[LabelledSentence]:
    """The sentences of a file with a word and its label a line, and empty lines between sentences.

    Raises CorpusBroken, with the first line that is wrong.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as reason:
        raise CorpusBroken(f"{path}: cannot be read as UTF-8 text ({reason})") from reason
    sentences = list(_sentences(path, text.splitlines()))
    if len(sentences) < FEWEST_SENTENCES:
        raise CorpusBroken(
            f"{path}: has {len(sentences)} sentences; two or more are needed, "
            "with an empty line between them"
        )
    return sentences


def _sentences(path: Path, lines: Sequence[str]) -> Iterator[LabelledSentence]:
    pairs: list[tuple[str, str]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            pairs.append(_pair(path, number, line.strip()))
        elif pairs:
            yield LabelledSentence(*zip(*pairs, strict=True))
            pairs = []


def _pair(path: Path, number: int, line: str) -> tuple[str, str]:
    """The word of a line and its label, the type as this project writes it."""
    match = _LINE.fullmatch(line)
    if match is None:
        raise CorpusBroken(
            f"{path}, line {number}: {line[:_SHOWN]!r} is not a word and its label "
            "(O, B-PER, I-LOC, B-ORG …)"
        )
    word, label = match.groups()
    return word, label if label == OUTSIDE else f"{label[:2]}{TYPES[label[2:]]}"
