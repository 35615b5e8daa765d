"""Why a search found a quote: the words that it found, in the quote or in the text around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from alaqat import store
from components.html.passages import paragraph
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.words import Words

Row = Mapping[str, Any]
QUOTE, CONTEXT, NAME = "quote", "context", "name"
REASONS: Final = {
    QUOTE: N_("found in its words: {found}"),
    CONTEXT: N_("found in the text around it: {found}"),
    NAME: N_("found by a name in its sentence, in another spelling"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a search found a quote (empty without a search), and the words found there."""

    place: str = ""
    found: tuple[str, ...] = ()


def find(row: Row) -> Hit:
    """The hit of a quote's row, which has the search as `query` and its article's text."""
    query = row.get("query", "")
    if not query.strip():
        return Hit()
    own = _found(str(row["text"]), query)
    if own:
        return Hit(QUOTE, own)
    text = str(row["article_text"] or "")
    start, end = paragraph(text, row["start"], row["end"])
    around = _found(text[start:end], query)
    return Hit(CONTEXT, around) if around else Hit(NAME)


def _found(text: str, query: str) -> tuple[str, ...]:
    spans = store.highlights(text, query)
    return tuple(dict.fromkeys(text[start:end] for start, end in spans))


def reason(hit: Hit, words: Words) -> str:
    """The reason as HTML; empty without a search."""
    if not hit.place:
        return ""
    found = words.run(words.join(f"«{word}»" for word in hit.found))
    text = words.t(REASONS[hit.place], found=found)
    return f'<p class="meta search-reason">{escape(text)}</p>'
