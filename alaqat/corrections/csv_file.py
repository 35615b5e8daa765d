"""Reads and writes the CSV file of corrections; a lock protects it from concurrent writers.

A row is a line. The file may come from a spreadsheet: any delimiter of COLUMNS, UTF-8, UTF-16 or
Windows-1256. It is written in UTF-8, without control characters, marks of direction and formulas.
"""

from __future__ import annotations

import codecs
import csv
import fcntl
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from alaqat.arabic.encoding import detect
from alaqat.corrections.merges import EntityGroups
from alaqat.corrections.model import Correction
from alaqat.corrections.row_parser import COLUMNS, parse_row
from alaqat.model.errors import LexiconError
from alaqat.model.plain_text import escape_formula, without_control
from alaqat.model.settings import Settings

_DELIMITERS: Final = (",", ";", "\t")
_COMMENTS: Final = ("#", '"#')
_LONGEST_ROW: Final = 20_000  # characters
_LONGEST_FILE: Final = 100 << 20  # bytes; a million rows


class CorrectionFile(NamedTuple):
    """The corrections of a file, and a sentence for each row that is left out."""

    rows: tuple[Correction, ...] = ()
    refused: tuple[str, ...] = ()


class _Parsed(NamedTuple):
    """A file of corrections: its lines, and what they hold by line number from 1."""

    lines: list[str]
    delimiter: str
    rows: list[tuple[int, Correction]]
    refused: list[str]
    groups: EntityGroups


def read(path: Path | None = None) -> tuple[Correction, ...]:
    """The corrections of a file without the rows that are wrong; none if there is no file."""
    return read_file(path).rows


def read_file(path: Path | None = None) -> CorrectionFile:
    """The corrections of a file and its wrong rows.

    Raises LexiconError if it is no file of corrections or cannot be read.
    """
    path = path or Settings.from_env().corrections
    if not path.exists():
        return CorrectionFile()
    parsed = _parse(path)
    return CorrectionFile(tuple(row for _, row in parsed.rows), tuple(parsed.refused))


def _parse(path: Path) -> _Parsed:
    lines = _text(path).split("\n")
    numbered = [
        (number, line)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith(_COMMENTS)
    ]
    delimiter = _delimiter(path, numbered[0]) if numbered else _DELIMITERS[0]
    parsed = _Parsed(lines, delimiter, [], [], EntityGroups())
    for number, line in numbered[1:]:
        try:
            row = parse_row(_cells(line, delimiter))
            _add_to_groups(row, parsed.groups)
        except LexiconError as error:
            parsed.refused.append(f"{path}, line {number}: {error} (left out)")
        else:
            parsed.rows.append((number, row))
    return parsed


def _text(path: Path) -> str:
    """The text of a file in any encoding. Raises LexiconError."""
    try:
        if path.stat().st_size > _LONGEST_FILE:
            raise LexiconError(f"{path}: has more than {_LONGEST_FILE >> 20} MB; split it")
        data = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror})") from error
    try:
        text = data.decode(detect(data) or "utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1256")  # has a character for every byte
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return without_control(text)


def _delimiter(path: Path, header: tuple[int, str]) -> str:
    number, line = header
    for delimiter in _DELIMITERS:
        cells = [cell.strip() for cell in next(csv.reader([line.strip()], delimiter=delimiter))]
        if tuple(filter(None, cells)) == COLUMNS:
            return delimiter
    raise LexiconError(f"{path}, line {number}: the header should be {','.join(COLUMNS)}")


def _cells(line: str, delimiter: str) -> Sequence[str]:
    if len(line) > _LONGEST_ROW:
        raise LexiconError(f"is longer than {_LONGEST_ROW:,} characters")
    if '"' not in line:
        return line.split(delimiter)
    try:
        cells: list[str] = next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise LexiconError(f"is no row ({error}); mind its quotation marks") from error
    return cells


def _add_to_groups(row: Correction, groups: EntityGroups) -> None:
    """Raise LexiconError if a row of names contradicts those before it."""
    problem = groups.add(row) if row.kind in ("merge", "apart") else None
    if problem:
        raise LexiconError(problem)


def append(row: Correction, path: Path | None = None) -> Correction:
    """Add a row and return it as written, with today's date if it has none.

    Raises LexiconError if it contradicts the file.
    """
    path = path or Settings.from_env().corrections
    day = (row.day or datetime.now(UTC).date()).isoformat()
    given = (row.kind, row.a, row.b, row.reason, row.by, day)
    cells = [" ".join(without_control(cell).split()) for cell in given]
    with _locked(path):
        parsed = _parse(path) if path.exists() else _Parsed([], ",", [], [], EntityGroups())
        try:
            new_row = parse_row(cells)
            _add_to_groups(new_row, parsed.groups)
        except LexiconError as error:
            raise LexiconError(f"{path}, new row: {error}") from error
        lines = parsed.lines or [",".join(COLUMNS), ""]
        if lines[-1]:
            lines.append("")
        lines.insert(-1, _line(cells, parsed.delimiter))
        _replace(path, lines)
    return new_row


def withdraw(row: Correction, path: Path | None = None) -> Correction | None:
    """Remove the first row equal to `row` and return it; return None if the file has none."""
    path = path or Settings.from_env().corrections
    with _locked(path):
        if not path.exists():
            return None
        parsed = _parse(path)
        number = next((number for number, other in parsed.rows if other == row), None)
        if number is None:
            return None
        _replace(path, parsed.lines[: number - 1] + parsed.lines[number:])
    return row


def _line(cells: Sequence[str], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="", delimiter=delimiter).writerow(map(escape_formula, cells))
    return out.getvalue()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the file for one writer; the lock is a file next to it, since the file is replaced."""
    with path.with_name(f".{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _replace(path: Path, lines: Iterable[str]) -> None:
    """Write the lines; a byte order mark, by which spreadsheets recognize UTF-8, stays."""
    has_mark = path.exists() and path.read_bytes()[:3] == codecs.BOM_UTF8
    new_file = path.with_name(f".{path.name}.new")
    encoding = "utf-8-sig" if has_mark else "utf-8"
    new_file.write_text("\n".join(lines), encoding=encoding)
    new_file.replace(path)
