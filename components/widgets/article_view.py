"""The article on screen: its marks, and the script that scrolls to the chosen mark."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import streamlit as st

from components.assets import load_script
from components.data import article_queries
from components.html import article_reader
from components.view.view_state import ViewState


def marks(view: ViewState, article_id: str, link: Callable[..., str]) -> list[article_reader.Mark]:
    """The marks of all annotations of an article; those that the link names are the chosen ones."""
    words, findings = view.words, article_queries.findings(article_id)
    return [
        *article_reader.dates(findings.timexes, words, link),
        *article_reader.names(findings.mentions, words, link),
        *article_reader.sayings(findings.quotes, words, link, view.quote),
        *article_reader.events(findings.reports, words, link, view.event),
    ]


def scroll(view: ViewState) -> None:
    """Scroll to the chosen mark; a hash in the script makes it run again for another choice."""
    if view.event or view.quote or view.at is not None:
        choice = repr((view.article, view.event, view.quote, view.at)).encode()
        script = f"/* {sha256(choice).hexdigest()[:12]} */{load_script('scroll_to_mark')}"
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
