"""PowerPoint: a story with a title slide, a slide for each event or quote, and its sources.

Paragraphs in Arabic run from right to left. Each slide has one line with its source; the notes of
the speaker hold the citation and the evidence, a custom XML part of the file holds all rows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

from alaqat.export.citation_styles import apa
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.story_deck import OTHER, TABLES, Axis, Deck, StorySlide, deck
from alaqat.export.wording import Wording
from alaqat.model.palette import LIGHT

FONT: Final = "Arial"  # on every machine with PowerPoint or Keynote, with Arabic letters
RECORDS: Final = "https://alaqat.invalid/ns/records"  # the namespace of the rows in the file
_MOST: Final = 100  # events or quotes; the library takes 3 s for them, and 16 s for 300
_WIDTH, _HEIGHT, _EDGE = 13.333, 7.5, 0.7  # inches
_TITLE_ONLY: Final = 5  # number of the layout with a title and nothing else
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PRESENTATION: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
_ARABIC: Final = Wording("ar")


def write(request: ExportRequest) -> bytes:
    """The story of a request. Raises NothingToExport without an event or quote."""
    from pptx import Presentation  # noqa: PLC0415  slow to import, and few ask for it
    from pptx.util import Inches  # noqa: PLC0415

    story = deck(request, _MOST)
    wording = Wording(request.language)
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
    _describe(presentation, story, wording)
    _opening(_Sheet.added(presentation, wording), story)
    for slide in story.slides:
        _slide(_Sheet.added(presentation, wording), slide, story.axis())
    _closing(_Sheet.added(presentation, wording), story)
    _attach(presentation, story)
    buffer = BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A slide to write on, in one language."""

    slide: Any
    wording: Wording

    @classmethod
    def added(cls, presentation: Any, wording: Wording) -> _Sheet:
        """A new slide at the end of a presentation."""
        layout = presentation.slide_layouts[_TITLE_ONLY]
        return cls(presentation.slides.add_slide(layout), wording)

    def title(self, text: str, top: float, size: float) -> None:
        """Write the title of the slide, which programs list as its name."""
        shape = self.slide.shapes.title
        _place(shape, top, 0.9)
        _write(shape.text_frame, [(text, size, LIGHT["ink"], True)], self.wording)

    def text(self, lines: Sequence[_Line], top: float, height: float, wording: Wording) -> Any:
        """Write lines of text in a box and return it."""
        box = self.slide.shapes.add_textbox(0, 0, 0, 0)
        _place(box, top, height)
        _write(box.text_frame, lines, wording)
        return box

    def caption(self, lines: Sequence[_Line], top: float, height: float) -> None:
        """Write lines in the other language, where those of the slide's language begin."""
        box = self.text(lines, top, height, Wording(OTHER[self.wording.language]))
        for paragraph in box.text_frame.paragraphs:
            paragraph.alignment = _start(self.wording)

    def line(self, text: str, top: float, size: float, colour: str = LIGHT["ink"]) -> Any:
        """Write one line of text in the language of the slide and return its box."""
        return self.text([(text, size, colour, False)], top, 0.5, self.wording)


_Line = tuple[str, float, str, bool]  # text, size in points, colour, whether it is bold


def _place(shape: Any, top: float, height: float) -> None:
    """Place a shape between the edges of the slide; lengths are inches."""
    from pptx.util import Inches  # noqa: PLC0415

    shape.left, shape.width = Inches(_EDGE), Inches(_WIDTH - 2 * _EDGE)
    shape.top, shape.height = Inches(top), Inches(height)


def _write(frame: Any, lines: Sequence[_Line], wording: Wording) -> None:
    """Write paragraphs, from right to left in Arabic."""
    from pptx.enum.text import MSO_ANCHOR  # noqa: PLC0415

    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        _paragraph(paragraph, line, wording)


