"""The file of corrections: read whole, appended to and shortened under a lock, so that two readers lose nothing."""

from __future__ import annotations

import csv
import fcntl
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

from alaqat.corrections.model import Correction, CorrectionKind
from alaqat.lexicon.load import table
from alaqat.model.errors import LexiconError
from alaqat.model.settings import Settings

COLUMNS = ("kind", "a", "b", "reason", "by", "day")
_ENTITY = re.compile(r"(per|loc|org|other):\S.*")
_REPORT = re.compile(r"[0-9a-f]{16}:\d+")
_HASH = re.compile(r"[0-9a-f]{16}")
_INTERVAL = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})")


def read(path: Path | None = None) -> tuple[Correction, ...]:
    """The corrections of a file, none where there is no file; raises LexiconError that names the first broken row."""
    path = path or Settings.from_env().corrections
    return tuple(row for _, row in _numbered(path)) if path.exists() else ()


def _numbered(path: Path) -> list[tuple[int, Correction]]:
    lines = [
        (n, line)
        for n, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1)
        if line.strip()
    ]
    body = [(n, line) for n, line in lines if not line.startswith("#")]
    if not body:
        return []
    if tuple(next(csv.reader([body[0][1]]))) != COLUMNS:
        raise LexiconError(f"{path}, line {body[0][0]}: the header should be {','.join(COLUMNS)}")
    found: list[tuple[int, Correction]] = []
    for number, line in body[1:]:
        where = f"{path}, line {number}"
        found.append((number, _row(where, next(csv.reader([line])))))
        check(where, [row for _, row in found])
    return found


def _row(where: str, cells: Sequence[str]) -> Correction:
    if len(cells) != len(COLUMNS):
        raise LexiconError(
            f"{where}: has {len(cells)} cells instead of {len(COLUMNS)}; quote commas or add cells"
        )
    kind, a, b, reason, by, day = (cell.strip() for cell in cells)
    for known in get_args(CorrectionKind):
        if kind == known:
            _valid(where, kind, a, b)
            return Correction(known, a, b, reason, by, _day(where, day))
    raise LexiconError(
        f"{where}: kind {kind!r} should be one of {', '.join(get_args(CorrectionKind))}"
    )


def _day(where: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise LexiconError(f"{where}: the day {text!r} is no date such as 2022-10-27") from error


def _valid(where: str, kind: str, a: str, b: str) -> None:
    """The cells of a row against what its kind asks for."""
    for cell, (fits, wanted) in zip((a, b), _WANTED[kind], strict=True):
        if not fits(cell):
            raise LexiconError(f"{where}: {cell!r} is no {wanted}")


def _entity(cell: str) -> bool:
    return bool(_ENTITY.fullmatch(cell))


def _report(cell: str) -> bool:
    return bool(_REPORT.fullmatch(cell))


def _quote(cell: str) -> bool:
    return bool(_HASH.fullmatch(cell))


def _interval(cell: str) -> bool:
    """Two days, the first not after the last; nothing for an event that nothing dates."""
    match = _INTERVAL.fullmatch(cell)
    try:
        return not cell or bool(
            match and date.fromisoformat(match[1]) <= date.fromisoformat(match[2])
        )
    except ValueError:
        return False


def _code(cell: str) -> bool:
    plover, _, mode = cell.partition("/")
    return any((row["plover"], row["mode"]) == (plover, mode) for row in table("plover"))


def _nothing(cell: str) -> bool:
    return not cell


def _anything(_: str) -> bool:
    return True


def _shown(cell: str) -> bool:
    return _entity(cell) or _report(cell) or _quote(cell)


Fits = tuple[Callable[[str], bool], str]
_ID: Fits = (_entity, "entity id, such as per:benny-gantz")
_EVENT: Fits = (_report, "report of an event, such as 47d3d796223e098a:120")
_NAMES: Fits = (_anything, "list of names")
_WANTED: dict[str, tuple[Fits, Fits]] = {
    "merge": (_ID, _ID),
    "apart": (_ID, _ID),
    "hide": (
        (_shown, "id of an event's report, of a quote or of an entity"),
        (_nothing, "empty cell"),
    ),
    "date": (_EVENT, (_interval, "interval such as 2018-05-01/2018-05-31, nor empty")),
    "code": (_EVENT, (_code, "code of plover.csv, such as SANCTION/expel")),
    "actors": (_EVENT, _NAMES),
    "recipients": (_EVENT, _NAMES),
    "speaker": ((_quote, "quote id"), _ID),
    "join": (_EVENT, _EVENT),
    "split": (_EVENT, (_nothing, "empty cell")),
}


def check(where: str, rows: Sequence[Correction]) -> None:
    """The last row against those before it: nothing is merged with itself, in a ring, or with what is kept apart."""
    last = rows[-1]
    if last.kind not in ("merge", "apart"):
        return
    kept = survivors(rows[:-1])
    a, b = kept.get(last.a, last.a), kept.get(last.b, last.b)
    if a == b:
        raise LexiconError(
            f"{where}: {last.a} and {last.b} are one entity already; remove this row or the other one"
        )
    merged = survivors(rows)
    for row in rows:
        if row.kind == "apart" and merged.get(row.a, row.a) == merged.get(row.b, row.b):
            raise LexiconError(
                f"{where}: {row.a} and {row.b} would be merged and are kept apart; remove one of the rows"
            )


def survivors(rows: Sequence[Correction]) -> dict[str, str]:
    """The entity id that each merged id gives way to, at the end of all merges."""
    gives_way = {row.b: row.a for row in rows if row.kind == "merge"}
    kept: dict[str, str] = {}
    for name in gives_way:
        end, steps = name, 0
        while end in gives_way and steps <= len(gives_way):
            end, steps = gives_way[end], steps + 1
        kept[name] = end
    return kept


def append(row: Correction, path: Path | None = None) -> Correction:
    """Add a row, today's where it has no day, and give it back; raises LexiconError where it contradicts the file."""
    path = path or Settings.from_env().corrections
    cells = [
        row.kind,
        row.a,
        row.b,
        row.reason,
        row.by,
        (row.day or datetime.now(UTC).date()).isoformat(),
    ]
    plain = [" ".join(cell.split()) for cell in cells]
    with _locked(path):
        made = _row(f"{path}, new row", plain)
        check(f"{path}, new row", [*read(path), made])
        before = path.read_text("utf-8") if path.exists() else ",".join(COLUMNS) + "\n"
        _replace(path, before + ("" if before.endswith("\n") else "\n") + _line(plain))
    return made


def withdraw(row: Correction, path: Path | None = None) -> bool:
    """Take out the first row equal to `row`; False where the file holds none (somebody else took it out)."""
    path = path or Settings.from_env().corrections
    with _locked(path):
        number = (
            next((number for number, one in _numbered(path) if one == row), 0)
            if path.exists()
            else 0
        )
        if number:
            lines = path.read_text("utf-8").splitlines(keepends=True)
            _replace(path, "".join(lines[: number - 1] + lines[number:]))
    return bool(number)


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the file for one writer; the lock is beside it, since the file itself is replaced."""
    with path.with_name(f".{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _replace(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
