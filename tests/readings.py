"""What the stages read in texts: the first article and those of `texts.txt`, a record a line.

The texts are sentences made for the examples of rules, five to an article. A record has the fields
that differ from their default. A change of a rule or a word list may change what is read: the tests
are then written anew with `WRITE_WHOLE=1` and the difference is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from alaqat.build.pipeline import annotate
from alaqat.model.records import Annotations
from tests import builders
from tests.conftest import SEED

TEXTS = Path(__file__).with_name("texts.txt")
PUBLISHED = "2022-10-27"
LEFT_OUT = {"sentence", "read_by"}


@cache
def annotated() -> list[Annotations]:
    """The annotations of all texts."""
    made = TEXTS.read_text(encoding="utf-8").strip().split("\n\n")
    texts = [SEED.read_text(encoding="utf-8"), *made]
    return [annotate(builders.article(text, PUBLISHED)) for text in texts]


def written(records_of: Callable[[Annotations], Iterable[Any]]) -> str:
    """The records of all texts, those of each text under its number."""
    lines = []
    for number, read in enumerate(annotated()):
        lines.append(f"--- text {number}")
        lines += map(line, records_of(read))
    return "\n".join(lines)


def line(record: Any) -> str:
    """A record with the fields that differ from their default."""
    if isinstance(record, tuple | list):
        return f"[{', '.join(map(line, record))}]"
    if not is_dataclass(record):
        return str(record)
    parts = [
        f"{own.name}={line(getattr(record, own.name))}"
        for own in fields(record)
        if own.name not in LEFT_OUT and not _is_default(own, record)
    ]
    return f"({' '.join(parts)})"


def _is_default(own: Any, record: Any) -> bool:
    return own.default is not MISSING and getattr(record, own.name) == own.default
