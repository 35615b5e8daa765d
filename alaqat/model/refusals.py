"""Group refusals by cause: one line with a count and the first rows says as much as one a row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from alaqat.model.errors import ArticleRefused

NAMED: Final = 3  # rows or files named of each cause
# What differs between refusals of one cause: quoted values, lists of columns, figures.
_VALUES: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"[^\"]*\"|(?<=; it has )[^:]*|\d[\d,.]*")
# The message of an error after its type.
_MESSAGE: Final = re.compile(r"(\(\w+): .*(?=\))", re.DOTALL)


class Cause(NamedTuple):
    """Refusals of one cause: the sentence of the first with the next rows, and their count.

    `problem` says the cause without names, values and messages of errors, which could hold words of
    an article; it is the same for all refusals of the cause.
    """

    sentence: str
    number: int
    problem: str = ""


def grouped(refusals: Iterable[ArticleRefused]) -> list[Cause]:
    """The causes of the refusals, in the order in which they were first met."""
    causes: dict[str, list[ArticleRefused]] = {}
    for refusal in refusals:
        causes.setdefault(_VALUES.sub("…", refusal.problem), []).append(refusal)
    return [
        Cause(_sentence(group), len(group), _MESSAGE.sub(r"\1", problem))
        for problem, group in causes.items()
    ]


def _sentence(group: list[ArticleRefused]) -> str:
    first, *others = group
    if not others:
        return str(first)
    named = [_short(refusal.where, first.where) for refusal in others[: NAMED - 1]]
    more = len(others) - len(named)
    places = ", ".join(named) + (f" and {more:,} more" if more else "")
    return f"{first} ({len(group):,} times: also {places})"


def _short(where: str, first: str) -> str:
    """The row alone if the file is that of the first."""
    file, comma, row = where.rpartition(", ")
    return row if comma and first.startswith(file + comma) else where
