"""The page of a permanent link to an event or quote that is not in the store, as plain HTML."""

from __future__ import annotations

from typing import Any, Final

from alaqat.store.comparison import ARTICLE_GONE, CORRECTED, READ_ANEW, REGROUPED
from components.data.lost_records import LostRecord
from components.html import citation
from components.html.site_header import OTHER
from components.i18n.catalogue import N_, endonym
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, event_label, parties_label
from components.i18n.words import Words
from components.view import page_titles, view_state
from components.view.view_state import ViewState

Row = dict[str, Any]
LONGEST: Final = 60  # characters of an id that are shown
# table → the page that shows its rows, and the parameter of a row
PAGES: Final = {"events": ("timeline", "event"), "quotes": ("quotes", "quote")}
LOST: Final = {
    "events": N_("This event is no longer in the store"),
    "quotes": N_("This quote is no longer in the store"),
}
UNKNOWN: Final = {"events": N_("There is no such event"), "quotes": N_("There is no such quote")}
REASONS: Final = {
    ARTICLE_GONE: N_("Its article was taken out."),
    CORRECTED: N_("A reader corrected it."),
    READ_ANEW: N_("The articles were read anew by other rules, which do not give it."),
    REGROUPED: N_("Other reports or corrections changed which reports are put together."),
}


def title(table: str, lost: LostRecord | None, words: Words) -> str:
    """The title of the page; without a lost record the id was never known."""
    return words.t((LOST if lost else UNKNOWN)[table])


def body(table: str, identity: str, lost: LostRecord | None, view: ViewState) -> str:
    """What happened to a record, what it said, and where to go from here, as HTML."""
    text = _explained(table, lost, view) if lost else _unknown(identity, view.words)
    page, lang = PAGES[table][0], OTHER[view.lang]
    own = _link(page, view, view.words.t(page_titles.PAGES[page]))
    other = f'<a href="?lang={lang}" lang="{lang}" hreflang="{lang}">{escape(endonym(lang))}</a>'
    return f"{text}<p>{own} · {other}</p>"


def _unknown(identity: str, words: Words) -> str:
    text = words.t(
        "Neither the store nor an earlier build that is still held knows the id {id}. "
        "Old builds are removed after a while.",
        id=identity[:LONGEST],
    )
    return f"<p>{escape(text)}</p>"


def _explained(table: str, lost: LostRecord, view: ViewState) -> str:
    words, row = view.words, lost.row
    was = words.t(
        "It was in version {version} of the store (build {build}).",
        version=lost.version,
        build=lost.build.id,
    )
    surface = row["sentence"] if table == "events" else row["text"]
    return (
        f"<p>{escape(was)} {escape(words.t(REASONS[lost.reason]))}</p>"
        f"<p><strong>{escape(label(table, row, words))}</strong></p>"
        f'<blockquote lang="ar" dir="rtl">{escape(surface)}</blockquote>'
        f"{_now(table, lost, view)}"
    )


def label(table: str, row: Row, words: Words) -> str:
    """An event or quote in one line."""
    if table == "quotes":
        return citation.speaker(row, words)
    parts = (event_label(row, words), parties_label(row, words), date_label(row, words))
    return " · ".join(part for part in parts if part)


def _now(table: str, lost: LostRecord, view: ViewState) -> str:
    """Links to what the same sentence gives now, else to the sentence; empty without article."""
    words, (page, parameter) = view.words, PAGES[table]
    links = [
        _link(page, view, label(table, row, words), **{parameter: row[f"{parameter}_id"]})
        for row in lost.successors
    ]
    if links:
        return f"<p>{escape(words.t('From the same sentence now:'))} {' · '.join(links)}</p>"
    if not lost.has_article:
        return ""
    place = {"article": lost.row["article_id"], "at": int(lost.row["start"])}
    return f"<p>{_link('articles', view, words.t('its sentence in the article'), **place)}</p>"


def _link(page: str, view: ViewState, text: str, **changes: Any) -> str:
    """A link from a page one folder below the dashboard's."""
    return f'<a href=".{escape(view_state.href(page, view, **changes))}">{escape(text)}</a>'
