"""Read text files (`.txt`), with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from alaqat.arabic.encoding import decode
from alaqat.ingest.article_builder import build_article
from alaqat.ingest.metadata.sidecar import read_sidecar, split_front_matter
from alaqat.ingest.press_documents import articles_in, is_press_document
from alaqat.ingest.readers import html_page, tables
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile

_PAGE: Final = re.compile(r"\s*<(?:!doctype\s+html|html|\?xml[^>]*>\s*<!doctype\s+html)\b", re.I)


def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The article of a `.txt` file, or the articles of a table or a page that is named so."""
    content = decode(file.read_all(), file.where)
    if _PAGE.match(content):
        yield from html_page.read(file)
    elif tables.is_table(content.removeprefix("\ufeff"), file):
        yield from tables.read_delimited(file)
    elif is_press_document(content):
        yield from articles_in(content.split("\n"), file)
    else:
        text, front_matter = split_front_matter(content, file.where)
        metadata = [*read_sidecar(file), *front_matter]
        yield build_article(text, name=file.stem, where=file.where, metadata=metadata)
