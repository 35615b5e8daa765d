"""The doors for documents: `.docx`, paragraph by paragraph, and `.pdf`, from its text layer."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from alaqat.arabic.fold import LETTER
from alaqat.ingest.article_builder import finish
from alaqat.ingest.limits import ARTICLE
from alaqat.ingest.metadata.sidecar import sidecar
from alaqat.ingest.readers.zip_gz import require_no_bomb
from alaqat.ingest.source_file import Found, Part
from alaqat.model.errors import ArticleRefused

# A line of a page that ends without a stop and is about as wide as the widest goes on in the next.
_WIDE: Final = 0.75
_ENDS: Final = re.compile(r"[.!?؟:…][\"»”’)\]]*$")
_FORMS: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_DOT_BEFORE: Final = re.compile(rf"(?:^|\s)[\"»]?[.؟]\s?(?={LETTER})", re.MULTILINE)
_DOT_AFTER: Final = re.compile(rf"(?<={LETTER})[\"»]?[.؟](?:\s|$)", re.MULTILINE)
_PIECE: Final = re.compile(
    r"[A-Za-z0-9٠-٩](?:[\w.,:/@%-]*[A-Za-z0-9٠-٩%])?(?: +[A-Za-z][\w.@-]*)*"
    r"|(?:[^\W\dA-Za-z]|[\u064b-\u065f\u0670])+[،؛؟]*|[^\w\u064b-\u065f\u0670]+|\w"
)
_AFTER: Final = re.compile(r"^ +([.،؛:!؟])")
_COMMA: Final = re.compile(r' *([،؛])"')
_GAP: Final = re.compile(r" +([،؛.])(?=\w)")


def read_docx(part: Part) -> Iterator[Found]:
    """The one article of a `.docx` file: its paragraphs, one a line. Its own dates are those of editing, not used."""
    import docx  # noqa: PLC0415 - only this door pays for it

    data = part.whole()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        require_no_bomb(packed.infolist(), packed=len(data), where=part.where)
    document = docx.Document(io.BytesIO(data))
    lines = [paragraph.text for paragraph in document.paragraphs]
    said = [*sidecar(part), ("metadata", {"title": document.core_properties.title or None})]
    yield finish(
        "\n".join(line for line in lines if line.strip()),
        name=part.stem,
        where=part.where,
        said=said,
    )


def read_pdf(part: Part) -> Iterator[Found]:
    """The one article of a `.pdf` file. Raises ArticleRefused where it is a scan, or locked."""
    import pypdf  # noqa: PLC0415 - only this door pays for it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(part.whole()))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ArticleRefused(f"{part.where}: is locked with a password; save it without one")
    text = _text(reader)
    if not text.strip():
        raise ArticleRefused(
            f"{part.where}: has no text layer, so it is a scan; give its text as .txt"
        )
    title = reader.metadata.title if reader.metadata else None
    head = {"title": title if isinstance(title, str) else None}
    yield finish(text, name=part.stem, where=part.where, said=[*sidecar(part), ("metadata", head)])


def _text(reader: Any) -> str:
    pages, length = [], 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > ARTICLE:
            break
    plain = _FORMS.sub(
        lambda sign: unicodedata.normalize("NFKC", sign[0]).strip() or sign[0], "\n".join(pages)
    )
    lines = [re.sub(r"[ \u00a0]+", " ", line).strip() for line in plain.splitlines()]
    found = [line for line in lines if line]
    ordered = _in_reading_order(found)
    paragraphs = _paragraphs([re.sub(" +", " ", line).strip() for line in ordered])
    return "\n".join(paragraphs if ordered is found else map(_quoted, paragraphs))


def _in_reading_order(lines: list[str]) -> list[str]:
    """Lines whose words a page drew from left to right, put from right to left; stops tell which it did."""
    whole = "\n".join(lines)
    if len(_DOT_BEFORE.findall(whole)) <= len(_DOT_AFTER.findall(whole)):
        return lines
    return [_turned(line) if re.search(LETTER, line) else line for line in lines]


def _turned(line: str) -> str:
    """The pieces of a line from last to first: words, the marks and spaces between them, what is Latin or a number."""
    return "".join(reversed(_PIECE.findall(line)))


def _quoted(line: str) -> str:
    """Quotation marks close to the words they stand around: pages draw them apart."""
    pieces = line.split('"')
    for place in range(1, len(pieces), 2):
        pieces[place] = pieces[place].strip()
    for place in range(2, len(pieces), 2):
        pieces[place] = _AFTER.sub(r"\1", pieces[place])
    return _GAP.sub(r"\1 ", _COMMA.sub(r'"\1', '"'.join(pieces)))


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines joined to the paragraphs they were before they were broken to the width of a page."""
    widest = max(map(len, lines), default=0)
    held = ""
    for line in lines:
        held = f"{held} {line}".strip()
        if _ENDS.search(line) or len(line) < _WIDE * widest:
            yield held
            held = ""
    if held:
        yield held
