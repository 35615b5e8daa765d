"""The script behind the tools of quote cards: a constant that reads what it shows from attributes."""

from __future__ import annotations

from functools import cache

import streamlit as st

from components.assets import load_script


def script() -> None:
    """Make the buttons of the page's quote cards work; once is enough, again does no harm."""
    st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)


@cache
def _script() -> str:
    return load_script("sharing")
