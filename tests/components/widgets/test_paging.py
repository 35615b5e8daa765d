import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.view.view_state import ViewState
from components.widgets import paging

PAGE = """
from components.widgets import navigation, paging

paging.control(range({count}), navigation.current(), size=10)
"""


@pytest.mark.parametrize(("leaf", "part"), [(1, [0, 1, 2]), (2, [3, 4, 5]), (3, [6]), (99, [6])])
def test_a_part_has_the_size_and_the_last_one_the_rest(leaf, part):
    assert list(paging.part(range(7), ViewState(leaf=leaf), size=3)) == part


def test_a_short_list_is_one_part():
    assert paging.part(["a"], ViewState(leaf=2), size=3) == ["a"]
    assert paging.part([], ViewState(), size=3) == []


def test_a_frame_is_cut_by_its_rows():
    frame = pd.DataFrame({"value": range(5)}, index=list("abcde"))
    assert list(paging.part(frame, ViewState(leaf=2), size=2)["value"]) == [2, 3]


def test_the_control_stays_within_the_parts():
    test = AppTest.from_string(PAGE.format(count=31))
    test.query_params["leaf"] = "9"
    test.run()
    assert not test.exception
    assert test.session_state["leaf"] == 4


def test_a_short_list_has_no_control():
    test = AppTest.from_string(PAGE.format(count=10)).run()
    assert "leaf" not in test.session_state
