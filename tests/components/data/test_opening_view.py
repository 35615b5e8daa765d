"""The view with which the first page opens."""

import pytest

from components.data.opening_view import most_reported_pair, opening_view
from components.view.view_state import ViewState


def test_the_first_page_opens_with_the_most_reported_pair(sample_view):
    assert most_reported_pair() == "EGY-QAT"
    assert opening_view(ViewState()).pair == "EGY-QAT"


@pytest.mark.parametrize("choice", [{"all_pairs": True}, {"year_from": 2012}])
def test_what_a_reader_has_chosen_stays(choice, sample_view):
    assert opening_view(ViewState(**choice)) == ViewState(**choice)


def test_without_a_store_there_is_no_pair(monkeypatch, tmp_path):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    assert most_reported_pair() is None
