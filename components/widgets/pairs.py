"""The pair of states, what the bars of the overview measure, and the bar whose events are listed."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

import streamlit as st

from components.data import queries
from components.i18n import countries
from components.i18n.catalogue import N_, Words
from components.view.view_state import ViewState
from components.widgets import lazy_select, navigation

FIRST: Final = (
    "ISR-TUR"  # the pair the first articles are about leads the list where the store holds it
)
LAST: Final = "last_clicked_period"
MEASURES: Final = {"count": N_("number of events"), "intensity": N_("summed intensity")}


def choice(view: ViewState) -> None:
    """The box of all pairs that the store holds, with their counts; those of the first articles lead."""
    words, found = view.words, queries.values("pair", view.selection())
    counts = {str(row["value"]): int(row["count"]) for row in found}
    asked = lazy_select.Question(
        words.t("Pair of states"),
        sorted(counts, key=lambda pair: pair != FIRST),
        lambda pair: f"{called(pair, words)} ({words.number(counts.get(pair, 0))})",
        words.t("all pairs"),
    )
    lazy_select.box("filter_pair", asked, view.pair, words, _set_pair)


@lru_cache(maxsize=10_000)
def called(pair: str, words: Words) -> str:
    """A pair by its states' names in the order of reading: `Israel ⇄ Turkey`."""
    first, second = (words.run(countries.name(code, words.lang)) for code in pair.split("-"))
    return f"{first} ⇄ {second}"


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
    st.session_state[LAST] = picked or again
    wanted = picked or again
    navigation.go(replace(view, period=None if wanted == view.period else wanted))