def _paragraph(paragraph: Any, line: _Line, wording: Wording) -> None:
    from pptx.util import Pt  # noqa: PLC0415

    text, size, colour, is_bold = line
    paragraph.alignment = _start(wording)
    paragraph._p.get_or_add_pPr().set("rtl", "1" if wording.is_rtl else "0")
    run = paragraph.add_run()
    run.text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    run.font.size, run.font.bold = Pt(size), is_bold
    run.font.color.rgb = _colour(colour)
    _set_font(run, wording)


def _start(wording: Wording) -> Any:
    """The alignment at the side where lines of a language begin."""
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415

    return PP_ALIGN.RIGHT if wording.is_rtl else PP_ALIGN.LEFT


def _set_font(run: Any, wording: Wording) -> None:
    """Set the language of a run, and one font for its Latin and its Arabic letters."""
    from pptx.oxml import parse_xml  # noqa: PLC0415
    from pptx.oxml.ns import nsdecls  # noqa: PLC0415

    properties = run._r.get_or_add_rPr()
    properties.set("lang", "ar-SA" if wording.is_rtl else "en-GB")
    for name in ("latin", "cs"):
        properties.append(parse_xml(f'<a:{name} {nsdecls("a")} typeface="{FONT}"/>'))


def _opening(sheet: _Sheet, story: Deck) -> None:
    """The title slide: the title and its counts, in both languages."""
    wording, other = sheet.wording, Wording(OTHER[sheet.wording.language])
    sheet.title(story.title(wording), 2.3, 44)
    sheet.line(story.counts(wording), 3.4, 24)
    captions = story.captions(wording, other)
    sheet.caption([(line, 18, LIGHT["faint"], False) for line in captions], 4.2, 1)
    sheet.line(_edition(story, wording), 6.7, 14, LIGHT["faint"])


def _edition(story: Deck, wording: Wording) -> str:
    request = story.request
    accessed = wording.text("accessed", date=wording.day(request.accessed))
    version = wording.text("version", version=request.version)
    return " · ".join((wording.text("brand"), version, accessed))


def _slide(sheet: _Sheet, slide: StorySlide, axis: Axis | None) -> None:
    """A slide: when and what, the caption, the article's words, note, source and axis."""
    wording, other = sheet.wording, Wording(OTHER[sheet.wording.language])
    sheet.line(wording.interval(slide.row), 0.35, 20, LIGHT["faint"])
    sheet.title(slide.heading(wording), 0.8, 30)
    caption = [(slide.caption(other), 16, LIGHT["faint"], False)]
    sheet.caption(caption, 1.65, 0.45)
    words = [(slide.words, _size(slide.words), LIGHT["ink"], False)]
    sheet.text(words, 2.2, 2.9, _ARABIC)
    if slide.note:
        sheet.line(slide.note, 5.15, 18)
    box = sheet.line(slide.source(wording), 5.7, 14, LIGHT["faint"])
    if slide.url:
        box.click_action.hyperlink.address = slide.url
    if axis and slide.days:
        _axis(sheet, slide.side, slide.days, axis)
    _notes(sheet, slide)


def _size(text: str) -> float:
    """The size in points at which a text fills the box of the words, at most 40."""
    return max(9, min(40, math.floor(math.sqrt(250_000 / max(len(text), 1)))))


def _axis(sheet: _Sheet, side: str, days: tuple[date, date], axis: Axis) -> None:
    """The axis at the foot, with the days of the slide lit; it runs to the left in Arabic."""
    from pptx.enum.shapes import MSO_SHAPE  # noqa: PLC0415
    from pptx.util import Inches  # noqa: PLC0415

    length = _WIDTH - 2 * _EDGE - 0.6

    def bar(first: float, last: float, top: float, height: float, colour: str) -> None:
        width = max((last - first) * length, 0.08)
        start = (1 - last if sheet.wording.is_rtl else first) * length
        shape = sheet.slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE,
            *map(Inches, (_EDGE + 0.3 + start, top, width, height)),
        )
        _fill(shape, colour)

    bar(0, 1, 6.54, 0.02, LIGHT["rule"])
    first, last = map(axis.share, days)
    bar(first, last, 6.46, 0.18, LIGHT[side])
    for year, share in axis.years():
        place = 1 - share if sheet.wording.is_rtl else share
        box = sheet.slide.shapes.add_textbox(
            *map(Inches, (_EDGE + 0.3 + place * length - 0.5, 6.65, 1, 0.35))
        )
        _write(box.text_frame, [(str(year), 12, LIGHT["faint"], False)], Wording("en"))
        _centre(box.text_frame)


