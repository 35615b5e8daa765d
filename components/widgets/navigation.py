"""The view of the page's URL, read from Streamlit and written back to it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.view.view_state import FILTERS, ViewState, params, parse


def current() -> ViewState:
    """The view of the URL."""
    return parse(_parameters())[0]


def ignored() -> tuple[str, ...]:
    """The parameters of the URL that are not valid."""
    return parse(_parameters())[1]


def go(view: ViewState) -> None:
    """Write a view to the URL; in a widget's callback, the run that follows shows it.

    When a filter changes, lists start again at their first part.
    """
    if any(getattr(view, name) != getattr(current(), name) for name in FILTERS):
        view = replace(view, leaf=1)
    if params(view) != params(current()) or ignored():
        st.query_params.from_dict(params(view))


def _parameters() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}
