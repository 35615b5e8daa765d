"""Long lists in parts of equal size: the part that the URL names, and the control of the parts."""

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
    """The part number `view.leaf` of a list, at most the last one."""
    number = min(view.leaf, _count(items, size))
    first = (number - 1) * size
    return items[first : first + size]  # type: ignore[return-value]  # a slice has the same type


def control(items: Sequence[object] | pd.DataFrame, view: ViewState, *, size: int) -> None:
    """Draw the control of the parts of a list; nothing if there is only one part."""
    if len(items) > size:
        count = _count(items, size)
        st.session_state["leaf"] = min(view.leaf, count)
        st.pagination(count, key="leaf", on_change=_turn)


def _count(items: Sequence[object] | pd.DataFrame, size: int) -> int:
    return max(1, -(-len(items) // size))


def _turn() -> None:
    navigation.go(replace(navigation.current(), leaf=int(st.session_state["leaf"])))
