"""Figures that are plain dicts, drawn as they are.

Given a dict, Streamlit has Plotly look at every value again and add a theme of its own, which takes several times
longer than making the figure; a figure that says it is one already is taken at its word.
"""

from __future__ import annotations

from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure


class Ready(BaseFigure):  # type: ignore[misc]
    """A figure whose dict needs no check."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec

    def to_dict(self) -> dict[str, Any]:
        """The dict it was made of."""
        return self._spec


def chart(figure: dict[str, Any], **options: Any) -> None:
    """`st.plotly_chart` of a dict, without the theme of Streamlit or of Plotly."""
    st.plotly_chart(Ready(figure), theme=None, **options)
