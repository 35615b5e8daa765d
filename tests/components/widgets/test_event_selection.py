import pytest

from components.view.view_state import ViewState
from components.widgets.event_selection import after_stroke


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2015-11-20", "2019-01-10", (2016, 2018)),
        ("2016-01-15", "2018-12-20", (2016, 2018)),
        ("2016-02-01", "2017-01-05", (2016, 2016)),
    ],
)
def test_a_long_stroke_takes_the_years_it_covers(first, last, years):
    view = after_stroke(ViewState(zoom="2016-01-01_2016-02-01"), first, last)
    assert (view.year_from, view.year_to, view.zoom) == (*years, None)


def test_a_short_stroke_is_a_closer_look_that_leaves_the_choice_alone():
    view = after_stroke(ViewState(year_from=2018), "2018-05-01", "2018-06-10")
    assert (view.year_from, view.zoom) == (2018, "2018-05-01_2018-06-10")


def test_a_stroke_within_a_day_still_has_a_length():
    assert after_stroke(ViewState(), "2018-05-01", "2018-05-01").zoom == "2018-05-01_2018-05-02"
