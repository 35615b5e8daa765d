"""The article on screen: the marks of everything found in it, and the script that brings the chosen place into sight."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import streamlit as st

from components.assets import load_script
from components.data import article_queries
from components.html import article_reader
from components.view.view_state import ViewState


def marks(view: ViewState, article_id: str, link: Callable[..., str]) -> list[article_reader.Mark]:
    """Everything found in an article, whatever is filtered; what the link chose is marked as chosen."""
    words, findings = view.words, article_queries.findings(article_id)
    return [
        *article_reader.dates(findings.timexes, words, link),
        *article_reader.names(findings.mentions, words, link),
        *article_reader.sayings(findings.quotes, words, link, view.quote),
        *article_reader.events(findings.reports, words, link, view.event),
    ]


def scroll(view: ViewState) -> None:
    """Bring the chosen place into sight; the script is a constant, run anew when the choice changes."""
    if view.event or view.quote or view.at is not None:
        choice = repr((view.article, view.event, view.quote, view.at)).encode()
        script = f"/* {sha256(choice).hexdigest()[:12]} */{load_script('scroll_to_mark')}"
        st.html(f"<script>{script}</script>", unsafe_allow_javascript=True)