def _colour(name: str) -> Any:
    """A colour of the library from `#rrggbb`."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415

    return RGBColor(*bytes.fromhex(name.removeprefix("#")))


def _centre(frame: Any) -> None:
    from pptx.enum.text import PP_ALIGN  # noqa: PLC0415

    frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _fill(shape: Any, colour: str) -> None:
    """Fill a shape with one colour, without a line or shadow."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = _colour(colour)
    shape.line.fill.background()
    style = shape._element.find(f"{{{_PRESENTATION}}}style")
    if style is not None:  # the theme's own line and shadow
        shape._element.remove(style)


def _notes(sheet: _Sheet, slide: StorySlide) -> None:
    """The notes of the speaker: the citation and the evidence."""
    row, wording = slide.row, sheet.wording
    identity = str(row.get("quote_id") or row.get("event_id"))
    lines = [apa(row, wording), wording.comma.join((identity, wording.evidence(row)))]
    frame = sheet.slide.notes_slide.notes_text_frame
    _write(frame, [(line, 12, LIGHT["ink"], False) for line in lines], wording)


def _closing(sheet: _Sheet, story: Deck) -> None:
    """The last slide: the outlets, the version of the store, how to cite the story."""
    wording, other = sheet.wording, Wording(OTHER[sheet.wording.language])
    sheet.title(wording.text("sources"), 0.8, 36)
    names = story.outlets() or [wording.text("no-outlet")]
    outlets = wording.comma.join(names)
    size = min(24, _size(outlets))
    sheet.text([(outlets, size, LIGHT["ink"], False)], 1.8, 2, wording)
    sheet.line(wording.text("cite"), 3.85, 18, LIGHT["faint"])
    sheet.text([(story.cited(wording), 18, LIGHT["ink"], False)], 4.35, 1, wording)
    sheet.caption([(story.cited(other), 14, LIGHT["faint"], False)], 5.5, 1)
    sheet.line(_edition(story, wording), 6.7, 14, LIGHT["faint"])


def _describe(presentation: Any, story: Deck, wording: Wording) -> None:
    """Set title, author, language and day of the file."""
    properties = presentation.core_properties
    day = datetime.combine(story.request.accessed, time(), UTC).replace(tzinfo=None)
    properties.title, properties.author = story.title(wording), wording.text("brand")
    properties.language, properties.version = wording.language, story.request.version
    properties.created = properties.modified = day


def _attach(presentation: Any, story: Deck) -> None:
    """Add the rows of the slides, with all columns, as a custom XML part."""
    from pptx.opc.package import Part  # noqa: PLC0415
    from pptx.opc.packuri import PackURI  # noqa: PLC0415

    rows = "".join(f"<row>{escape(_CONTROL.sub('', record))}</row>" for record in story.records())
    xml = f'<?xml version="1.0" encoding="UTF-8"?><rows xmlns="{RECORDS}">{rows}</rows>'
    package = presentation.part.package
    blob = xml.encode(errors="replace")
    part = Part(PackURI("/customXml/item1.xml"), "application/xml", package, blob)
    presentation.part.relate_to(part, _RELATION)


FORMAT = ExportFormat(
    "pptx",
    "PowerPoint",
    ".pptx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    TABLES,
    write,
)
