"""Read Word documents (`.docx`): every paragraph, those of tables, text boxes and controls too."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from alaqat.ingest.press_documents import articles_in
from alaqat.ingest.readers.zip_gz import require_no_bomb
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH: Final = f"{_WORD}p"
# What is not read: text that was deleted or moved away, and older programs' copy of a text box.
_NOT_READ: Final = frozenset({f"{_WORD}del", f"{_WORD}moveFrom", _FALLBACK})
_CHARACTERS: Final = {
    f"{_WORD}tab": "\t",
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}noBreakHyphen": "-",
}


def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of a `.docx` file, a paragraph a line.

    The document's own dates are those of editing and are not used.
    """
    import docx  # noqa: PLC0415 - imported only for documents

    data = file.read_all()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        require_no_bomb(archive.infolist(), packed_size=len(data), where=file.where)
    document = docx.Document(io.BytesIO(data))
    lines = [line for line in _paragraphs(document.element.body) if line.strip()]
    yield from articles_in(lines, file, title=document.core_properties.title or None)


def _paragraphs(body: Any) -> Iterator[str]:
    """The texts of all paragraphs in their order; that of a text box follows its anchor's."""
    for paragraph in body.iter(_PARAGRAPH):
        if not any(parent.tag in _NOT_READ for parent in paragraph.iterancestors()):
            yield from "".join(_texts(paragraph)).split("\n")


def _texts(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag != _PARAGRAPH and child.tag not in _NOT_READ:
            yield from _texts(child)
