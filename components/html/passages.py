"""Passages of articles as escaped HTML with marked spans, and the line that names their source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from alaqat import store
from components.i18n.escape import escape, is_missing
from components.i18n.words import Words


def origin(row: Mapping[str, Any], words: Words) -> str:
    """Date and outlet of an article as HTML: `published` and `source` of a row."""
    when = words.t("date unknown") if is_missing(row["published"]) else words.date(row["published"])
    outlet = row["source"] or words.t("outlet not stated")
    return f"<bdi>{escape(when)}</bdi> · <bdi>{escape(outlet)}</bdi>"


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the paragraph (or paragraphs) that contain `start:end`."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return first, len(text) if last < 0 else last


def with_matches(text: str, query: str) -> str:
    """`text` as escaped HTML, the words that match a search marked in their own spelling."""
    return marked(text, 0, store.highlights(text, query)) if query else escape(text)


def marked(text: str, offset: int, spans: Iterable[tuple[int, int]]) -> str:
    """`text` as escaped HTML with spans marked; `offset` is the offset of `text` in its article."""
    parts, done = [], 0
    for start, end in sorted(spans):
        first, last = max(start - offset, done), min(end - offset, len(text))
        if first < last:
            parts += [escape(text[done:first]), f"<mark>{escape(text[first:last])}</mark>"]
            done = last
    return "".join([*parts, escape(text[done:])])
