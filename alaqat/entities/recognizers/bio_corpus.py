"""Labelled corpora: one word and its BIO label a line, an empty line between sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from alaqat.entities.recognizers.bio import TYPES
from alaqat.model.errors import AlaqatError

_LINE = re.compile(rf"(\S+)[ \t]+(O|[BI]-(?:{'|'.join(TYPES)}))")


class CorpusBroken(AlaqatError):
    """A corpus cannot be used; the message names its file, the line and what should stand there."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence: its words as cut by the corpus, and a label for each («B-PER», «I-PER», «O»)."""

    words: tuple[str, ...]
    labels: tuple[str, ...]


def read(path: Path) -> list[Labelled]:
    """The sentences of a corpus; raises CorpusBroken that names the first line that is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as reason:
        raise CorpusBroken(f"{path}: cannot be read as UTF-8 text ({reason})") from reason
    found = list(_sentences(path, text.splitlines()))
    if len(found) < 2:
        raise CorpusBroken(
            f"{path}: has {len(found)} sentences; two or more are needed, with an empty line between them"
        )
    return found


def _sentences(path: Path, lines: Sequence[str]) -> Iterator[Labelled]:
    pairs: list[tuple[str, str]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            pairs.append(_pair(path, number, line))
        elif pairs:
            words, labels = zip(*pairs, strict=True)
            yield Labelled(words, labels)
            pairs = []


def _pair(path: Path, number: int, line: str) -> tuple[str, str]:
    match = _LINE.fullmatch(line.strip())
    if match is None:
        shown = line.strip()[:40]
        raise CorpusBroken(
            f"{path}, line {number}: {shown!r} is not a word and its label (O, B-PER, I-LOC, B-ORG …)"
        )
    word, label = match.groups()
    return word, label if label == "O" else f"{label[:2]}{TYPES[label[2:]]}"
