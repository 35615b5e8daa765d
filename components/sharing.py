"""The script behind the tools of quote cards: a constant that reads what it shows from attributes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

SCRIPT: Final = Path(__file__).with_name("sharing.js")


def script() -> None:
    """Make the buttons of the page's quote cards work; once is enough, again does no harm."""
    st.html(f"<script>{_script()}</script>", unsafe_allow_javascript=True)


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")
