"""Mend lines that were broken at the width of a page, and letters written as shapes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from alaqat.ingest.visual_order import logical_lines

# A line continues in the next if it does not end in punctuation and is at least so wide, as a share
# of the widest line.
WIDE: Final = 0.75
# Lines of a text that was broken at a width: at least so many, none wider, most of them wide and
# without an end of a sentence.
_FEWEST_LINES: Final = 5
_WIDEST: Final = 130
_NARROWEST: Final = 30
_BROKEN_SHARE: Final = 0.5
# One sentence on fewer lines: at least so many, the shortest but the last so wide as a share.
_FEWEST_OF_SENTENCE: Final = 3
_ALIKE: Final = 0.7
_SENTENCE_END: Final = re.compile(r"[.!?؟:…][\"»”’)\]]*$")
# The shapes of letters that fonts had before Unicode; the ornate brackets among them are none.
_PRESENTATION_FORMS: Final = re.compile("[\ufb50-\ufd3d\ufd40-\ufdff\ufe70-\ufefc]+")
_FORM: Final = re.compile("[\ufe80-\ufef4]")


def normalise_forms(text: str) -> str:
    """`text` with letters instead of their presentation forms, in the order they are read."""
    if not _PRESENTATION_FORMS.search(text):
        return text
    plain = _PRESENTATION_FORMS.sub(_base_letters, text)
    return "\n".join(logical_lines(plain.split("\n"))) if is_drawn_backwards(text) else plain


def _base_letters(form: re.Match[str]) -> str:
    """The letters of presentation forms."""
    return unicodedata.normalize("NFKC", form[0]).strip() or form[0]


def is_drawn_backwards(text: str) -> bool:
    """True if the shapes of letters stand from left to right: words begin with their final shape.

    False for a text without presentation forms, or with isolated ones alone.
    """
    names = [
        _shape(first) + _shape(second)
        for first, second in pairwise(text)
        if _FORM.match(first) and _FORM.match(second)
    ]
    forwards = sum(pair in {"im", "if", "mf"} for pair in names)
    backwards = sum(pair in {"fi", "fm", "mi"} for pair in names)
    return backwards > forwards


def _shape(letter: str) -> str:
    """i, m, f or s: the initial, medial, final or isolated shape."""
    name = unicodedata.name(letter, "")
    shapes = {"INITIAL FORM": "i", "MEDIAL FORM": "m", "FINAL FORM": "f"}
    return next((short for shape, short in shapes.items() if name.endswith(shape)), "s")


def join_broken_lines(text: str) -> str:
    """`text` with its lines joined to paragraphs if they were broken at the width of a page."""
    blocks = [block.splitlines() for block in re.split(r"\n[ \t]*\n", text)]
    lines = [line.strip() for block in blocks for line in block if line.strip()]
    if not _is_broken(lines, blocks):
        return text
    widest = max(map(len, lines))
    if _is_broken_sentence(lines, widest):
        return " ".join(lines)
    return "\n".join(
        paragraph
        for block in blocks
        for paragraph in paragraphs([line.strip() for line in block if line.strip()], widest)
    )


def _is_broken(lines: Sequence[str], blocks: Sequence[Sequence[str]]) -> bool:
    widest = max(map(len, lines), default=0)
    if _is_broken_sentence(lines, widest):
        return True
    if len(lines) < _FEWEST_LINES or not _NARROWEST <= widest <= _WIDEST:
        return False
    followed = [line.strip() for block in blocks for line in block[:-1] if line.strip()]
    broken = [
        line for line in followed if len(line) >= WIDE * widest and not _SENTENCE_END.search(line)
    ]
    return len(broken) > max(_BROKEN_SHARE * len(followed), 2)


def _is_broken_sentence(lines: Sequence[str], widest: int) -> bool:
    """True for one sentence on a few lines: only the last ends it, the others are about as long."""
    if not (_FEWEST_OF_SENTENCE <= len(lines) < _FEWEST_LINES and widest <= _WIDEST):
        return False
    *first, last = lines
    if any(map(_SENTENCE_END.search, first)) or not _SENTENCE_END.search(last):
        return False
    return min(map(len, first)) >= _ALIKE * widest


def paragraphs(lines: Sequence[str], widest: int | None = None) -> Iterator[str]:
    """The paragraphs of lines that were broken at a width, that of the widest line if not given."""
    width = widest or max(map(len, lines), default=0)
    paragraph = ""
    for line in lines:
        paragraph = f"{paragraph} {line}".strip()
        if _is_paragraph_end(line, width):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _is_paragraph_end(line: str, width: int) -> bool:
    return len(line) < WIDE * width or bool(_SENTENCE_END.search(line))
