"""The choice of a chronology: none, one that comes with Alaqat, or a file of the reader's own.

A file is read once and its entries stay in the session: nothing of it is written to the server.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from alaqat.reference import reference_file
from alaqat.reference.chronology_comparison import compared
from alaqat.reference.reference_file import ChronologyRefused, Entry
from components.assets import load_script
from components.data import event_queries
from components.html import chronology_view
from components.i18n.countries import pair_name
from components.i18n.escape import escape
from components.i18n.words import Words
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import navigation, page_links

OWN: Final = "chronology_own"  # session key of the reader's own
REFUSED: Final = "chronology_refused"  # session key of why the last file was refused
UPLOAD: Final = "chronology_upload"


@dataclass(frozen=True, slots=True)
class Chronology:
    """The entries of a chronology and its name."""

    name: str
    entries: list[Entry]


def draw_link(view: ViewState) -> None:
    """Draw the link to the page that compares the events with a chronology made elsewhere."""
    address = escape(view_state.href("reference", view.without(*view_state.OF_PAGE)))
    text = escape(view.words.t("Compare with a chronology"))
    st.html(f'<p class="chronology-link"><a class="quiet" href="{address}">{text}</a></p>')


def draw(view: ViewState) -> Chronology | None:
    """Draw the choice and return the chronology; None where none is chosen."""
    words = view.words
    own: Chronology | None = st.session_state.get(OWN)
    st.html(_links(view))
    choose = words.t("choose a file")
    st.html(f'<style>.st-key-reference_file section button::after{{content:"{choose}"}}</style>')
    with st.container(key="reference_file"):
        st.file_uploader(
            words.t("A chronology of your own: CSV with a date and a text in each row"),
            type=["csv", "txt", "tsv"],
            key=UPLOAD,
            on_change=_load,
        )
    st.html(f"<script>{load_script('uploader_role')}</script>", unsafe_allow_javascript=True)
    problem: ChronologyRefused | None = st.session_state.pop(REFUSED, None)
    if problem:
        st.html(chronology_view.refused(problem, words))
    chosen = view.reference or ""
    if chosen in reference_file.SHIPPED:
        return Chronology(_title(chosen, words), reference_file.shipped(chosen))
    if own:
        st.button(words.t("Forget this file"), key="chronology_forget", on_click=_forget)
    return own


def side_by_side(chronology: Chronology, view: ViewState) -> str:
    """The chronology beside the events of the view, as HTML."""
    words = view.words
    events = event_queries.whole(event_queries.events(view))
    comparison = compared(chronology.entries, events)
    return (
        f"<h3><bdi>{escape(chronology.name)}</bdi></h3>"
        f"{chronology_view.summary(comparison, words)}"
        f"{chronology_view.chart(comparison.years(), words)}"
        f"{chronology_view.side_by_side(comparison, words, page_links.links(view))}"
    )


def _links(view: ViewState) -> str:
    """A link for each chronology that comes with Alaqat; a second click turns it off again."""
    words, items = view.words, []
    for name, pair in reference_file.SHIPPED.items():
        is_chosen = name == view.reference
        address = view_state.href(
            "reference", view, reference=None if is_chosen else name, pair=view.pair or pair
        )
        mark, off = (' aria-current="true"', " ×") if is_chosen else ("", "")
        title = escape(_title(name, words))
        items.append(f'<a class="quiet" href="{escape(address)}"{mark}>{title}{off}</a>')
    label = escape(words.t("Made by hand, comes with Alaqat:"))
    return f'<p class="choices"><span class="meta">{label}</span> {" · ".join(items)}</p>'


def _title(name: str, words: Words) -> str:
    first, last = map(str, reference_file.years(reference_file.shipped(name)))
    return f"{pair_name(reference_file.SHIPPED[name], words)} {words.dashed(first, last)}"


def _load() -> None:
    """Read an uploaded file; a file that is refused leaves the chronology as it was."""
    given = st.session_state[UPLOAD]
    if given is None:
        return
    try:
        entries = reference_file.read(given.getvalue(), given.name)
    except ChronologyRefused as problem:
        st.session_state[REFUSED] = problem
        return
    st.session_state[OWN] = Chronology(given.name, entries)
    navigation.go(replace(navigation.current(), reference=None))


def _forget() -> None:
    st.session_state.pop(OWN, None)
