"""CSL-JSON, for Zotero, Pandoc and citeproc: an item for each article behind the rows."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.references import TABLES, Reference, references


def write(request: ExportRequest) -> bytes:
    """The articles behind the rows of a request as CSL-JSON."""
    items = [_item(reference) for reference in references(request)]
    return json.dumps(items, ensure_ascii=False, indent=1).encode(errors="replace")


def _item(reference: Reference) -> dict[str, Any]:
    fields = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": reference.title,
        "container-title": reference.outlet,
        "issued": _date(reference.published),
        "accessed": _date(reference.accessed),
        "URL": reference.url,
        "language": reference.language,
        "note": "\n".join(reference.notes),
    }
    return {name: value for name, value in fields.items() if value}


def _date(day: date | None) -> dict[str, Any] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


FORMAT = ExportFormat(
    "csl", "CSL-JSON", ".json", "application/vnd.citationstyles.csl+json", TABLES, write
)
