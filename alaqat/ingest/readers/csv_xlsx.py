"""Read tables: `.csv` and `.tsv` with any common delimiter, and the sheets of `.xlsx` workbooks."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final

from alaqat.ingest.columns import guess_columns
from alaqat.ingest.limits import LINE
from alaqat.ingest.line_reader import lines
from alaqat.ingest.readers.json_records import RowReader
from alaqat.ingest.readers.zip_gz import require_no_bomb
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.model.errors import ArticleRefused

NumberedRow = tuple[int, Sequence[Any] | ArticleRefused]
_DELIMITERS: Final = (",", ";", "\t", "|")
_EMPTY_CELL: Final = (
    "is empty: an empty cell, or a formula whose value was never saved; "
    "put the text itself in the cell"
)


def read_delimited(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of a `.csv` or `.tsv` file; a broken row is refused and the rest goes on."""
    csv.field_size_limit(LINE)
    stream = _table_lines(file)
    first = next(stream, "")
    if not first.strip():
        raise ArticleRefused(f"{file.where}: is empty; put a header and rows in it or remove it")
    reader = csv.reader(chain([first], stream), delimiter=_delimiter(first, file), strict=True)
    try:
        header = tuple(cell.strip() for cell in next(reader))
    except csv.Error as error:
        raise ArticleRefused(
            f"{file.where}: its header is no row ({error}); mind its quotation marks"
        ) from error
    yield from _Table(file, header, file.where).articles(_rows(reader))


def _table_lines(file: SourceFile) -> Iterator[str]:
    """The lines of a table. A refused line ends it: the CSV reader cannot skip a line."""
    for _, line in lines(file, newline=""):
        if isinstance(line, ArticleRefused):
            raise ArticleRefused(f"{line}; the rows after it were not read")
        yield line


def _delimiter(first: str, file: SourceFile) -> str:
    """The delimiter that gives the most known columns, then the most columns.

    Among equals, the usual one of the suffix.
    """
    usual = "\t" if file.suffix == ".tsv" else ","
    ranked = sorted(_DELIMITERS, key=lambda delimiter: delimiter != usual)
    return max(
        ranked,
        key=lambda delimiter: (_known_columns(first, delimiter, file), first.count(delimiter)),
    )


def _known_columns(first: str, delimiter: str, file: SourceFile) -> int:
    header = [cell.strip() for cell in first.rstrip("\r\n").replace('"', "").split(delimiter)]
    return len(guess_columns(header, file.columns))


def _rows(reader: Any) -> Iterator[NumberedRow]:
    """The rows, each with the number of its last line."""
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            refusal = ArticleRefused(
                f"is not a row of this table ({error}); mind its quotation marks"
            )
            yield reader.line_num, refusal
        else:
            yield reader.line_num, row


class _Table:
    """A table with its header; `label` names it in messages. Raises ArticleRefused without text."""

    def __init__(self, file: SourceFile, header: Sequence[str], label: str) -> None:
        self._reader, self._header, self._label = RowReader(file), tuple(header), label
        self._text_column = self._reader.columns(self._header, label)["text"]

    def articles(self, rows: Iterable[NumberedRow]) -> Iterator[ArticleOrRefusal]:
        """The articles of the rows; empty rows are skipped."""
        is_empty = True
        for number, row in rows:
            is_empty = False
            where = f"{self._label}, line {number}"
            if isinstance(row, ArticleRefused):
                yield ArticleRefused(f"{where}: {row}")
            elif any(_has_text(cell) for cell in row):
                try:
                    yield self._article(row, where, number)
                except ArticleRefused as refusal:
                    yield refusal
        if is_empty:
            yield ArticleRefused(
                f"{self._label}: has a header but no row; put the articles in it or remove it"
            )

    def _article(self, row: Sequence[Any], where: str, number: int) -> ArticleOrRefusal:
        header = self._header
        if len(row) > len(header):
            raise ArticleRefused(
                f"{where}: has {len(row)} cells instead of {len(header)}; "
                "quote the cells that hold commas"
            )
        cells = {column: value for column, value in zip(header, row, strict=False) if column}
        if not _has_text(cells.get(self._text_column)):
            raise ArticleRefused(f"{where}: {_EMPTY_CELL}")
        return self._reader.article({column: cells.get(column) for column in header}, where, number)


def _has_text(cell: Any) -> bool:
    return cell is not None and bool(str(cell).strip())


def read_workbook(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of every sheet of an `.xlsx` file that has a column of text.

    Sheets without one are refused if no sheet has it, and remarked on otherwise.
    """
    import openpyxl  # noqa: PLC0415 - imported only for workbooks

    data = file.read_all()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        require_no_bomb(archive.infolist(), packed_size=len(data), where=file.where)
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    refusals: list[ArticleRefused] = []
    for sheet in book.worksheets:
        try:
            yield from _read_sheet(sheet, f"{file.where}, sheet {sheet.title}", file)
        except ArticleRefused as refusal:
            refusals.append(refusal)
    book.close()
    if len(refusals) == len(book.worksheets):
        yield from refusals[:1]
        return
    for skipped in refusals:
        file.say(f"{skipped} (left out)")


def _read_sheet(sheet: Any, label: str, file: SourceFile) -> Iterator[ArticleOrRefusal]:
    rows = enumerate(sheet.iter_rows(values_only=True), 1)
    _, first = next(rows, (0, ()))
    header = tuple("" if cell is None else str(cell).strip() for cell in first)
    if not any(header):
        raise ArticleRefused(f"{label}: is empty; put a header and rows in it or remove it")
    numbered = ((number, [_as_text(cell) for cell in row]) for number, row in rows)
    yield from _Table(file, header, label).articles(numbered)


def _as_text(cell: Any) -> Any:
    """Numbers and truth values as text; dates stay what they are."""
    return str(cell) if isinstance(cell, bool | int | float) else cell
