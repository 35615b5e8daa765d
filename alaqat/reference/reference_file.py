"""Reads a chronology from CSV: a date and a text in each row, in UTF-8 or Windows-1256.

A date is a day (`2010-05-31`, `31/5/2010`), a month (`2010-05`, `5/2010`), a year (`2010`), or two
of these joined by `/` or a dash with spaces (`2016 – 2018`). The first row names the columns; a
file of dates and texts alone needs no names.
"""

from __future__ import annotations

import calendar
import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

from alaqat.arabic import encoding
from alaqat.arabic.fold import folded
from alaqat.lexicon.load import data_folder, forms, table
from alaqat.model.errors import AlaqatError, ArticleRefused

BYTES: Final = 2_000_000
ROWS: Final = 2_000
LONGEST: Final = 2_000  # characters of a text
SHIPPED: Final[Mapping[str, str]] = {"israel-turkey": "ISR-TUR"}  # name → its pair of states
# why a file is refused → the sentence about it
REFUSALS: Final = {
    "encoding": "{file} is neither UTF-8 nor Windows-1256 text; save it as CSV in UTF-8",
    "large": "{file} has more than 2 MB; keep the columns of the date and the text",
    "many": "{file}, row {row}: there are more than 2,000 rows; split the file",
    "columns": "{file}, row 1: no column is named date and text; name them in the first row",
    "broken": "{file}, row {row}: the quotation marks do not match; close the text with one",
    "date": "{file}, row {row}: “{value}” is no date; write 2010-05-31, 31/5/2010, 2010-05 or 2010",
    "text": "{file}, row {row}: the text is missing; write what happened, or delete the row",
    "empty": "{file} has no row with a date and a text; add one",
}
_YEARS: Final = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")
_JOINT: Final = re.compile(r"\s+[-–—]\s+|(?<=\d{2}-\d{2})/(?=\d{4})|(?<=\d{4})/(?=\d{4})")
_SEPARATORS: Final = (",", ";", "\t")
_ENDS: Final = 2  # most dates that are joined
_PARTS: Final = ("date", "text", "text_ar", "text_en", "source")


class ChronologyRefused(AlaqatError):
    """A file is no chronology: `reason` is a key of `REFUSALS`, `values` fill its sentence."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(REFUSALS[reason].format(**values))
        self.reason, self.values = reason, values


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its line, first and last day, its text in one or two languages, its source."""

    row: int
    first: date
    last: date
    text: str
    text_en: str = ""
    source: str = ""

    def written(self, language: str) -> str:
        """The text in a language, where the file has it."""
        return (self.text_en if language == "en" else "") or self.text


def shipped(name: str) -> list[Entry]:
    """The chronology that comes with Alaqat under a name of `SHIPPED`."""
    path = data_folder() / "chronologies" / f"{name}.csv"
    return read(path.read_bytes(), path.name)


