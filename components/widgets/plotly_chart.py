"""Plotly charts of plain dicts.

Given a dict, Streamlit lets Plotly validate every value and add its own theme, which takes several
times as long as building the figure. It does not validate an object of the class BaseFigure.
"""

from __future__ import annotations

from typing import Any

import streamlit as st
from plotly.basedatatypes import BaseFigure


class Ready(BaseFigure):  # type: ignore[misc]
    """A figure that Streamlit does not validate."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec

    def to_dict(self) -> dict[str, Any]:
        """The dict of the figure."""
        return self._spec


def chart(figure: dict[str, Any], **options: Any) -> None:
    """`st.plotly_chart` for a dict, without the themes of Streamlit and Plotly."""
    st.plotly_chart(Ready(figure), theme=None, **options)
