"""The doors for tables: `.csv` and `.tsv`, their delimiter sniffed, and the sheets of an `.xlsx` workbook."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final

from alaqat.ingest import columns
from alaqat.ingest.limits import LINE
from alaqat.ingest.line_reader import lines
from alaqat.ingest.readers.json_records import Rows
from alaqat.ingest.readers.zip_gz import require_no_bomb
from alaqat.ingest.source_file import Found, Part
from alaqat.model.errors import ArticleRefused

_DELIMITERS: Final = (",", ";", "\t", "|")
_FORMULA: Final = "is empty: an empty cell, or a formula whose value was never saved; put the text itself in the cell"


def read_delimited(part: Part) -> Iterator[Found]:
    """The articles of a `.csv` or `.tsv` file; a broken row is refused and the rest goes on."""
    csv.field_size_limit(LINE)
    stream = _whole_lines(part)
    first = next(stream, "")
    if not first.strip():
        raise ArticleRefused(f"{part.where}: is empty; put a header and rows in it or remove it")
    reader = csv.reader(chain([first], stream), delimiter=_delimiter(first, part), strict=True)
    try:
        header = tuple(cell.strip() for cell in next(reader))
    except csv.Error as error:
        raise ArticleRefused(
            f"{part.where}: its header is no row ({error}); mind its quotation marks"
        ) from error
    rows = Rows(part)
    rows.columns(header, part.where)
    yield from _articles(_rows(reader), header, part.where, rows)


def _whole_lines(part: Part) -> Iterator[str]:
    """Lines for the reader of tables, which cannot go on behind one that is refused."""
    for _, line in lines(part, newline=""):
        if isinstance(line, ArticleRefused):
            raise ArticleRefused(f"{line}; the rows after it were not read")
        yield line


def _delimiter(first: str, part: Part) -> str:
    """The delimiter that makes most columns of the header known ones, the usual one of the suffix first."""
    usual = "\t" if part.suffix == ".tsv" else ","
    ranked = sorted(_DELIMITERS, key=lambda one: one != usual)
    return max(ranked, key=lambda one: (_known(first, one, part), first.count(one)))


def _known(first: str, delimiter: str, part: Part) -> int:
    header = [cell.strip() for cell in first.rstrip("\r\n").replace('"', "").split(delimiter)]
    return len(columns.guess(header, part.columns))


def _rows(reader: Any) -> Iterator[tuple[int, Sequence[Any] | ArticleRefused]]:
    """Rows with the line each ends on."""
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield (
                reader.line_num,
                ArticleRefused(f"is not a row of this table ({error}); mind its quotation marks"),
            )
        else:
            yield reader.line_num, row


def _articles(
    found: Iterable[tuple[int, Sequence[Any] | ArticleRefused]],
    header: Sequence[str],
    label: str,
    rows: Rows,
) -> Iterator[Found]:
    seen = False
    for number, row in found:
        where = f"{label}, line {number}"
        seen = True
        if isinstance(row, ArticleRefused):
            yield ArticleRefused(f"{where}: {row}")
        elif any(cell is not None and str(cell).strip() for cell in row):
            try:
                yield _article(row, header, where, rows, number)
            except ArticleRefused as refusal:
                yield refusal
    if not seen:
        yield ArticleRefused(
            f"{label}: has a header but no row; put the articles in it or remove it"
        )


def _article(
    row: Sequence[Any], header: Sequence[str], where: str, rows: Rows, number: int
) -> Found:
    if len(row) > len(header):
        raise ArticleRefused(
            f"{where}: has {len(row)} cells instead of {len(header)}; quote the cells that hold commas"
        )
    cells = {column: value for column, value in zip(header, row, strict=False) if column}
    text = cells.get(rows.columns(tuple(header), where)["text"])
    if text is None or not str(text).strip():
        raise ArticleRefused(f"{where}: {_FORMULA}")
    return rows.article({column: cells.get(column) for column in header}, where, number)


def read_workbook(part: Part) -> Iterator[Found]:
    """The articles of every sheet of an `.xlsx` file that has a column of text."""
    import openpyxl  # noqa: PLC0415 - only this door pays for it

    data = part.whole()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        require_no_bomb(packed.infolist(), packed=len(data), where=part.where)
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    refusals: list[ArticleRefused] = []
    for sheet in book.worksheets:
        label = f"{part.where}, sheet {sheet.title}"
        found = ((number, row) for number, row in enumerate(sheet.iter_rows(values_only=True), 1))
        try:
            yield from _sheet(found, label, part)
        except ArticleRefused as refusal:
            refusals.append(refusal)
    book.close()
    if len(refusals) == len(book.worksheets):
        yield from refusals[:1]
    else:
        for left_out in refusals:
            part.say(f"{left_out} (left out)")


def _sheet(found: Iterator[tuple[int, Sequence[Any]]], label: str, part: Part) -> Iterator[Found]:
    _, first = next(found, (0, ()))
    header = tuple("" if cell is None else str(cell).strip() for cell in first)
    if not any(header):
        raise ArticleRefused(f"{label}: is empty; put a header and rows in it or remove it")
    rows = Rows(part)
    rows.columns(header, label)
    yield from _articles(
        ((number, [_plain(cell) for cell in row]) for number, row in found), header, label, rows
    )


def _plain(cell: Any) -> Any:
    """A cell as text, except dates, which days read as they are."""
    return str(cell) if isinstance(cell, bool | int | float) else cell
