"""Distances, thresholds and windows of the stages, from `data/rules/distances.csv`."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from alaqat.lexicon.load import data_folder
from alaqat.model.errors import LexiconError

COLUMNS = ["name", "value", "unit", "how"]


def _path() -> Path:
    return data_folder() / "rules" / "distances.csv"


@cache
def _values() -> dict[str, float]:
    """The value of every name. Raises LexiconError, with the line, on a row that is not whole."""
    lines = _path().read_text(encoding="utf-8").splitlines()
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if next(csv.reader([numbered[0][1]])) != COLUMNS:
        raise LexiconError(f"{_path()}, line {numbered[0][0]}: the header should be {COLUMNS}")
    values: dict[str, float] = {}
    for number, line in numbered[1:]:
        name, value = _checked(line, f"{_path()}, line {number}")
        if name in values:
            raise LexiconError(f"{_path()}, line {number}: {name} is there already; rename one")
        values[name] = value
    return values


def _checked(line: str, where: str) -> tuple[str, float]:
    """Name and value of a row."""
    cells = next(csv.reader([line]))
    if len(cells) != len(COLUMNS) or not all(cells):
        raise LexiconError(f"{where}: needs {', '.join(COLUMNS)}")
    try:
        return cells[0], float(cells[1])
    except ValueError:
        raise LexiconError(f"{where}: {cells[1]!r} is no number") from None


def threshold(name: str) -> float:
    """The number called `name`. Raises LexiconError when the file has no such row."""
    try:
        return _values()[name]
    except KeyError:
        raise LexiconError(f"{_path()}: has no row {name!r}; add one") from None


@cache
def distance(name: str) -> int:
    """The whole number called `name`: characters, words or days, as its unit says."""
    return int(threshold(name))
