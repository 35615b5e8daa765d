"""The pair of states, what the bars of the overview measure, and the bar whose events are listed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from components.data import queries
from components.i18n.catalogue import N_
from components.view.view_state import ViewState
from components.widgets import lazy_select, navigation
from components.widgets.filter_labels import pair_name

FIRST: Final = (
    "ISR-TUR"  # the pair the first articles are about leads the list where the store holds it
)
LAST: Final = "last_clicked_period"
MEASURES: Final = {"count": N_("number of events"), "intensity": N_("summed intensity")}


def choice(view: ViewState) -> None:
    """The box of all pairs that the store holds, with their counts; the pair of the first articles leads."""
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
    """The box that says what the height of a bar means."""
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
    """Put the period of the clicked bar into the URL; a click on it again closes its list, or reopens it.

    The chart itself remembers what is selected: a second click on a bar arrives as an empty selection, also when
    the list was closed by its link in between.
    """
    points, view = st.session_state["barometer"]["selection"]["points"], navigation.current()
    picked = str(points[0]["x"])[:7] if points else None  # a year comes as a number
    again = st.session_state.get(LAST) if view.period is None else None
    period = picked or again
    st.session_state[LAST] = period
    navigation.go(replace(view, period=None if period == view.period else period))
