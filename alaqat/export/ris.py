"""RIS, for Zotero, EndNote and Mendeley: a record for each article behind the rows."""

from __future__ import annotations

from collections.abc import Iterator

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.references import TABLES, Reference, references


def write(request: ExportRequest) -> bytes:
    """The articles behind the rows of a request as RIS."""
    lines = (line for reference in references(request) for line in _record(reference))
    return "".join(f"{line}\r\n" for line in lines).encode(errors="replace")


def _record(reference: Reference) -> Iterator[str]:
    published = reference.published
    tags = [
        ("ID", reference.key),
        ("TI", reference.title),
        ("T2", reference.outlet),
        ("PY", str(published.year) if published else None),
        ("DA", f"{published:%Y/%m/%d}" if published else None),
        ("UR", reference.url),
        ("Y2", f"{reference.accessed:%Y/%m/%d}"),
        ("LA", reference.language),
        *(("N1", note) for note in reference.notes),
    ]
    yield "TY  - NEWS"
    for tag, value in tags:
        if value:
            yield f"{tag}  - {' '.join(value.split())}"
    yield "ER  - "
    yield ""


FORMAT = ExportFormat("ris", "RIS", ".ris", "application/x-research-info-systems", TABLES, write)
