"""A select box of many options: it has the first of them, and the others on request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from components.i18n.words import Words

MOST: Final = 500  # options; a thousand take a browser about 20 ms at each change of the page
REST: Final = "…"  # the last option of a longer list; choosing it adds the others


@dataclass(frozen=True, slots=True)
class Question:
    """A box: its title, the options by weight, their labels, the placeholder for no choice."""

    title: str
    options: Sequence[str]
    label: Callable[[str], str]
    none: str


def box(
    key: str, question: Question, value: str | None, words: Words, choose: Callable[[], None]
) -> None:
    """Draw the box under `key` with `value` chosen; `choose` is called when the choice changes.

    A value that is not among the options is added as the last one.
    """
    st.session_state[key] = value
    shown, rest = _shown(question.options, value, whole=bool(st.session_state.get(_whole(key))))
    more = words.n("… and {count} rarer one", "… and {count} rarer ones", rest)
    # Streamlit holds the function below as long as the session, so it refers to what is shown only.
    labels = {option: more if option == REST else question.label(option) for option in shown}
    st.selectbox(
        question.title,
        shown,
        key=key,
        index=None,
        format_func=labels.__getitem__,
        placeholder=question.none,
        on_change=_chosen,
        args=(key, choose),
    )


def _shown(options: Sequence[str], value: str | None, *, whole: bool) -> tuple[list[str], int]:
    """The options to draw, and the number of those left out."""
    shown = list(options if whole else options[:MOST])
    rest = len(options) - len(shown)
    if value is not None and value not in shown:
        shown.append(value)
    return [*shown, REST] if rest else shown, rest


def _whole(key: str) -> str:
    return f"{key}_whole"


def _chosen(key: str, choose: Callable[[], None]) -> None:
    if st.session_state[key] == REST:
        st.session_state[_whole(key)] = True
    else:
        choose()
