"""Distances, thresholds and windows of the stages, from `data/rules/distances.csv`."""

from __future__ import annotations

import csv
from functools import cache

from alaqat.lexicon.load import DATA
from alaqat.model.errors import LexiconError

COLUMNS = ["name", "value", "unit", "how"]
_PATH = DATA / "rules" / "distances.csv"


@cache
def _values() -> dict[str, float]:
    """The value of every name. Raises LexiconError, with the line, on a row that is not whole."""
    lines = _PATH.read_text(encoding="utf-8").splitlines()
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if next(csv.reader([numbered[0][1]])) != COLUMNS:
        raise LexiconError(f"{_PATH}, line {numbered[0][0]}: the header should be {COLUMNS}")
    values: dict[str, float] = {}
    for number, line in numbered[1:]:
        cells = next(csv.reader([line]))
        if len(cells) != len(COLUMNS) or not all(cells) or not cells[1].lstrip("-").isdigit():
            raise LexiconError(
                f"{_PATH}, line {number}: needs {', '.join(COLUMNS)}; value is an integer"
            )
        if cells[0] in values:
            raise LexiconError(f"{_PATH}, line {number}: {cells[0]} is there already; rename one")
        try:
            values[cells[0]] = float(cells[1])
        except ValueError:
            raise LexiconError(f"{_PATH}, line {number}: {cells[1]!r} is no number") from None
    return values


def threshold(name: str) -> float:
    """The number called `name`. Raises LexiconError when the file has no such row."""
    try:
        return _values()[name]
    except KeyError:
        raise LexiconError(f"{_PATH}: has no row {name!r}; add one") from None


def distance(name: str) -> int:
    """The whole number called `name`: characters, words or days, as its unit says."""
    return int(threshold(name))
