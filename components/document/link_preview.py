"""What a link to a view unfurls to: its title, a text and the address of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from alaqat.model.errors import StoreBroken, StoreMissing
from components.data import queries
from components.html import citation, headline
from components.i18n.entity_names import entity_name
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, event_label, parties_label
from components.i18n.words import Words
from components.view import page_titles, view_state
from components.view.view_state import ViewState

LONGEST = 300  # characters of a text, more than any program shows
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """The preview of a link in plain text; `address` and `picture` are paths on the server."""

    subject: str
    title: str
    text: str
    address: str
    picture: str


def preview(view: ViewState, page: str) -> Preview:
    """The preview of a page of a view; without a store, what the program is."""
    words = view.words
    try:
        subject, text = _subject(view)
    except (StoreMissing, StoreBroken):
        subject, text = words.t("Alaqat"), words.t("Arabic news as a timeline of how states get on")
    parts = [subject, words.t(page_titles.PAGES[page]), words.t("Alaqat")]
    if page == page_titles.FIRST:
        del parts[1]
    query = view_state.href("", view).removeprefix("./")
    return Preview(
        subject=citation.plain(subject),
        title=" · ".join(citation.plain(part) for part in dict.fromkeys(parts)),
        text=citation.plain(text)[:LONGEST],
        address=f"/{page_titles.path(page)}{query}",
        picture=f"/preview.png{query}",
    )


def meta_tags(preview: Preview, server: str, words: Words) -> str:
    """The tags of a document by which its link unfurls; `server` is the server's address."""
    tags = {
        "og:type": "website",
        "og:site_name": words.t("Alaqat"),
        "og:title": preview.subject,
        "og:description": preview.text,
        "og:url": f"{server}{preview.address}",
        "og:image": f"{server}{preview.picture}",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": preview.subject,
        "og:locale": words.lang,
        "twitter:card": "summary_large_image",
    }
    named = f'<meta name="description" content="{escape(preview.text)}">'
    return f"<title>{escape(preview.title)}</title>{named}" + "".join(
        f'<meta property="{name}" content="{escape(value)}">' for name, value in tags.items()
    )


def _subject(view: ViewState) -> tuple[str, str]:
    """The title and the text of the event, quote or name of a link, else of its whole view."""
    words = view.words
    if event := queries.row_of("events", "event_id", view.event):
        return _event(event, words), event["sentence"]
    if quote := queries.row_of("quotes", "quote_id", view.quote):
        return citation.speaker(quote, words), f"«{quote['text']}»"
    if entity := queries.row_of("entities", "entity_id", view.entity):
        return entity_name(entity, words), headline.standfirst(view)
    return headline.headline(view), headline.standfirst(view)


def _event(event: Row, words: Words) -> str:
    parts = (event_label(event, words), parties_label(event, words), date_label(event, words))
    return " · ".join(part for part in parts if part)
