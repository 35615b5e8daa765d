"""A box with one choice out of many: the first of a long list at once, the others when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from components.i18n.words import Words

MOST: Final = (
    500  # options; a browser takes some 20 ms over every thousand, at each change of the page
)
REST: Final = "…"  # the last option of a longer list, which brings the others


@dataclass(frozen=True, slots=True)
class Question:
    """What a box asks: its title, the options in order of weight, what each is called, and the word for none."""

    title: str
    options: Sequence[str]
    label: Callable[[str], str]
    none: str


def box(
    key: str, question: Question, value: str | None, words: Words, choose: Callable[[], None]
) -> None:
    """Draw the box under `key` with `value` chosen (None: nothing is); `choose` is called after another choice.

    A value that is none of the options is kept as the last of them.
    """
    st.session_state[key] = value
    shown, rest = _shown(question.options, value, whole=bool(st.session_state.get(_whole(key))))
    more = words.n("… and {count} rarer one", "… and {count} rarer ones", rest)
    st.selectbox(
        question.title,
        shown,
        key=key,
        index=None,
        format_func=lambda option: more if option == REST else question.label(option),
        placeholder=question.none,
        on_change=_chosen,
        args=(key, choose),
    )


def _shown(options: Sequence[str], value: str | None, *, whole: bool) -> tuple[list[str], int]:
    """The options that are drawn, and how many are not."""
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
