"""Read documents: `.docx` paragraph by paragraph, and `.pdf` from its text layer."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from alaqat.arabic.fold import LETTER
from alaqat.ingest.article_builder import build_article
from alaqat.ingest.limits import ARTICLE
from alaqat.ingest.metadata.sidecar import read_sidecar
from alaqat.ingest.readers.zip_gz import require_no_bomb
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.model.errors import ArticleRefused

# A line of a page continues in the next if it does not end in punctuation and is at least so wide,
# as a share of the widest line.
_WIDE: Final = 0.75
_SENTENCE_END: Final = re.compile(r"[.!?؟:…][\"»”’)\]]*$")
_PRESENTATION_FORMS: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_STOP_BEFORE_WORD: Final = re.compile(rf"(?:^|\s)[\"»]?[.؟]\s?(?={LETTER})", re.MULTILINE)
_STOP_AFTER_WORD: Final = re.compile(rf"(?<={LETTER})[\"»]?[.؟](?:\s|$)", re.MULTILINE)
# Runs that keep their inner order when a line is reversed: Latin words and numbers, Arabic words
# with their comma, and the signs between them.
_RUN: Final = re.compile(
    r"[A-Za-z0-9٠-٩](?:[\w.,:/@%-]*[A-Za-z0-9٠-٩%])?(?: +[A-Za-z][\w.@-]*)*"
    r"|(?:[^\W\dA-Za-z]|[\u064b-\u065f\u0670])+[،؛؟]*|[^\w\u064b-\u065f\u0670]+|\w"
)
_SPACED_MARK: Final = re.compile(r"^ +([.،؛:!؟])")
_COMMA_IN_QUOTE: Final = re.compile(r' *([،؛])"')
_SPACE_BEFORE_MARK: Final = re.compile(r" +([،؛.])(?=\w)")
_SPACES: Final = re.compile(r"[ \u00a0]+")


def read_docx(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The one article of a `.docx` file, a paragraph a line.

    The document's own dates are those of editing and are not used.
    """
    import docx  # noqa: PLC0415 - imported only for documents

    data = file.read_all()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        require_no_bomb(archive.infolist(), packed_size=len(data), where=file.where)
    document = docx.Document(io.BytesIO(data))
    lines = [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]
    yield _article("\n".join(lines), document.core_properties.title or None, file)


def read_pdf(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The one article of a `.pdf` file; raises ArticleRefused if it is a scan or locked."""
    import pypdf  # noqa: PLC0415 - imported only for documents

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(file.read_all()))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ArticleRefused(f"{file.where}: is locked with a password; save it without one")
    text = _clean(_extract(reader))
    if not text.strip():
        raise ArticleRefused(
            f"{file.where}: has no text layer, so it is a scan; give its text as .txt"
        )
    title = reader.metadata.title if reader.metadata else None
    yield _article(text, title if isinstance(title, str) else None, file)


def _article(text: str, title: str | None, file: SourceFile) -> ArticleOrRefusal:
    metadata = [*read_sidecar(file), ("metadata", {"title": title})]
    return build_article(text, name=file.stem, where=file.where, metadata=metadata)


def _extract(reader: Any) -> str:
    """The text of the pages, until it is longer than an article may be."""
    pages, length = [], 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > ARTICLE:
            break
    return "\n".join(pages)


def _clean(extracted: str) -> str:
    """The paragraphs of a text as it is drawn on pages, one a line."""
    plain = _PRESENTATION_FORMS.sub(_base_letters, extracted)
    lines = [_SPACES.sub(" ", line).strip() for line in plain.splitlines()]
    lines = [line for line in lines if line]
    if not _is_visual_order("\n".join(lines)):
        return "\n".join(_paragraphs(lines))
    lines = [_reverse(line) if re.search(LETTER, line) else line for line in lines]
    lines = [_SPACES.sub(" ", line).strip() for line in lines]
    return "\n".join(map(_close_quotation_marks, _paragraphs(lines)))


def _base_letters(form: re.Match[str]) -> str:
    """The letters of a presentation form."""
    return unicodedata.normalize("NFKC", form[0]).strip() or form[0]


def _is_visual_order(text: str) -> bool:
    """True if words stand in the order drawn, left to right: full stops precede words then."""
    return len(_STOP_BEFORE_WORD.findall(text)) > len(_STOP_AFTER_WORD.findall(text))


def _reverse(line: str) -> str:
    """The runs of a line from last to first."""
    return "".join(reversed(_RUN.findall(line)))


def _close_quotation_marks(line: str) -> str:
    """Remove the spaces that pages have inside quotation marks and before commas."""
    pieces = line.split('"')
    for index in range(1, len(pieces), 2):
        pieces[index] = pieces[index].strip()
    for index in range(2, len(pieces), 2):
        pieces[index] = _SPACED_MARK.sub(r"\1", pieces[index])
    return _SPACE_BEFORE_MARK.sub(r"\1 ", _COMMA_IN_QUOTE.sub(r'"\1', '"'.join(pieces)))


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Join lines that were broken at the width of a page."""
    widest = max(map(len, lines), default=0)
    paragraph = ""
    for line in lines:
        paragraph = f"{paragraph} {line}".strip()
        if _SENTENCE_END.search(line) or len(line) < _WIDE * widest:
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph
