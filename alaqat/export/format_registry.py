"""The formats of exports, by name; the dashboard and the command line offer these."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from alaqat.export import (
    bibtex,
    chart_png,
    chart_svg,
    csl_json,
    csv_table,
    data_package,
    docx_footnotes,
    follow_the_money,
    gexf,
    graphml,
    icalendar_file,
    json_rows,
    parquet_table,
    plover_jsonl,
    ris,
    story_html,
    story_pdf,
    story_pptx,
    timelinejs,
    xlsx_workbook,
)
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES
from alaqat.model.errors import AlaqatError

FORMATS: Final[Mapping[str, ExportFormat]] = {
    module.FORMAT.name: module.FORMAT
    for module in (
        csv_table,
        data_package,
        xlsx_workbook,
        json_rows,
        plover_jsonl,
        parquet_table,
        docx_footnotes,
        story_html,
        story_pptx,
        story_pdf,
        chart_svg,
        chart_png,
        timelinejs,
        icalendar_file,
        gexf,
        graphml,
        follow_the_money,
        bibtex,
        ris,
        csl_json,
    )
}


def named(name: str) -> ExportFormat:
    """The format called `name`. Raises AlaqatError, which names all formats, for an unknown one."""
    if name not in FORMATS:
        raise AlaqatError(f"there is no format {name!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[name]


def of_file(path: Path) -> ExportFormat:
    """The first format with the suffix of a file. Raises AlaqatError if none has it."""
    suffix = path.suffix.lower()
    fitting = [known for known in FORMATS.values() if known.extension == suffix]
    if not fitting:
        suffixes = ", ".join(dict.fromkeys(known.extension for known in FORMATS.values()))
        raise AlaqatError(f"{path}: choose a --format, or a file that ends in {suffixes}")
    return fitting[0]


def offered(table: str) -> list[ExportFormat]:
    """The formats that can carry a table, in the order in which they are offered."""
    return [known for known in FORMATS.values() if table in known.tables]


def written(request: ExportRequest, known: ExportFormat) -> bytes:
    """The file of a request in a format.

    Raises AlaqatError for a table that the format cannot carry, NothingToExport without rows.
    """
    if request.table not in TABLES:
        raise AlaqatError(f"there is no table {request.table!r}; choose one of {', '.join(TABLES)}")
    if request.table not in known.tables:
        raise AlaqatError(
            f"{known.title} cannot carry {request.table}; it can carry {', '.join(known.tables)}"
        )
    return known.write(request)


def write_descriptor(request: ExportRequest, path: Path) -> None:
    """Write the data package of a CSV file beside it: `events.csv` → `events.datapackage.json`."""
    described = data_package.package(request, path.name, path.read_bytes())
    text = json.dumps(described, ensure_ascii=False, indent=1)
    path.with_suffix(f".{data_package.DESCRIPTOR}").write_text(text, encoding="utf-8")


def write_file(request: ExportRequest, known: ExportFormat, path: Path) -> int:
    """Write the file of a request and return its size in bytes.

    Raises AlaqatError as `written` does, and if the file cannot be written.
    """
    content = written(request, known)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise AlaqatError(
            f"{path}: cannot be written ({error.strerror}); choose another place"
        ) from error
    return len(content)