def read_path(path: Path) -> list[Entry]:
    """The chronology of a file. Raises ChronologyRefused, and AlaqatError if it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AlaqatError(
            f"{path}: cannot be read ({error.strerror}); name another file"
        ) from error
    return read(data, str(path))


def read(data: bytes, file: str) -> list[Entry]:
    """The entries of a file in order of time. Raises ChronologyRefused with the file and row."""
    if len(data) > BYTES:
        raise ChronologyRefused("large", file=file)
    try:
        text = encoding.decode(data, file).removeprefix("\ufeff")
    except ArticleRefused as error:
        raise ChronologyRefused("encoding", file=file) from error
    if "\0" in text:
        raise ChronologyRefused("encoding", file=file)
    places, body = _places(_rows(text, file), file)
    entries = [_entry(number, cells, places, file) for number, cells in body]
    if not entries:
        raise ChronologyRefused("empty", file=file)
    return sorted(entries, key=lambda entry: (entry.first, entry.last, entry.row))


def _rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    """The rows that are neither empty nor comments, each with the number of its line."""
    lines = text.split("\n")
    head = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    separator = max(_SEPARATORS, key=head.count)
    body = (line + "\n" if not line.startswith("#") else "\n" for line in lines)
    reader = csv.reader(body, delimiter=separator, strict=True)
    rows: list[tuple[int, list[str]]] = []
    first = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((first, [" ".join(cell.split()) for cell in cells]))
            first = reader.line_num + 1
            if len(rows) > ROWS + 1:
                raise ChronologyRefused("many", file=file, row=first - 1)
    except csv.Error as error:
        raise ChronologyRefused("broken", file=file, row=first) from error
    return rows


def _places(
    rows: Sequence[tuple[int, list[str]]], file: str
) -> tuple[dict[str, int], Sequence[tuple[int, list[str]]]]:
    """The places of the columns, and the rows below their names."""
    if not rows:
        raise ChronologyRefused("empty", file=file)
    _, head = rows[0]
    names = [_key(cell) for cell in head]
    places: dict[str, int] = {}
    for row in table("chronology_columns", ("part", "forms")):
        known = {_key(form) for form in forms(row)}
        fitting = [place for place, name in enumerate(names) if name in known]
        if fitting:
            places.setdefault(row["part"], fitting[0])
    texts = {"text", "text_ar", "text_en"} & set(places)
    if "date" in places and texts:
        return places, rows[1:]
    if len(head) > 1 and _interval(head[0]):
        return {"date": 0, "text": 1}, rows
    raise ChronologyRefused("columns", file=file)


def _key(name: str) -> str:
    return folded(name).strip().lower().replace(" ", "_")


def _entry(number: int, cells: list[str], places: Mapping[str, int], file: str) -> Entry:
    given = {
        part: cells[places[part]] if part in places and places[part] < len(cells) else ""
        for part in _PARTS
    }
    days = _interval(given["date"])
    if days is None:
        raise ChronologyRefused("date", file=file, row=number, value=given["date"][:40])
    text = given["text"] or given["text_ar"] or given["text_en"]
    if not text:
        raise ChronologyRefused("text", file=file, row=number)
    english = given["text_en"] or ("" if given["text_ar"] else given["text"])
    return Entry(number, *days, text[:LONGEST], english[:LONGEST], given["source"][:LONGEST])


def _interval(written: str) -> tuple[date, date] | None:
    """The first and last day of a date or of two joined dates; None if it is none."""
    value = folded(written).strip()
    if match := _YEARS.fullmatch(value):
        ends = [_span(match[1]), _span(match[2])]
    else:
        ends = [_span(part) for part in _JOINT.split(value)]
    known = [end for end in ends if end]
    if not 0 < len(known) == len(ends) <= _ENDS:
        return None
    first, last = known[0][0], known[-1][1]
    return (first, last) if first <= last else None


def _span(value: str) -> tuple[date, date] | None:
    """The days of a day, month or year; None for another text or a day that no calendar has."""
    for pattern, days in _FORMS:
        if match := pattern.fullmatch(value):
            try:
                return days(*map(int, match.groups()))
            except ValueError:
                return None
    return None


def _day(year: int, month: int, day: int) -> tuple[date, date]:
    return date(year, month, day), date(year, month, day)


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _month(year: int, month: int) -> tuple[date, date]:
    last = calendar.monthrange(date(year, month, 1).year, month)[1]
    return date(year, month, 1), date(year, month, last)


# the forms of a date, each with the function of its numbers that gives its first and last day
_FORMS: Final = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), _day),
    (
        re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"),
        lambda day, month, year: _day(year, month, day),
    ),
    (re.compile(r"(\d{4})[-/](\d{1,2})"), _month),
    (re.compile(r"(\d{1,2})[/.](\d{4})"), lambda month, year: _month(year, month)),
    (re.compile(r"(\d{4})"), _year),
)


def years(entries: Sequence[Entry]) -> tuple[int, int]:
    """The first and last year of entries."""
    days = list(chain.from_iterable((entry.first, entry.last) for entry in entries))
    return min(days).year, max(days).year
