"""JSON: a list of objects, one on each line, with the columns of the table."""

from __future__ import annotations

import json
from typing import Any

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES, plain_rows, rows_of


def write(request: ExportRequest) -> bytes:
    """The rows of a request as JSON."""
    lines = ",\n".join(json_line(row) for row in plain_rows(rows_of(request)))
    return f"[\n{lines}\n]\n".encode(errors="replace")


def json_line(value: Any) -> str:
    """A value as JSON in one line, dates in ISO 8601."""
    return json.dumps(value, ensure_ascii=False, default=str)


FORMAT = ExportFormat("json", "JSON", ".json", "application/json", tuple(TABLES), write)
