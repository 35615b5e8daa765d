"""Texts that are slow to process: the processor time of each must stay within a limit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from alaqat import entities
from alaqat.arabic.document import prepare
from alaqat.model.records import Article
from bench.report import Line, milliseconds
from components.html import article_reader, quote_versions

# how often a piece that opens a name or a quotation is repeated to make an article
REPEATS: Final = 10_000
PIECES: Final = (
    "«", '"', "وزير ", "بن ", "محمد ", "(", "حزب «", "رئيس ", "عبد الله ", "أردوغان ",
)  # fmt: skip
WORDS: Final = 50_000
MARKS: Final = 11_000


def lines() -> Iterator[Line]:
    """One line for each kind of work."""
    documents = [prepare(Article("a", piece * REPEATS)) for piece in PIECES]
    slowest = max(_seconds(partial(entities.find, document)) for document in documents)
    yield _limited(f"entities of {REPEATS:,} times the same piece, the slowest", slowest, 3)
    first, second = "كلمة " * WORDS, "لفظ " * WORDS
    yield _limited(
        f"two versions of a quote of {WORDS:,} words",
        _seconds(lambda: quote_versions.differences(first, second)),
        1,
    )
    marks = [article_reader.Mark(9 * n, 9 * n + 5, "person", "") for n in range(MARKS)]
    yield _limited(
        f"an article with {MARKS:,} marks",
        _seconds(lambda: article_reader.text("a" * 10 * MARKS, marks)),
        2,
    )


def _limited(label: str, seconds: float, limit: float) -> Line:
    reference = f"limit {milliseconds(limit)}"
    return Line(label, milliseconds(seconds), reference, holds=seconds <= limit)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
