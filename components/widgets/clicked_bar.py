"""The clicked bar of the overview's chart."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from components.widgets import navigation

LAST: Final = "last_clicked_period"


def by_click() -> None:
    """Put the period of the clicked bar into the URL; a second click closes or reopens its list.

    The chart remembers its selection, so a second click arrives as an empty selection, also if a
    link closed the list in between.
    """
    points, view = st.session_state["barometer"]["selection"]["points"], navigation.current()
    clicked = str(points[0]["x"])[:7] if points else None  # a year is a number
    reopened = st.session_state.get(LAST) if view.period is None else None
    period = clicked or reopened
    st.session_state[LAST] = period
    navigation.go(replace(view, period=None if period == view.period else period))
