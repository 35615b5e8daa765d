"""TimelineJS 3: https://timeline.knightlab.com/docs/json-format.html

An event is a slide, its group is its side, an interval of two years or more is an era as well. The
row of the table is in `alaqat`, which TimelineJS passes over. Undated events have no place on an
axis and are left out.
"""

from __future__ import annotations

import json
from datetime import date
from html import escape
from typing import Any, Final

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.wording import Row, Wording

_ERA_DAYS: Final = 700  # days from which an interval is an era
_YEARLY: Final = ("year", "decade")


def write(request: ExportRequest) -> bytes:
    """The dated events of a request as the JSON of a timeline."""
    rows = [row for row in plain_rows(rows_of(request)) if row["date_from"]]
    if not rows:
        raise request.nothing()
    wording = Wording(request.language)
    timeline = {
        "title": {
            "text": {
                "headline": escape(wording.text("title")),
                "text": escape(_sources(request, wording)),
            }
        },
        "events": [_slide(row, wording) for row in rows],
        "eras": [_era(row, wording) for row in rows if _is_era(row)],
        "scale": "human",
        "language": request.language,
    }
    return json.dumps(timeline, ensure_ascii=False, default=str, indent=1).encode(errors="replace")


def _sources(request: ExportRequest, wording: Wording) -> str:
    accessed = wording.text("accessed", date=wording.day(request.accessed))
    return f"{wording.text('version', version=request.version)}{wording.comma}{accessed}"


def _slide(row: dict[str, Any], wording: Wording) -> dict[str, Any]:
    return {
        "unique_id": row["event_id"],
        "start_date": _date(row["date_from"], row),
        "end_date": _date(row["date_to"], row),
        "display_date": wording.interval(row),
        "group": wording.text(row["polarity"]),
        "autolink": False,
        "text": {"headline": escape(wording.headline(row)), "text": _text(row, wording)},
        "alaqat": row,
    }


def _text(row: Row, wording: Wording) -> str:
    """The sentence and its source, as HTML."""
    outlet = _isolate(escape(row["source"] or wording.text("no-outlet")))
    published = escape(wording.day(row["published"]))
    source = f"{outlet}{wording.comma}{published}"
    if link := row["url"] or row["link"]:
        source = f'<a href="{escape(link)}">{source}</a>'
    sentence = f'<p lang="ar" dir="rtl">{escape(row["sentence"])}</p>'
    return f"{sentence}<p>{source}</p><p><small>{escape(wording.evidence(row))}</small></p>"


def _isolate(text: str) -> str:
    """A text between marks that keep its direction from that of its neighbours."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def _date(day: date, row: Row) -> dict[str, int]:
    """A date of TimelineJS, as fine as it is known."""
    parts = {"year": day.year, "month": day.month, "day": day.day}
    granularity = row["granularity"]
    if granularity in _YEARLY:
        return {"year": day.year}
    return {"year": day.year, "month": day.month} if granularity == "month" else parts


def _is_era(row: Row) -> bool:
    return bool((row["date_to"] - row["date_from"]).days >= _ERA_DAYS)


def _era(row: Row, wording: Wording) -> dict[str, Any]:
    return {
        "start_date": _date(row["date_from"], row),
        "end_date": _date(row["date_to"], row),
        "text": {"headline": escape(wording.label(row))},
    }


FORMAT = ExportFormat("timelinejs", "TimelineJS", ".json", "application/json", ("events",), write)
