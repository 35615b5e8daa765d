"""Reads and writes the CSV file of corrections; a lock protects it from concurrent writers."""

from __future__ import annotations

import csv
import fcntl
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, NamedTuple, get_args

from alaqat.corrections.model import Correction, CorrectionKind, merged_ids
from alaqat.lexicon.load import table
from alaqat.model.errors import LexiconError
from alaqat.model.settings import Settings
from alaqat.model.years import is_within_years

COLUMNS: Final = ("kind", "a", "b", "reason", "by", "day")
_ENTITY = re.compile(r"(per|loc|org|other):\S.*")
_REPORT = re.compile(r"[0-9a-f]{16}:\d+")
_QUOTE = re.compile(r"[0-9a-f]{16}")
_INTERVAL = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})")


def read(path: Path | None = None) -> tuple[Correction, ...]:
    """The corrections of a file, none if there is no file.

    Raises LexiconError that names the first broken row.
    """
    path = path or Settings.from_env().corrections
    return tuple(row for _, row in _numbered(path)) if path.exists() else ()


def _numbered(path: Path) -> list[tuple[int, Correction]]:
    """The corrections of a file with the numbers of their lines; `#` begins a comment."""
    lines = [
        (number, line)
        for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        return []
    header_number, header = lines[0]
    if tuple(next(csv.reader([header]))) != COLUMNS:
        raise LexiconError(
            f"{path}, line {header_number}: the header should be {','.join(COLUMNS)}"
        )
    numbered: list[tuple[int, Correction]] = []
    for number, line in lines[1:]:
        where = f"{path}, line {number}"
        numbered.append((number, _row(where, next(csv.reader([line])))))
        _check_names(where, [row for _, row in numbered])
    return numbered


def _row(where: str, cells: Sequence[str]) -> Correction:
    if len(cells) != len(COLUMNS):
        raise LexiconError(
            f"{where}: has {len(cells)} cells instead of {len(COLUMNS)}; quote commas or add cells"
        )
    name, a, b, reason, by, day = (cell.strip() for cell in cells)
    kind = _kind(where, name)
    _check_cells(where, kind, (a, b))
    return Correction(kind, a, b, reason, by, _day(where, day))


def _kind(where: str, name: str) -> CorrectionKind:
    kinds: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
    for kind in kinds:
        if kind == name:
            return kind
    raise LexiconError(f"{where}: kind {name!r} should be one of {', '.join(kinds)}")


def _day(where: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise LexiconError(f"{where}: the day {text!r} is no date such as 2022-10-27") from error


def _check_cells(where: str, kind: CorrectionKind, cells: tuple[str, str]) -> None:
    """Raise LexiconError if a cell does not have the type that its kind of correction needs."""
    for cell, cell_type in zip(cells, _CELL_TYPES[kind], strict=True):
        if not cell_type.is_valid(cell):
            raise LexiconError(f"{where}: {cell!r} is no {cell_type.description}")


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
    return any((row["plover"], row["mode"]) == (plover, mode) for row in table("plover"))


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


def _check_names(where: str, rows: Sequence[Correction]) -> None:
    """Raise LexiconError if the last row contradicts those before it.

    An entity may not be merged with itself, in a cycle, or with an entity marked as another one.
    """
    last = rows[-1]
    if last.kind not in ("merge", "apart"):
        return
    if _is_one_entity(last, merged_ids(rows[:-1])):
        raise LexiconError(
            f"{where}: {last.a} and {last.b} are one entity already; "
            "remove this row or the other one"
        )
    targets = merged_ids(rows)
    for row in rows:
        if row.kind == "apart" and _is_one_entity(row, targets):
            raise LexiconError(
                f"{where}: {row.a} and {row.b} would be merged and are kept apart; "
                "remove one of the rows"
            )


def _is_one_entity(row: Correction, targets: dict[str, str]) -> bool:
    return targets.get(row.a, row.a) == targets.get(row.b, row.b)


def append(row: Correction, path: Path | None = None) -> Correction:
    """Add a row and return it as written, with today's date if it has none.

    Raises LexiconError if it contradicts the file.
    """
    path = path or Settings.from_env().corrections
    day = (row.day or datetime.now(UTC).date()).isoformat()
    cells = [" ".join(cell.split()) for cell in (row.kind, row.a, row.b, row.reason, row.by, day)]
    with _locked(path):
        new_row = _row(f"{path}, new row", cells)
        _check_names(f"{path}, new row", [*read(path), new_row])
        text = path.read_text("utf-8") if path.exists() else ",".join(COLUMNS) + "\n"
        separator = "" if text.endswith("\n") else "\n"
        _replace(path, text + separator + _line(cells))
    return new_row


def withdraw(row: Correction, path: Path | None = None) -> Correction | None:
    """Remove the first row equal to `row` and return it; return None if the file has none."""
    path = path or Settings.from_env().corrections
    with _locked(path):
        numbered = _numbered(path) if path.exists() else []
        number = next((number for number, other in numbered if other == row), None)
        if number is None:
            return None
        lines = path.read_text("utf-8").splitlines(keepends=True)
        _replace(path, "".join(lines[: number - 1] + lines[number:]))
    return row


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the file for one writer; the lock is a file next to it, since the file is replaced."""
    with path.with_name(f".{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _replace(path: Path, text: str) -> None:
    new_file = path.with_name(f".{path.name}.new")
    new_file.write_text(text, encoding="utf-8")
    new_file.replace(path)
