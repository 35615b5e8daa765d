"""Reads the cells of one row of the file of corrections."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Final, NamedTuple, get_args

from alaqat.corrections.model import Correction, CorrectionKind
from alaqat.lexicon.load import table
from alaqat.model.errors import LexiconError
from alaqat.model.plain_text import unescape_formula
from alaqat.model.years import is_within_years

COLUMNS: Final = ("kind", "a", "b", "reason", "by", "day")
_KINDS: Final[dict[str, CorrectionKind]] = {kind: kind for kind in get_args(CorrectionKind)}
_ENTITY = re.compile(r"(per|loc|org|other):\S.*")
_REPORT = re.compile(r"[0-9a-f]{16}:\d+")
_QUOTE = re.compile(r"[0-9a-f]{16}")
_INTERVAL = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})")
# A day as spreadsheets write it: three numbers, the year first or last.
_DAY = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")


def parse_row(cells: Sequence[str]) -> Correction:
    """The correction of a row. Raises LexiconError."""
    filled = [cell.strip() for cell in cells]
    while len(filled) > len(COLUMNS) and not filled[-1]:
        filled.pop()
    if len(filled) != len(COLUMNS):
        raise LexiconError(
            f"has {len(filled)} cells instead of {len(COLUMNS)}; quote commas or add cells"
        )
    name, a, b, reason, by, day = map(unescape_formula, filled)
    kind = _KINDS.get(name)
    if kind is None:
        raise LexiconError(f"kind {name[:40]!r} should be one of {', '.join(_KINDS)}")
    for cell, cell_type in zip((a, b), _CELL_TYPES[kind], strict=True):
        if not cell_type.is_valid(cell):
            raise LexiconError(f"{cell[:40]!r} is no {cell_type.description}")
    return Correction(kind, a, b, reason, by, _day(day))


def _day(text: str) -> date | None:
    """The day of a cell, None if it is empty or may be one of two days, as 01/05/2024 may."""
    if not text:
        return None
    try:
        return date.fromisoformat(text) if "-" in text else _day_of_spreadsheet(text)
    except ValueError as error:
        raise LexiconError(f"the day {text[:40]!r} is no date such as 2022-10-27") from error


def _day_of_spreadsheet(text: str) -> date | None:
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    first, second, third = map(int, match.groups())
    if first > 31:
        return date(first, second, third)
    if second > 12:
        return date(third, first, second)
    is_clear = first > 12 or first == second
    return date(third, second, first) if is_clear else None


def _is_entity(cell: str) -> bool:
    return bool(_ENTITY.fullmatch(cell))


def _is_report(cell: str) -> bool:
    return bool(_REPORT.fullmatch(cell))


def _is_quote(cell: str) -> bool:
    return bool(_QUOTE.fullmatch(cell))


def _is_item(cell: str) -> bool:
    return _is_entity(cell) or _is_report(cell) or _is_quote(cell)


def _is_interval(cell: str) -> bool:
    """True for two days in order and within the valid years, and for an empty cell (undated)."""
    if not cell:
        return True
    match = _INTERVAL.fullmatch(cell)
    if match is None:
        return False
    try:
        first, last = date.fromisoformat(match[1]), date.fromisoformat(match[2])
    except ValueError:
        return False
    return first <= last and is_within_years(first, last)


def _is_code(cell: str) -> bool:
    plover, _, mode = cell.partition("/")
    return (plover, mode) in _codes()


@cache
def _codes() -> frozenset[tuple[str, str]]:
    return frozenset((row["plover"], row["mode"]) for row in table("plover"))


def _is_empty(cell: str) -> bool:
    return not cell


def _is_anything(_: str) -> bool:
    return True


class _CellType(NamedTuple):
    """A type of cell: the test that its values pass, and its name in error messages."""

    is_valid: Callable[[str], bool]
    description: str


_ID = _CellType(_is_entity, "entity id, such as per:benny-gantz")
_EVENT = _CellType(_is_report, "report of an event, such as 47d3d796223e098a:120")
_NAMES = _CellType(_is_anything, "list of names")
_EMPTY = _CellType(_is_empty, "empty cell")
# kind of correction → the types of its cells `a` and `b`
_CELL_TYPES: Final[dict[CorrectionKind, tuple[_CellType, _CellType]]] = {
    "merge": (_ID, _ID),
    "apart": (_ID, _ID),
    "hide": (_CellType(_is_item, "id of an event's report, of a quote or of an entity"), _EMPTY),
    "date": (
        _EVENT,
        _CellType(_is_interval, "interval such as 2018-05-01/2018-05-31, nor empty"),
    ),
    "code": (_EVENT, _CellType(_is_code, "code of plover.csv, such as SANCTION/expel")),
    "actors": (_EVENT, _NAMES),
    "recipients": (_EVENT, _NAMES),
    "speaker": (_CellType(_is_quote, "quote id"), _ID),
    "join": (_EVENT, _EVENT),
    "split": (_EVENT, _EMPTY),
}
