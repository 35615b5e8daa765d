"""Read text files (`.txt`), with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator

from alaqat.arabic.encoding import decode
from alaqat.ingest.article_builder import build_article
from alaqat.ingest.metadata.sidecar import read_sidecar, split_front_matter
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile


def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The one article of a `.txt` file."""
    text, front_matter = split_front_matter(decode(file.read_all(), file.where), file.where)
    metadata = [*read_sidecar(file), *front_matter]
    yield build_article(text, name=file.stem, where=file.where, metadata=metadata)
