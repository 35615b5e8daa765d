"""A story in one HTML file: the selection, or the pinned events and quotes with their notes.

The file opens from disk without a network: fonts, style and script are inside, and its policy
forbids every request. It has both languages, keys, and a style for print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from alaqat.export.chart_svg import timeline_svg
from alaqat.export.citation_styles import apa, view_apa
from alaqat.export.embedded_fonts import font_faces
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest, Language
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.wording import Row, Wording
from alaqat.model.errors import NothingToExport
from alaqat.model.selection import EVERYTHING

MOST: Final = 300  # slides; more would make the file larger than 3 MB
_FOLDER: Final = Path(__file__).parent / "story_files"
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
_LANGUAGES: Final[tuple[Language, ...]] = ("ar", "en")
Slide = tuple[Row, str]  # a row of events or quotes, and its note


def write(request: ExportRequest) -> bytes:
    """The story of a request. Raises NothingToExport without an event or quote."""
    slides, total = _slides(request)
    if not slides:
        raise request.nothing()
    lang, is_rtl = request.language, request.language == "ar"
    title = escape(Wording(lang).text("title"))
    parts = [
        f'<!doctype html><html lang="{lang}" dir="{"rtl" if is_rtl else "ltr"}" '
        f'data-language="{lang}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title><style>{font_faces()}{_asset('story.css')}</style></head><body>",
        _bar(),
        "<main>",
        _opening(request, slides, total),
        *map(_slide, slides),
        _closing(request, slides),
        f"</main><script>{_asset('story.js')}</script></body></html>",
    ]
    return "".join(parts).encode(errors="replace")


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _slides(request: ExportRequest) -> tuple[list[Slide], int]:
    """The slides in their order, and how many events there are in the selection."""
    if request.pins:
        return list(_pinned(request)), len(request.pins)
    rows = [row for row in plain_rows(rows_of(request)) if row["date_from"]]
    strongest = sorted(rows, key=lambda row: -abs(row["intensity"]))[:MOST]
    chosen = {row["event_id"] for row in strongest}
    return [(row, "") for row in rows if row["event_id"] in chosen], len(rows)


def _pinned(request: ExportRequest) -> Iterable[Slide]:
    """The pinned events and quotes that are in the build, in the order of the pins."""
    rows: dict[tuple[str, str], Row] = {}
    for table, key in (("events", "event_id"), ("quotes", "quote_id")):
        ids = tuple(pin.key for pin in request.pins if pin.table == table)
        if not ids:
            continue
        wanted = replace(request, table=table, ids=ids, pins=(), selection=EVERYTHING, days=None)
        try:
            rows |= {(table, row[key]): row for row in plain_rows(rows_of(wanted))}
        except NothingToExport:
            continue
    for pin in request.pins:
        if row := rows.get((pin.table, pin.key)):
            yield row, pin.note


def _both(text: Mapping[Language, str], tag: str = "span", more: str = "") -> str:
    """A text in both languages; the page shows one of them."""
    return "".join(
        f'<{tag} lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}"{more}>'
        f"{escape(text[lang])}</{tag}>"
        for lang in _LANGUAGES
    )


def _each(make: Callable[[Wording], str]) -> dict[Language, str]:
    return {lang: make(Wording(lang)) for lang in _LANGUAGES}


def _bar() -> str:
    """The buttons: back, on, the other language, print."""
    names = {
        "previous": _each(lambda wording: wording.text("previous")),
        "next": _each(lambda wording: wording.text("next")),
        "language": _each(lambda wording: wording.text("other-language")),
        "print": _each(lambda wording: wording.text("print")),
    }
    buttons = "".join(
        f'<button type="button" data-do="{name}">{_both(texts)}</button>'
        for name, texts in names.items()
    )
    return f'<nav>{buttons}<span id="place" role="status"></span></nav>'


def _opening(request: ExportRequest, slides: list[Slide], total: int) -> str:
    """The first slide: title, counts and the timeline in both languages."""
    events = [row for row, _ in slides if "actors" in row and row["date_from"]]
    charts = "".join(
        f'<figure lang="{lang}">{timeline_svg(events, Wording(lang))}</figure>'
        for lang in _LANGUAGES
        if events
    )
    counts = _each(lambda wording: wording.text("shown", shown=len(slides), total=total))
    return (
        f'<section class="slide opening" tabindex="-1"><h1>{_both(_each(_title))}</h1>'
        f"<p>{_both(counts)}</p>{charts}</section>"
    )


def _title(wording: Wording) -> str:
    return wording.text("title")


def _slide(slide: Slide) -> str:
    """A slide: what happened or who spoke, the article's words, their source and evidence."""
    row, note = slide
    heading = _each(lambda wording: _heading(row, wording))
    day = _each(lambda wording: wording.interval(row))
    words = row["sentence"] if "actors" in row else f"«{row['text']}»"
    source = _each(lambda wording: apa(row, wording))
    evidence = _each(lambda wording: wording.evidence(row))
    link = _link(row)
    remark = f'<p class="note" dir="auto">{escape(note)}</p>' if note else ""
    side = row.get("polarity", "neutral")
    return (
        f'<section class="slide {escape(side)}" tabindex="-1"><p class="day">{_both(day)}</p>'
        f"<h1>{_both(heading)}</h1>{remark}"
        f'<blockquote lang="ar" dir="rtl">{escape(words)}</blockquote>'
        f'<p class="source">{_both(source)}{link}</p>'
        f'<p class="evidence">{_both(evidence)}</p></section>'
    )


def _heading(row: Row, wording: Wording) -> str:
    return wording.headline(row) if "actors" in row else wording.speaker(row)


def _link(row: Row) -> str:
    """A link to the article, or to the dashboard; it is followed only by a click."""
    url = row["url"] or row["link"] or ""
    if not url.startswith(("http://", "https://")):
        return ""
    label = _both(_each(lambda wording: wording.text("open")))
    return f' <a href="{escape(url)}" rel="noopener noreferrer">{label}</a>'


def _closing(request: ExportRequest, slides: list[Slide]) -> str:
    """The last slide: the outlets and the citation of the story."""
    outlets = sorted({row["source"] for row, _ in slides if row["source"]})
    items = "".join(f'<li dir="auto">{escape(outlet)}</li>' for outlet in outlets)
    cited = {
        lang: view_apa(
            replace(request, language=lang), Wording(lang).text("title"), request.address
        )
        for lang in _LANGUAGES
    }
    title = _both(_each(lambda wording: wording.text("sources")))
    return (
        f'<section class="slide" tabindex="-1"><h1>{title}</h1><ul>{items}</ul>'
        f'<p class="source">{_both(cited)}</p></section>'
    )


FORMAT = ExportFormat("html", "HTML", ".html", "text/html; charset=utf-8", ("events",), write)
