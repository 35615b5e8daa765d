"""A Frictionless data package: the table as CSV, with the meaning of every column beside it.

The format is https://specs.frictionlessdata.io/data-package/ (version 1); the package is a ZIP file
with `datapackage.json` and the CSV.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from alaqat.export import csv_table
from alaqat.export.column_meanings import Column, meanings
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES
from alaqat.model.ids import identity

DESCRIPTOR: Final = "datapackage.json"
_KEYS: Final = {
    "events": "event_id",
    "quotes": "quote_id",
    "articles": "article_id",
    "entities": "entity_id",
}


def write(request: ExportRequest) -> bytes:
    """The rows of a request as a zipped data package."""
    name, content = f"{request.table}.csv", csv_table.write(request)
    descriptor = json.dumps(package(request, name, content), ensure_ascii=False, indent=1)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        day = (request.accessed.year, request.accessed.month, request.accessed.day, 0, 0, 0)
        for file, data in ((DESCRIPTOR, descriptor.encode()), (name, content)):
            archive.writestr(zipfile.ZipInfo(file, day), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def package(request: ExportRequest, name: str, content: bytes) -> dict[str, Any]:
    """The descriptor of a package with one CSV file, whose path is `name`."""
    created = datetime(request.accessed.year, request.accessed.month, request.accessed.day)  # noqa: DTZ001
    return {
        "name": f"alaqat-{request.table}",
        "id": identity(request.version, request.table, hashlib.sha256(content).hexdigest()),
        "profile": "tabular-data-package",
        "title": f"Alaqat: {request.table}",
        "description": (
            f"{request.table.capitalize()} read from Arabic news articles. "
            f"Store version {request.version}, build {request.build.id}, "
            f"accessed {request.accessed}."
        ),
        "version": request.version,
        "created": f"{created:%Y-%m-%dT00:00:00Z}",
        **({"homepage": request.address} if request.address else {}),
        "resources": [_resource(request, name, content)],
    }


def _resource(request: ExportRequest, name: str, content: bytes) -> dict[str, Any]:
    return {
        "name": request.table,
        "path": name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(request.table),
    }


def _schema(table: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in meanings(table)],
        "missingValues": [""],
    }
    return schema | ({"primaryKey": [_KEYS[table]]} if table in _KEYS else {})


def _field(column: Column) -> dict[str, Any]:
    """A column as a field; a truth value is written as Python writes it."""
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": column.meaning,
        "example": column.example,
    }
    if column.unit:
        field["unit"] = column.unit
    if column.type == "boolean":
        field |= {"trueValues": ["True"], "falseValues": ["False"]}
    # a required text may still be empty: a list without members is
    return field


FORMAT = ExportFormat(
    "package", "CSV + datapackage.json", ".zip", "application/zip", tuple(TABLES), write
)
