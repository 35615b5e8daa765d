"""The row of actions under a chart, card or table, drawn with its script."""

from __future__ import annotations

import streamlit as st

from components.assets import load_script
from components.data import queries
from components.html import action_links
from components.html.action_links import Actions
from components.view.view_state import ViewState
from components.widgets import filter_labels


def draw(page: str, view: ViewState, table: str, *, has_picture: bool = False) -> None:
    """Draw the actions for all rows of `table` in the view, and for the chart above if any."""
    words = view.words
    title = filter_labels.in_words(view) if view.is_filtered else words.t("all events and quotes")
    caption = words.join((words.t("Alaqat"), words.t("build {id}", id=queries.build().id)))
    actions = Actions(page, view, table, has_picture=has_picture, title=title, caption=caption)
    st.html(action_links.html(actions))
    script()


def script() -> None:
    """Add the script of the buttons; a second time does nothing."""
    st.html(f"<script>{load_script('actions')}</script>", unsafe_allow_javascript=True)
