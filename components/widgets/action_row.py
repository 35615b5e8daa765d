"""The row of actions under a chart, card or table, drawn with its script."""

from __future__ import annotations

from urllib.parse import urljoin

import streamlit as st

from alaqat.export import citation_styles
from alaqat.export.export_request import ExportRequest, Language
from components.assets import load_script
from components.data import queries
from components.html import action_links
from components.html.action_links import Actions
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import filter_labels


def draw(page: str, view: ViewState, table: str, *, has_picture: bool = False) -> None:
    """Draw the actions for all rows of `table` in the view, and for the chart above if any."""
    words = view.words
    title = filter_labels.in_words(view) if view.is_filtered else words.t("all events and quotes")
    caption = words.join((words.t("Alaqat"), words.t("build {id}", id=queries.build().id)))
    actions = Actions(
        page,
        view,
        table,
        has_picture=has_picture,
        title=title,
        caption=caption,
        citations=citations(page, view, title),
    )
    st.html(action_links.html(actions))
    script()


def citations(page: str, view: ViewState, title: str) -> tuple[tuple[str, str], ...]:
    """The view as a data set, by APA and by Chicago, with its address and the store's version."""
    language: Language = "ar" if view.words.is_rtl else "en"
    request = ExportRequest(queries.build(), selection=view.selection(), language=language)
    address = urljoin(str(st.context.url or ""), view_state.href(page, view))
    return (
        ("APA", citation_styles.view_apa(request, title, address)),
        ("Chicago", citation_styles.view_chicago(request, title, address)),
    )


def script() -> None:
    """Add the script of the buttons; a second time does nothing."""
    st.html(f"<script>{load_script('actions')}</script>", unsafe_allow_javascript=True)
