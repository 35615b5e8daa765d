"""The door for text files: the text as it stands, below its front matter if it has any."""

from __future__ import annotations

from collections.abc import Iterator

from alaqat.ingest.article_builder import finish
from alaqat.ingest.encoding import decoded
from alaqat.ingest.metadata.sidecar import front_matter, sidecar
from alaqat.ingest.source_file import Found, Part


def read(part: Part) -> Iterator[Found]:
    """The one article of a `.txt` file."""
    text, above = front_matter(decoded(part.whole(), part.where), part.where)
    yield finish(text, name=part.stem, where=part.where, said=[*sidecar(part), *above])
