"""Passages of articles as escaped HTML, with the stretches that matter marked, and where they were printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from alaqat import store
from components.i18n.catalogue import Words, escape, missing


def origin(row: Mapping[str, Any], words: Words) -> str:
    """When and where an article appeared: `published` and `source` of a row."""
    when = words.t("date unknown") if missing(row["published"]) else words.date(row["published"])
    outlet = row["source"] or words.t("outlet unknown")
    return f"<bdi>{escape(when)}</bdi> · <bdi>{escape(outlet)}</bdi>"


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the paragraph (or paragraphs) that hold `start:end`."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return first, len(text) if last < 0 else last


def found(text: str, query: str) -> str:
    """`text` escaped, with the words that answer a search marked in their own spelling."""
    return marked(text, 0, store.highlights(text, query)) if query else escape(text)


def marked(text: str, offset: int, spans: Iterable[tuple[int, int]]) -> str:
    """`text`, which begins at source offset `offset`, escaped, with the source spans marked."""
    parts, done = [], 0
    for start, end in sorted(spans):
        first, last = max(start - offset, done), min(end - offset, len(text))
        if first < last:
            parts += [escape(text[done:first]), f"<mark>{escape(text[first:last])}</mark>"]
            done = last
    return "".join([*parts, escape(text[done:])])
