"""Read tables: `.csv` and `.tsv` with any common delimiter, and the sheets of workbooks."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, Final, NamedTuple

from alaqat.ingest.columns import guess_columns
from alaqat.ingest.limits import LINE
from alaqat.ingest.line_reader import lines
from alaqat.ingest.readers.row_reader import RowReader, TooManyRows, has_text, header_of
from alaqat.ingest.readers.zip_gz import require_no_bomb
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.model.errors import ArticleRefused

NumberedRow = tuple[int, Sequence[Any] | ArticleRefused]
_DELIMITERS: Final = (",", ";", "\t", "|")
# Excel names the delimiter in a line of its own.
_NAMED_DELIMITER: Final = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)
# The header is one of the first rows: titles and empty rows may stand above it.
_HEADER_ROWS: Final = 20
_FEWEST_COLUMNS: Final = 2  # known columns of a table that is named .txt
_NOT_A_ROW: Final = "is not a row of this table"
_EMPTY_CELL: Final = (
    "is empty: an empty cell, or a formula whose value was never saved; "
    "put the text itself in the cell"
)


class _Form(NamedTuple):
    """The delimiter of a table, and the number of lines above its first row."""

    delimiter: str
    skipped: int


def read_delimited(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of a `.csv` or `.tsv` file; a broken row is refused and the rest goes on."""
    csv.field_size_limit(LINE)
    stream = _table_lines(file)
    head = list(islice(stream, _HEADER_ROWS))
    if not any(line.strip() for line in head):
        raise ArticleRefused(f"{file.where}: is empty; put a header and rows in it or remove it")
    form = _form(head, file)
    rows = _rows(chain(head[form.skipped :], stream), form)
    yield from _read_table(rows, file, file.where, partial(_rows_again, file, form))


def is_table(text: str, file: SourceFile) -> bool:
    """True if a text is a table: a line of names of columns and, below it, one of as many cells."""
    head = [line for line in text[:LINE].split("\n")[:_HEADER_ROWS] if line.strip()]
    form = _form(head, file) if head else None
    if form is None or len(head) <= form.skipped + 1:
        return False
    header, row = head[form.skipped : form.skipped + 2]
    known = guess_columns(_cells(header, form.delimiter))
    is_header = "text" in known and len(known) >= _FEWEST_COLUMNS
    return is_header and row.count(form.delimiter) >= header.count(form.delimiter)


def _rows_again(file: SourceFile, form: _Form) -> Iterator[NumberedRow]:
    return _rows(islice(_table_lines(file), form.skipped, None), form)


def _table_lines(file: SourceFile) -> Iterator[str]:
    """The lines of a table. A refused line ends it: the CSV reader cannot skip a line."""
    for _, line in lines(file, newline=""):
        if isinstance(line, ArticleRefused):
            raise ArticleRefused(f"{line}; the rows after it were not read")
        yield line


def _form(head: Sequence[str], file: SourceFile) -> _Form:
    """The delimiter that is named, or that gives the most known columns, then the most columns.

    Among equals, the usual one of the suffix.
    """
    if named := _NAMED_DELIMITER.fullmatch(head[0]):
        return _Form(named[1], 1)
    usual = "\t" if file.suffix == ".tsv" else ","
    ranked = sorted(_DELIMITERS, key=lambda delimiter: delimiter != usual)
    return _Form(max(ranked, key=partial(_rank, head, file)), 0)


def _rank(head: Sequence[str], file: SourceFile, delimiter: str) -> tuple[int, int]:
    """How many known columns, and how many columns, a line has by this delimiter."""
    known = (len(guess_columns(_cells(line, delimiter), file.columns)) for line in head)
    return max(known), max(line.count(delimiter) for line in head)


def _cells(line: str, delimiter: str) -> list[str]:
    return [cell.strip() for cell in line.rstrip("\r\n").replace('"', "").split(delimiter)]


def _rows(stream: Iterable[str], form: _Form) -> Iterator[NumberedRow]:
    """The rows, each with the number of its last line."""
    reader = csv.reader(stream, delimiter=form.delimiter, strict=True)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            refusal = ArticleRefused(f"{_NOT_A_ROW} ({error}); mind its quotation marks")
            yield reader.line_num + form.skipped, refusal
        else:
            yield reader.line_num + form.skipped, row


