"""A long list of choices: its first part at once, the others on request."""

import gc
import weakref

import streamlit as st
from streamlit.testing.v1 import AppTest

from components.i18n.words import Words
from components.widgets import lazy_select

PAGE = """
import streamlit as st
from components.i18n.words import Words
from components.widgets import lazy_select

def choose():
    st.session_state["heard"] = st.session_state["box"]

options = [str(number) for number in range(lazy_select.MOST + 40)]
question = lazy_select.Question("Which", options, str, "any")
lazy_select.box("box", question, st.session_state.get("heard", "never held"), Words("en"), choose)
"""


def test_a_list_shows_its_first_options_the_chosen_one_and_how_many_more_there_are() -> None:
    (box,) = AppTest.from_string(PAGE).run().selectbox
    assert box.options[: lazy_select.MOST] == [str(number) for number in range(lazy_select.MOST)]
    assert box.options[lazy_select.MOST :] == ["never held", "… and 40 rarer ones"]
    assert box.value == "never held"


def test_the_last_option_brings_the_others_and_chooses_nothing() -> None:
    test = AppTest.from_string(PAGE).run()
    test.selectbox[0].set_value(lazy_select.REST).run()
    assert test.selectbox[0].value == "never held"
    assert test.selectbox[0].options[-1] == "never held"
    assert len(test.selectbox[0].options) == lazy_select.MOST + 41
    assert "heard" not in test.session_state


def test_another_choice_is_heard() -> None:
    test = AppTest.from_string(PAGE).run()
    test.selectbox[0].set_value("7").run()
    assert test.session_state["heard"] == "7"
    assert test.selectbox[0].value == "7"


class Rows:
    """What makes labels, and may be large."""

    def label(self, value: str) -> str:
        """The value in capitals."""
        return value.upper()


def test_what_streamlit_holds_of_a_box_is_only_what_it_shows(monkeypatch) -> None:
    held = {}
    monkeypatch.setattr(st, "selectbox", lambda *given, **options: held.update(options))
    rows = Rows()
    alive = weakref.ref(rows)
    question = lazy_select.Question("Which", ["a", "b"], rows.label, "any")
    lazy_select.box("box", question, None, Words("en"), list)
    del rows, question
    gc.collect()
    assert held["format_func"]("a") == "A"
    assert alive() is None
