"""The row of actions under a chart, card or table, drawn with its script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urljoin

import streamlit as st

from alaqat.export import citation_styles
from alaqat.export.export_request import ExportRequest
from components.access.headers import EMBEDDED, embed_parents
from components.assets import load_script
from components.data import queries
from components.html import action_links, cite_list, timeline_lanes
from components.html.action_links import Actions
from components.html.citation import plain
from components.html.cite_list import Citation, Row
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import filter_labels


def draw(page: str, view: ViewState, table: str, *, has_picture: bool = False) -> None:
    """Draw the actions for all rows of `table` in the view, and for the chart above if any."""
    words = view.words
    title = _title(view)
    caption = words.join((words.t("Alaqat"), words.t("build {id}", id=queries.build().id)))
    actions = Actions(
        page,
        view,
        table,
        has_picture=has_picture,
        title=title,
        caption=caption,
        citations=citations(page, view, title),
        frame=_frame(view, title) if page == "timeline" else "",
        has_parents=bool(embed_parents()),
    )
    st.html(action_links.html(actions))
    script()


def _frame(view: ViewState, title: str) -> str:
    """The code that embeds the timeline of the view."""
    path = view_state.href(EMBEDDED.removeprefix("/"), timeline_lanes.charted(view))
    return action_links.frame(urljoin(str(st.context.url or ""), path), plain(title))


def citations(page: str, view: ViewState, title: str) -> tuple[Citation, ...]:
    """The view as a data set, by APA and by Chicago in both languages, the reader's first.

    Each has the address of the view and the store's version; `title` is in the reader's language.
    """
    request = ExportRequest(queries.build(), selection=view.selection())
    address = urljoin(str(st.context.url or ""), view_state.href(page, view))
    cited = []
    for language in cite_list.languages(view.words):
        own = replace(request, language=language)
        name = title if language == view.lang else _title(replace(view, lang=language)) or title
        cited += [
            Citation("APA", language, citation_styles.view_apa(own, name, address)),
            Citation("Chicago", language, citation_styles.view_chicago(own, name, address)),
        ]
    return tuple(cited)


def _title(view: ViewState) -> str:
    """What a view shows, in its language."""
    if view.story_title:
        return view.story_title
    words = view.words
    return filter_labels.in_words(view) if view.is_filtered else words.t("all events and quotes")


def citer(view: ViewState, table: str) -> Callable[[Row, Row], list[Citation]]:
    """`citer(row, article)` are the citations of a row of `events` or `quotes`."""
    base = urljoin(str(st.context.url or ""), ".")
    request = ExportRequest(queries.build(), table, address=base if "://" in base else "")
    return lambda row, article: cite_list.of_row(row, article, request, view.words)


def script() -> None:
    """Add the script of the buttons; a second time does nothing."""
    st.html(f"<script>{load_script('actions')}</script>", unsafe_allow_javascript=True)
