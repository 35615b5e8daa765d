"""The only cached doors to the store: every frame is keyed by the build it was read from."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from alaqat import store
from alaqat.records import Selection

EVERYTHING = Selection()


def build() -> store.Build:
    """The published build. Raises StoreMissing when there is none yet."""
    return store.latest()


def read(table: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The rows of a table that a selection keeps."""
    latest = build()
    return _read(latest.id, table, selection, latest)


def facet(name: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The values of a facet (`value`, `label_ar`, `count`) under every other choice."""
    latest = build()
    return _facet(latest.id, name, selection, latest)


def neighbours(selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The edges of the network: `a`, `b`, `articles`, `sentences`."""
    latest = build()
    return _neighbours(latest.id, selection, latest)


def joint_sentences(a: str, b: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The sentences that name both entities."""
    latest = build()
    return _joint(latest.id, a, b, selection, latest)


def one(table: str, key: str, value: str | None) -> pd.Series | None:
    """The row of a table whose `key` is `value`, whatever is selected; None when there is none."""
    if value is None:
        return None
    frame = read(table)
    found = frame[frame[key] == value]
    return None if found.empty else found.iloc[0]


def once(table: str, key: str, value: str) -> tuple[store.Build, pd.Series] | None:
    """A row that the current build no longer has, from the newest earlier build that had it."""
    for former in store.earlier(build()):
        frame = store.read(former, table)
        found = frame[frame[key] == value]
        if not found.empty:
            return former, found.iloc[0]
    return None


def years() -> range:
    """Every year from the first that an event of the store touches to the last."""
    events = read("events")
    dated = events[events["date_from"].notna()]
    return range(dated["date_from"].min().year, dated["date_to"].max().year + 1) if len(dated) else range(0)


# `_build` is left out of the key on purpose: its id is in it.


@st.cache_data(show_spinner=False, max_entries=256)
def _read(build_id: str, table: str, selection: Selection, _build: store.Build) -> pd.DataFrame:
    return store.read(_build, table, selection)


@st.cache_data(show_spinner=False, max_entries=256)
def _facet(build_id: str, name: str, selection: Selection, _build: store.Build) -> pd.DataFrame:
    return store.facet(_build, name, selection)


@st.cache_data(show_spinner=False, max_entries=64)
def _neighbours(build_id: str, selection: Selection, _build: store.Build) -> pd.DataFrame:
    return store.neighbours(_build, selection)


@st.cache_data(show_spinner=False, max_entries=64)
def _joint(build_id: str, a: str, b: str, selection: Selection, _build: store.Build) -> pd.DataFrame:
    return store.joint_sentences(_build, a, b, selection)
