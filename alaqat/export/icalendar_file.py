"""iCalendar (RFC 5545): each dated event as an entry of whole days.

The row of the table is in `X-ALAQAT-ROW`, as JSON, so that no column is lost.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.json_rows import json_line
from alaqat.export.wording import Row, Wording


def write(request: ExportRequest) -> bytes:
    """The dated events of a request as a calendar. Raises NothingToExport without one."""
    import icalendar  # noqa: PLC0415  slow to import, and few ask for it

    rows = [row for row in plain_rows(rows_of(request)) if row["date_from"]]
    if not rows:
        raise request.nothing()
    wording = Wording(request.language)
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Alaqat//{request.version}//{request.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", wording.text("title"))
    stamp = datetime.combine(request.accessed, time(), UTC)
    for row in rows:
        entry = icalendar.Event()
        entry.add("uid", f"{row['event_id']}@alaqat")
        entry.add("dtstamp", stamp)
        entry.add("dtstart", row["date_from"])
        entry.add("dtend", row["date_to"] + timedelta(days=1))  # the first day after
        entry.add("summary", wording.headline(row))
        entry.add("description", _description(row, wording))
        entry.add("categories", [wording.text(row["polarity"]), row["kind"]])
        entry.add("transp", "TRANSPARENT")
        if row["url"] or row["link"]:
            entry.add("url", row["url"] or row["link"])
        entry.add("x-alaqat-row", json_line(row), parameters={"VALUE": "TEXT"})
        calendar.add_component(entry)
    content: bytes = calendar.to_ical()
    return content


def _description(row: Row, wording: Wording) -> str:
    outlet = row["source"] or wording.text("no-outlet")
    source = f"{outlet}{wording.comma}{wording.day(row['published'])}"
    return "\n".join((row["sentence"], wording.interval(row), source, wording.evidence(row)))


FORMAT = ExportFormat(
    "ics", "iCalendar", ".ics", "text/calendar; charset=utf-8", ("events",), write
)
