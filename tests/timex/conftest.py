"""Short ways to tag a sentence and to make a dated event of its words."""

from datetime import date

import pytest

from alaqat import timex
from alaqat.arabic.document import prepare
from alaqat.model.records import Article, Document, EventMention


@pytest.fixture
def tag():
    """Tag a text as published on a day (Thursday 27 October 2022 by default; None for unknown)."""

    def tag(text, published="2022-10-27"):
        return timex.tag(document(text, published))

    return tag


def document(text: str, published: str | None = "2022-10-27") -> Document:
    """The document of a text."""
    return prepare(Article("example", text, date.fromisoformat(published) if published else None))


def event(text: str, trigger: str, on: str, *, dated_by: str = "sentence") -> EventMention:
    """An event whose sentence is the first line of `text`, triggered by `trigger` and dated to a day."""
    start, day = text.index(trigger), date.fromisoformat(on)
    sentence = text.partition("\n")[0]
    return EventMention(
        0, len(sentence), sentence, "SUPPORT", "cooperation", 5.0, "example", start, start + len(trigger),
        date_from=day, date_to=day, granularity="day", dated_by=dated_by,
    )  # fmt: skip
