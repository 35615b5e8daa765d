"""Read rich text (`.rtf`), as Factiva and Nexis write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from alaqat.ingest.press_documents import articles_in
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile

# The library writes the target of a link behind its words.
_LINK_TARGET: Final = re.compile(r"\((?:https?|mailto|file):[^()\s]{1,2000}\)")


def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of an `.rtf` file, a paragraph a line."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - imported only for documents

    source = file.read_all().decode("latin-1")
    # The code page is that of fonts of Arabic letters where the document names none.
    text = _LINK_TARGET.sub("", rtf_to_text(source, encoding="cp1256", errors="replace"))
    yield from articles_in([line.strip() for line in text.split("\n") if line.strip()], file)
