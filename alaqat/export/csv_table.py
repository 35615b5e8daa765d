"""CSV: ISO 8601 dates, lists joined by `|`, formulas led by an apostrophe.

The encoding is UTF-8 with a byte order mark, by which spreadsheets recognize it.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES, rows_of
from alaqat.model.plain_text import escape_formula


def write(request: ExportRequest) -> bytes:
    """The rows of a request as CSV."""
    return csv_bytes(rows_of(request), TABLES[request.table])


def csv_bytes(table: pd.DataFrame, columns: Mapping[str, str]) -> bytes:
    """A table as CSV; `columns` are the types of its columns, as in `alaqat.store.schema`."""
    plain = table.copy()
    for column, column_type in columns.items():
        if column_type.startswith("list"):
            plain[column] = plain[column].map("|".join)
        if column_type.startswith(("list", "str")):
            plain[column] = plain[column].map(escape_formula, na_action="ignore")
    text = plain.to_csv(index=False, date_format="%Y-%m-%d")
    return text.encode("utf-8-sig", errors="replace")


FORMAT = ExportFormat("csv", "CSV", ".csv", "text/csv; charset=utf-8", tuple(TABLES), write)