def _read_table(
    rows: Iterator[NumberedRow],
    file: SourceFile,
    label: str,
    again: Callable[[], Iterator[NumberedRow]],
) -> Iterator[ArticleOrRefusal]:
    """The articles below the header; `label` names the table, `again` gives its rows once more."""
    head = list(islice(rows, _HEADER_ROWS))
    index, header = _header(head, file, label)
    first_line = head[index][0]

    def cells_again() -> Iterator[Any]:
        for line, row in again():
            if line > first_line and not isinstance(row, ArticleRefused):
                yield _by_column(header, row)

    table = _Table(header, label, RowReader(file, cells_again, where=label))
    yield from table.articles(chain(head[index + 1 :], rows))


def _header(
    head: Sequence[NumberedRow], file: SourceFile, label: str
) -> tuple[int, tuple[str, ...]]:
    """The first row with a column of text, else the first that is filled; its index and cells."""
    filled: tuple[int, tuple[str, ...]] | None = None
    for index, (_, row) in enumerate(head):
        if isinstance(row, ArticleRefused):
            if filled is None:
                problem = str(row).removeprefix(_NOT_A_ROW)
                raise ArticleRefused(f"{label}: its header is no row{problem}")
            break
        header = header_of(row)
        if "text" in guess_columns(header, file.columns):
            return index, header
        if filled is None and any(header):
            filled = index, header
    if filled is None:
        raise ArticleRefused(f"{label}: is empty; put a header and rows in it or remove it")
    return filled


def _by_column(header: Sequence[str], row: Sequence[Any]) -> dict[str, Any]:
    cells = {column: value for column, value in zip(header, row, strict=False) if column}
    return {column: cells.get(column) for column in header}


class _Table:
    """A table with its header; `label` names it in messages. Raises ArticleRefused without text."""

    def __init__(self, header: Sequence[str], label: str, reader: RowReader) -> None:
        self._reader, self._header, self._label = reader, tuple(header), label
        self._text_column = reader.columns(self._header, label)["text"]

    def articles(self, rows: Iterable[NumberedRow]) -> Iterator[ArticleOrRefusal]:
        """The articles of the rows; empty rows are skipped."""
        is_empty = True
        for number, row in rows:
            is_empty = False
            where = f"{self._label}, line {number}"
            try:
                if article := self._article(row, where, number):
                    yield article
            except TooManyRows as refusal:
                yield refusal
                break
            except ArticleRefused as refusal:
                yield refusal.at(where)
        self._reader.remark()
        if is_empty:
            yield ArticleRefused(
                f"{self._label}: has a header but no row; put the articles in it or remove it"
            )

    def _article(
        self, row: Sequence[Any] | ArticleRefused, where: str, number: int
    ) -> ArticleOrRefusal | None:
        if isinstance(row, ArticleRefused):
            raise ArticleRefused(f"{where}: {row}")
        if not any(map(has_text, row)):
            return None
        if any(map(has_text, row[len(self._header) :])):
            raise ArticleRefused(
                f"{where}: has {len(row)} cells instead of {len(self._header)}; "
                "quote the cells that hold commas"
            )
        cells = _by_column(self._header, row)
        if not has_text(cells.get(self._text_column)):
            raise ArticleRefused(f"{where}: {_EMPTY_CELL}")
        return self._reader.article(cells, where, number)


def read_workbook(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of every sheet of a workbook that has a column of text.

    Sheets without one are refused if no sheet has it, and remarked on otherwise.
    """
    book = _open_workbook(file)
    refusals: list[ArticleRefused] = []
    for name in book.sheet_names:
        label = f"{file.where}, sheet {name}"
        rows = [
            (number, [_as_text(cell) for cell in row])
            for number, row in enumerate(book.get_sheet_by_name(name).iter_rows(), 1)
        ]
        try:
            yield from _read_table(iter(rows), file, label, partial(iter, rows))
        except ArticleRefused as refusal:
            refusals.append(refusal)
    if len(refusals) == len(book.sheet_names):
        yield from refusals[:1]
        return
    for skipped in refusals:
        file.say(f"{skipped} (left out)")


def _open_workbook(file: SourceFile) -> Any:
    import python_calamine  # noqa: PLC0415 - imported only for workbooks

    data = file.read_all()
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            require_no_bomb(archive.infolist(), packed_size=len(data), where=file.where)
    try:
        return python_calamine.load_workbook(io.BytesIO(data))
    except python_calamine.PasswordError as error:
        raise ArticleRefused(
            f"{file.where}: is locked with a password; save it without one"
        ) from error


def _as_text(cell: Any) -> Any:
    """Numbers and truth values as text; dates stay what they are."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell) if isinstance(cell, bool | int | float) else cell
