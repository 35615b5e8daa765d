"""DOCX: a chronology of events or a list of quotes, with a footnote for each claim.

In Arabic the paragraphs run from right to left. python-docx writes no footnotes, so their part is
added here: WordprocessingML, ISO/IEC 29500-1, 17.11.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape

from alaqat.export.citation_styles import apa
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.wording import Row, Wording

_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_FONT: Final = "IBM Plex Sans Arabic"


def write(request: ExportRequest) -> bytes:
    """The events or quotes of a request as a document."""
    from docx import Document  # noqa: PLC0415  slow to import, and few ask for it
    from docx.shared import Mm  # noqa: PLC0415

    rows = plain_rows(rows_of(request))
    wording = Wording(request.language)
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    _font(document)
    _paragraph(document, [_run(wording.text("title"), wording)], wording, style="Title")
    _paragraph(document, [_run(_subtitle(request, wording), wording)], wording)
    for number, row in enumerate(rows, 1):
        heading, text = _claim(row, wording)
        if heading:
            _paragraph(document, [_run(heading, wording, is_bold=True)], wording)
        quoted = Wording("ar")  # the article's own words
        _paragraph(document, [_run(text, quoted), _reference(number)], quoted)
    _add_footnotes(document, (_note(row, wording) for row in rows), wording)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _subtitle(request: ExportRequest, wording: Wording) -> str:
    accessed = wording.text("accessed", date=wording.day(request.accessed))
    version = wording.text("version", version=request.version)
    return wording.comma.join((version, accessed, wording.text("footnotes")))


def _claim(row: Row, wording: Wording) -> tuple[str, str]:
    """The heading and the quoted words of a row."""
    if "quote_id" in row:
        return f"{wording.speaker(row)}{wording.comma}{wording.interval(row)}", f"«{row['text']}»"
    return f"{wording.interval(row)}{wording.comma}{wording.headline(row)}", row["sentence"]


def _note(row: Row, wording: Wording) -> str:
    """The citation of a row, with its id, offsets, rule and the version of the store."""
    identity = row.get("quote_id") or row.get("event_id")
    cited = apa(row, wording) + wording.mark  # else the link and the id would change places
    return f"{cited} [{identity}{wording.comma}{wording.evidence(row)}]"


def _font(document: Any) -> None:
    """Set the font of all text, Arabic included."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    fonts = document.styles["Normal"].element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), _FONT)


def _paragraph(document: Any, runs: Iterable[str], wording: Wording, style: str = "") -> None:
    """Add a paragraph of runs (XML), from right to left in Arabic.

    It is put before the last element of the body, the properties of its section: python-docx looks
    for them among all paragraphs each time, which takes minutes for tens of thousands.
    """
    from docx.oxml import parse_xml  # noqa: PLC0415

    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    direction = "<w:bidi/>" if wording.is_rtl else ""
    paragraph = (
        f'<w:p xmlns:w="{_NAMESPACE}"><w:pPr>{styled}{direction}</w:pPr>{"".join(runs)}</w:p>'
    )
    document.element.body[-1].addprevious(parse_xml(paragraph))


def _run(text: str, wording: Wording, *, is_bold: bool = False) -> str:
    """A run of text as XML."""
    direction = "<w:rtl/>" if wording.is_rtl or _ARABIC.search(text) else ""
    bold = "<w:b/><w:bCs/>" if is_bold else ""
    return (
        f'<w:r xmlns:w="{_NAMESPACE}"><w:rPr>{bold}{direction}</w:rPr>'
        f'<w:t xml:space="preserve">{_xml(text)}</w:t></w:r>'
    )


def _reference(number: int) -> str:
    """The mark of a footnote in the text."""
    return (
        f'<w:r xmlns:w="{_NAMESPACE}"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteReference w:id="{number}"/></w:r>'
    )


def _add_footnotes(document: Any, notes: Iterable[str], wording: Wording) -> None:
    """Add the part with the footnotes, numbered from 1, to a document."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415
    from docx.opc.part import Part  # noqa: PLC0415

    bidi = "<w:pPr><w:bidi/></w:pPr>" if wording.is_rtl else ""
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p>{bidi}{mark}{_run(f" {note}", wording)}</w:p>'
        "</w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark_name}/></w:r></w:p>'
        "</w:footnote>"
        for number, kind, mark_name in (
            (-1, "separator", "separator"),
            (0, "continuationSeparator", "continuationSeparator"),
        )
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:footnotes xmlns:w="{_NAMESPACE}">{lines}{body}</w:footnotes>'
    )
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT, xml.encode(), package)
    document.part.relate_to(part, _RELATION)


def _xml(text: str) -> str:
    return escape(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", text))


FORMAT = ExportFormat(
    "docx",
    "Word",
    ".docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ("events", "quotes"),
    write,
)
