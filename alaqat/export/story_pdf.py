"""PDF: a story on A4 pages, a page for the title, each event or quote, and the sources.

Typst sets the pages with the fonts of the dashboard: it shapes and joins Arabic letters and orders
lines of both directions. All rows are attached to the file as JSON (`rows.json`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from alaqat.export.citation_styles import apa
from alaqat.export.embedded_fonts import FOLDER as FONTS
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.story_deck import OTHER, TABLES, Axis, StorySlide, deck
from alaqat.export.wording import Wording
from alaqat.model.palette import LIGHT

ROWS: Final = "rows.json"
_TEMPLATE: Final = Path(__file__).parent / "story_files" / "story.typ"


def write(request: ExportRequest) -> bytes:
    """The story of a request. Raises NothingToExport without an event or quote."""
    import typst  # noqa: PLC0415  a large library that few ask for

    rows = ",\n".join(deck(request).records())
    inputs = {"story": json.dumps(_described(request), ensure_ascii=False), "rows": f"[\n{rows}\n]"}
    return bytes(
        typst.compile(
            _TEMPLATE,
            root=_TEMPLATE.parent,
            font_paths=[FONTS],
            ignore_system_fonts=True,
            sys_inputs={name: _unicode(text) for name, text in inputs.items()},
            timestamp=0,
        )
    )


def _unicode(text: str) -> str:
    """A text without halves of surrogate pairs, which no encoding can write."""
    return text.encode(errors="replace").decode()


def _described(request: ExportRequest) -> dict[str, Any]:
    """What the template draws: texts in the language of the request and positions on the axis."""
    story, wording = deck(request), Wording(request.language)
    other = Wording(OTHER[request.language])
    accessed = wording.text("accessed", date=wording.day(request.accessed))
    version = wording.text("version", version=request.version)
    axis = story.axis()
    return {
        "language": wording.language,
        "brand": wording.text("brand"),
        "title": story.title(wording),
        "counts": story.counts(wording),
        "other": story.captions(wording, other),
        "edition": " · ".join((wording.text("brand"), version, accessed)),
        "slides": [_slide(slide, axis, wording) for slide in story.slides],
        "years": axis.years() if axis else [],
        "sources": wording.text("sources"),
        "outlets": story.outlets() or [wording.text("no-outlet")],
        "cite": wording.text("cite"),
        "cited": [story.cited(wording), story.cited(other)],
        "colours": LIGHT,
    }


def _slide(slide: StorySlide, axis: Axis | None, wording: Wording) -> dict[str, Any]:
    days = slide.days
    return {
        "day": wording.interval(slide.row),
        "heading": slide.heading(wording),
        "caption": slide.caption(Wording(OTHER[wording.language])),
        "words": slide.words,
        "note": slide.note,
        "source": slide.source(wording),
        "url": slide.url,
        "cited": apa(slide.row, wording),
        "evidence": wording.evidence(slide.row),
        "side": slide.side,
        "lit": [axis.share(day) for day in days] if axis and days else None,
    }


FORMAT = ExportFormat("pdf", "PDF", ".pdf", "application/pdf", TABLES, write)
