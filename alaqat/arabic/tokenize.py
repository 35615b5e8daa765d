"""Words and marks of folded text, with their offsets."""

from __future__ import annotations

from collections.abc import Iterator

from alaqat.arabic import camel
from alaqat.model.records import Token


def tokens(text: str) -> Iterator[Token]:
    """camel-tools' word tokens, in order, with their offsets in `text`."""
    end = 0
    for word in camel.word_tokens(text):
        start = text.index(word, end)
        end = start + len(word)
        yield Token(word, start, end)
