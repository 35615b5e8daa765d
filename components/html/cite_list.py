"""The list behind «cite»: a citation in each style and language, each with a button that copies it.

`actions.js` reads the buttons' data attributes. Their values are escaped twice, because the
sanitizer of Streamlit's HTML drops an attribute whose value looks like markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from alaqat.export.citation_styles import claim_apa, claim_chicago
from alaqat.export.export_request import ExportRequest, Language
from alaqat.export.wording import Wording
from components.html import citation
from components.i18n.catalogue import endonym
from components.i18n.escape import escape, is_missing
from components.i18n.words import Words

Row = Mapping[str, Any]
_STYLES: Final = (("APA", claim_apa), ("Chicago", claim_chicago))


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation: its style, language and text."""

    style: str
    language: str
    text: str


def languages(words: Words) -> tuple[Language, Language]:
    """Both languages, the reader's first."""
    return ("ar", "en") if words.is_rtl else ("en", "ar")


def of_row(row: Row, article: Row, request: ExportRequest, words: Words) -> list[Citation]:
    """The citations of an event or a quote (a row of the request's table) and its article.

    `request` gives the version of the store, the day of access and the dashboard's address.
    """
    cited = {name: _plain(value) for name, value in row.items()}
    cited |= {name: _plain(article[name]) for name in ("source", "title", "url", "published")}
    cited |= {
        "link": request.permanent_link(row),
        "accessed": request.accessed,
        "store_version": request.version,
    }
    return [
        Citation(style, language, written(cited, Wording(language)))
        for language in languages(words)
        for style, written in _STYLES
    ]


def folded(citations: Iterable[Citation], words: Words, more: Sequence[str] = ()) -> str:
    """The list, closed until it is opened; `more` are further items as HTML, before the others."""
    title = escape(words.t("Cite"))
    status = '<span class="action-status" role="status"></span>'
    listed = f"<ul>{''.join(f'<li>{item}</li>' for item in more)}{items(citations, words)}</ul>"
    return f'<details class="cite"><summary>{title}</summary>{listed}{status}</details>'


def items(citations: Iterable[Citation], words: Words) -> str:
    """The members of the list."""
    return "".join(f"<li>{_item(citation, words)}</li>" for citation in citations)


def _item(citation: Citation, words: Words) -> str:
    direction = "rtl" if citation.language == "ar" else "ltr"
    name = f"{citation.style} · {endonym(citation.language)}"
    label = escape(words.t("Copy: {name}", name=name))
    data = f'data-text="{escape(escape(citation.text))}" data-done="{escape(words.t("Copied"))}"'
    return (
        f'<strong><bdi>{escape(name)}</bdi></strong> <span lang="{citation.language}" '
        f'dir="{direction}">{escape(citation.text)}</span> <button type="button" '
        f'class="action action-copy" aria-label="{label}" {data}>{escape(words.t("Copy"))}</button>'
    )


def _plain(value: Any) -> Any:
    """A value of a frame as Python has it: a missing one is None, a time stamp a date.

    Texts are in one line and without bidi control characters.
    """
    if is_missing(value):
        return None
    if isinstance(value, str):
        return citation.plain(value)
    return value.date() if isinstance(value, pd.Timestamp) else value
