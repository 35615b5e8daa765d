"""A story in one HTML file: the selection, or the pinned events and quotes with their notes.

The file opens from disk without a network: fonts, style and script are inside, and its policy
forbids every request. It has both languages, keys, and a style for print.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from alaqat.export.chart_svg import timeline_svg
from alaqat.export.citation_styles import apa
from alaqat.export.embedded_fonts import font_faces
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest, Language
from alaqat.export.story_deck import OTHER, TABLES, Axis, Deck, StorySlide, deck
from alaqat.export.wording import Wording

_FOLDER: Final = Path(__file__).parent / "story_files"
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)
_LANGUAGES: Final[tuple[Language, ...]] = ("ar", "en")


def write(request: ExportRequest) -> bytes:
    """The story of a request. Raises NothingToExport without an event or quote."""
    story = deck(request)
    lang, is_rtl = request.language, request.language == "ar"
    title = escape(story.title(Wording(lang)))
    parts = [
        f'<!doctype html><html lang="{lang}" dir="{"rtl" if is_rtl else "ltr"}" '
        f'data-language="{lang}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title><style>{font_faces()}{_asset('story.css')}</style></head><body>",
        _bar(),
        "<main>",
        _opening(story),
        *(_slide(slide, story.axis()) for slide in story.slides),
        _closing(story),
        f"</main><script>{_asset('story.js')}</script></body></html>",
    ]
    return "".join(parts).encode(errors="replace")


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


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


def _opening(story: Deck) -> str:
    """The first slide: title, counts and the timeline in both languages."""
    events = [slide.row for slide in story.slides if slide.is_event and slide.days]
    charts = "".join(
        f'<figure lang="{lang}" tabindex="0">{timeline_svg(events, Wording(lang))}</figure>'
        for lang in _LANGUAGES
        if events
    )
    return (
        f'<section class="slide opening" tabindex="-1"><h1>{_both(_each(story.title))}</h1>'
        f"<p>{_both(_each(story.counts))}</p>{charts}</section>"
    )


def _slide(slide: StorySlide, axis: Axis | None) -> str:
    """A slide: what happened or who spoke, the article's words, their source and evidence."""
    row = slide.row
    day = _both(_each(lambda wording: wording.interval(row)))
    evidence = _both(_each(lambda wording: wording.evidence(row)))
    note = f'<p class="note" dir="auto">{escape(slide.note)}</p>' if slide.note else ""
    return (
        f'<section class="slide {escape(slide.side)}" tabindex="-1"><p class="day">{day}</p>'
        f"<h1>{_both(_each(slide.heading))}</h1>{_captions(slide)}{note}"
        f'<blockquote lang="ar" dir="rtl">{escape(slide.words)}</blockquote>{_axis(slide, axis)}'
        f'<p class="source">{_both(_each(lambda wording: apa(row, wording)))}{_link(slide)}</p>'
        f'<p class="evidence">{evidence}</p></section>'
    )


def _captions(slide: StorySlide) -> str:
    """The caption in the language that the page does not have: for Arabic pages English."""
    captions = "".join(
        f'<span class="with-{OTHER[lang]}" lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">'
        f"{escape(slide.caption(Wording(lang)))}</span>"
        for lang in _LANGUAGES
    )
    return f'<p class="caption">{captions}</p>'


def _axis(slide: StorySlide, axis: Axis | None) -> str:
    """The axis of the story with the days of the slide lit."""
    if axis is None or slide.days is None:
        return ""
    first, last = map(axis.share, slide.days)
    years = "".join(
        f'<i style="inset-inline-start:{share:.2%}">{year}</i>' for year, share in axis.years()
    )
    lit = f'<b style="inset-inline-start:{first:.2%};inline-size:{last - first:.2%}"></b>'
    return f'<div class="axis" aria-hidden="true">{lit}{years}</div>'


def _link(slide: StorySlide) -> str:
    """A link to the article, or to the dashboard; it is followed only by a click."""
    if not slide.url:
        return ""
    label = _both(_each(lambda wording: wording.text("open")))
    return f' <a href="{escape(slide.url)}" rel="noopener noreferrer">{label}</a>'


def _closing(story: Deck) -> str:
    """The last slide: the outlets and the citation of the story, with the store's version."""
    items = "".join(f"<li><bdi>{escape(outlet)}</bdi></li>" for outlet in story.outlets())
    title = _both(_each(lambda wording: wording.text("sources")))
    how = _both(_each(lambda wording: wording.text("cite")))
    return (
        f'<section class="slide" tabindex="-1"><h1>{title}</h1><ul>{items}</ul>'
        f'<h2>{how}</h2><p class="source">{_both(_each(story.cited))}</p></section>'
    )


FORMAT = ExportFormat("html", "HTML", ".html", "text/html; charset=utf-8", TABLES, write)
