"""Long lists in parts: the part that the link names, and the control that turns to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

import pandas as pd
import streamlit as st

from components.view.view_state import ViewState
from components.widgets import navigation

Items = TypeVar("Items", bound=Sequence[object] | pd.DataFrame)


def part(items: Items, view: ViewState, *, size: int) -> Items:
    """The part of a long list that the link names, or its last one; a short list is one part."""
    number = min(view.leaf, _count(items, size))
    return items[(number - 1) * size : number * size]  # type: ignore[return-value]  # a slice is of the same type


def control(items: Sequence[object] | pd.DataFrame, view: ViewState, *, size: int) -> None:
    """The control that turns to another part of a list, drawn below it; nothing for a short list."""
    if len(items) > size:
        count = _count(items, size)
        st.session_state["leaf"] = min(view.leaf, count)
        st.pagination(count, key="leaf", on_change=_turn)


def _count(items: Sequence[object] | pd.DataFrame, size: int) -> int:
    return max(1, -(-len(items) // size))


def _turn() -> None:
    navigation.go(replace(navigation.current(), leaf=int(st.session_state["leaf"])))
