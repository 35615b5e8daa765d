"""The line with the related words that a search also finds, and a link that leaves them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from alaqat import store
from components.i18n.escape import escape
from components.i18n.words import Words

SHOWN: Final = 8  # related words that are named


def html(query: str, related: Sequence[str], words: Words, address: Callable[[str], str]) -> str:
    """The notice as HTML; empty for no search, and for one without related words.

    `address(query)` is the link to the page with another search.
    """
    if store.is_quoted(query):
        text = words.t("Only the words as written.")
        link = _link(address(store.unquoted(query)), words.t("related words too"))
    elif related:
        text = words.t(
            "Related words too: {related}.", related=words.run(words.join(related[:SHOWN]))
        )
        link = _link(address(f'"{query.strip()}"'), words.t("only as written"))
    else:
        return ""
    return f'<p class="meta search-notice" role="status">{escape(text)} {link}</p>'


def _link(address: str, text: str) -> str:
    return f'<a class="quiet" href="{escape(address)}">{escape(text)}</a>'
