"""Parquet: the columns with their types; the file's metadata has the version of the store."""

from __future__ import annotations

from io import BytesIO

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES, rows_of


def write(request: ExportRequest) -> bytes:
    """The rows of a request as Parquet."""
    buffer = BytesIO()
    rows_of(request).to_parquet(buffer, index=False)
    return buffer.getvalue()


FORMAT = ExportFormat(
    "parquet", "Parquet", ".parquet", "application/vnd.apache.parquet", tuple(TABLES), write
)
