"""The choices of the overview: the pair of states, the measure of the bars, the clicked bar."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from components.data import queries
from components.i18n.catalogue import N_
from components.view.view_state import ViewState
from components.widgets import lazy_select, navigation
from components.widgets.filter_labels import pair_name

FIRST: Final = "ISR-TUR"  # first in the list of pairs if it is in the store
LAST: Final = "last_clicked_period"
MEASURES: Final = {"count": N_("number of events"), "intensity": N_("summed intensity")}


def choice(view: ViewState) -> None:
    """Draw the box of the pairs of states with their counts, `FIRST` at the top."""
    words, counts = view.words, queries.facet_counts("pair", view.selection())
    question = lazy_select.Question(
        words.t("Pair of states"),
        sorted(counts, key=lambda pair: pair != FIRST),
        lambda pair: f"{pair_name(pair, words)} ({words.number(counts.get(pair, 0))})",
        words.t("all pairs"),
    )
    lazy_select.box("filter_pair", question, view.pair, words, _set_pair)


def _set_pair() -> None:
    navigation.go(replace(navigation.current(), pair=st.session_state["filter_pair"], period=None))


def measure(view: ViewState) -> None:
    """Draw the box of the measures, which are the height of a bar."""
    st.session_state["overview_measure"] = view.measure
    st.selectbox(
        view.words.t("Height of the bars"),
        list(MEASURES),
        key="overview_measure",
        format_func=lambda name: view.words.t(MEASURES[name]),
        on_change=_set_measure,
        width=220,
    )


def _set_measure() -> None:
    navigation.go(replace(navigation.current(), measure=st.session_state["overview_measure"]))


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
