from streamlit.testing.v1 import AppTest

from components.view.view_state import ViewState

PAGE = """
import streamlit as st
from components.widgets import navigation

st.session_state["view"] = navigation.current()
st.session_state["ignored"] = navigation.ignored()
"""
GO = """
from dataclasses import replace
from components.widgets import navigation

view = navigation.current()
navigation.go(replace(view, {change}) if view.leaf == 3 else view)
"""


def run(page, **params):
    test = AppTest.from_string(page)
    test.query_params.update(params)
    test.run()
    assert not test.exception
    return test


def test_the_view_is_that_of_the_address_and_the_rest_is_named():
    test = run(PAGE, lang="en", actor=["Egypt", "Chad"], leaf="x")
    assert test.session_state["view"] == ViewState(lang="en", actors=("Egypt", "Chad"))
    assert test.session_state["ignored"] == ("leaf=x",)


def test_another_filter_begins_a_list_again_and_another_choice_does_not():
    assert "leaf" not in run(GO.format(change="query='a'"), leaf="3").query_params
    assert run(GO.format(change="event='e'"), leaf="3").query_params["leaf"] == "3"


def test_parameters_that_are_not_valid_leave_the_address():
    assert dict(run(GO.format(change=""), lang="en", leaf="x").query_params) == {"lang": "en"}
