"""JSON Lines: events in the shape of a PLOVER record, the rows of other tables as they are.

The fields are those of the PLOVER manual (4 February 2024): `actor` and `recipient` are lists of
codes, `quad_code` is one of the four classes, `event_scale` the score. What PLOVER has no field for
is in the object `alaqat`, so that no column is lost.
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES, plain_rows, rows_of
from alaqat.export.json_rows import json_line
from alaqat.lexicon.load import table
from alaqat.store.query import read

Row = dict[str, Any]
# field of a record → column of the table `events`
_FIELDS: Final = {
    "id": "event_id",
    "date": "date_from",
    "enddate": "date_to",
    "event": "plover",
    "mode": "mode",
    "context": "context",
    "event_text": "sentence",
    "event_scale": "intensity",
}
_CITED: Final = {"url": "url", "publication": "source"}


def write(request: ExportRequest) -> bytes:
    """The rows of a request, one JSON object on each line."""
    rows = plain_rows(rows_of(request))
    if request.table == "events":
        parties = _parties(request)
        rows = [_record(row, parties) for row in rows]
    return "".join(f"{json_line(row)}\n" for row in rows).encode(errors="replace")


def _record(row: Row, parties: dict[tuple[str, str], list[Row]]) -> Row:
    """A PLOVER record of an event."""
    record = {field: row[column] for field, column in _FIELDS.items()}
    record["actor"] = parties.get((row["event_id"], "actor"), [])
    record["recipient"] = parties.get((row["event_id"], "recipient"), [])
    record["quad_code"] = _quads().get((row["plover"] or "", row["mode"] or ""))
    record["cite_info"] = {field: row[column] for field, column in _CITED.items()}
    used = {*_FIELDS.values(), *_CITED.values()}
    record["alaqat"] = {name: value for name, value in row.items() if name not in used}
    return record


def _quads() -> dict[tuple[str, str], str | None]:
    return {(row["plover"], row["mode"]): row["quad"] or None for row in table("plover")}


def _parties(request: ExportRequest) -> dict[tuple[str, str], list[Row]]:
    """The parties of each event and side: their country code and their names."""
    participants: pd.DataFrame = read(request.build, "participants")
    sides: dict[tuple[str, str], list[Row]] = {}
    for row in plain_rows(participants):
        party = {"country": row["country"], "name": row["name"], "name_ar": row["name_ar"]}
        sides.setdefault((row["event_id"], row["side"]), []).append(party)
    return sides


FORMAT = ExportFormat(
    "jsonl", "JSON Lines (PLOVER)", ".jsonl", "application/x-ndjson", tuple(TABLES), write
)
