"""XLSX: a sheet with the rows, and a sheet with the meaning of every column.

Text is written as text, never as a formula or a link. A cell of Excel holds 32,767 characters: a
longer text is cut, and the second sheet says how many were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import BytesIO
from itertools import zip_longest
from typing import Any, Final

from alaqat.export.column_meanings import meanings
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES, plain_rows, rows_of
from alaqat.model.plain_text import is_formula

MOST: Final = 32_767  # characters of a cell
WIDEST: Final = 48  # characters of a column; a longer text runs on in the line of the cell
# Control characters that XML cannot hold
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def write(request: ExportRequest) -> bytes:
    """The rows of a request as a workbook."""
    import xlsxwriter  # noqa: PLC0415  few ask for it

    rows = plain_rows(rows_of(request))
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(buffer, options) as workbook:
        sheet = workbook.add_worksheet(request.table)
        if request.language == "ar":
            sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        _fill(workbook, sheet, [list(TABLES[request.table]), *(row.values() for row in rows)])
        _fill(workbook, workbook.add_worksheet("columns"), _about(request, rows))
    return buffer.getvalue()


def _fill(workbook: Any, sheet: Any, lines: Iterable[Iterable[Any]]) -> None:
    """Write lines of cells; text that looks like a formula has the mark of text."""
    day, quoted = workbook.add_format({"num_format": "yyyy-mm-dd"}), workbook.add_format()
    quoted.set_quote_prefix()
    lines = [tuple(line) for line in lines]
    for column, cells in enumerate(zip_longest(*lines)):
        sheet.set_column(column, column, min(WIDEST, max(map(_width, cells))))
    for number, line in enumerate(lines):
        for column, value in enumerate(line):
            if isinstance(value, date):
                # Excel has no day before 1900
                _write_day(sheet, (number, column), value, day)
            elif isinstance(value, bool):
                sheet.write_boolean(number, column, value)
            elif isinstance(value, int | float):
                sheet.write_number(number, column, value)
            elif value is not None:
                text = _text(value)
                style = (quoted,) if is_formula(text) else ()
                sheet.write_string(number, column, text, *style)


def _width(value: Any) -> int:
    """The characters that a cell needs to be read."""
    return len(str(value)) + 2 if value is not None else 0


def _write_day(sheet: Any, place: tuple[int, int], value: date, style: Any) -> None:
    """Write a day; one before 1900, which Excel cannot count, as a text."""
    if value.year < 1900:
        sheet.write_string(*place, value.isoformat())
    else:
        sheet.write_datetime(*place, value, style)


def _text(value: Any) -> str:
    """A value as the text of a cell."""
    text = "|".join(value) if isinstance(value, list) else str(value)
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)[:MOST]


def _about(request: ExportRequest, rows: Sequence[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """The meaning of the columns, and how many cells are cut."""
    yield "column", "type", "unit", "meaning", "example"
    for column in meanings(request.table):
        yield column.name, column.type, column.unit, column.meaning, column.example
    texts = (value for row in rows for value in row.values() if isinstance(value, str))
    yield ()
    yield "cells cut to 32,767 characters", sum(len(text) > MOST for text in texts)


FORMAT = ExportFormat(
    "xlsx",
    "Excel",
    ".xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    tuple(TABLES),
    write,
)
