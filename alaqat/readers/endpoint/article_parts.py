"""Long articles in overlapping parts that begin and end with sentences."""

from __future__ import annotations

from collections.abc import Iterator

from alaqat.model.records import Document

# Sentences of a part that are sent again with the next one, so that it begins with their context.
_OVERLAP = 2
Part = tuple[int, int]


def parts(document: Document, longest: int) -> list[Part]:
    """Source offsets of the parts of an article, each of at most `longest` characters.

    A sentence that is longer is a part of its own. An article without sentences has no part.
    """
    return list(_parts([(one.start, one.end) for one in document.sentences], longest))


def _parts(sentences: list[Part], longest: int) -> Iterator[Part]:
    first = 0
    while first < len(sentences):
        start = sentences[first][0]
        last = first
        while last + 1 < len(sentences) and sentences[last + 1][1] - start <= longest:
            last += 1
        yield start, sentences[last][1]
        if last + 1 == len(sentences):
            return
        first = max(first + 1, last + 1 - _OVERLAP)
