from datetime import date

import pytest

from components.axes import ticks
from components.text import Words

EN = Words("en")


@pytest.mark.parametrize(("first", "last", "step"), [(2003, 2012, 1), (1990, 2020, 2), (1918, 2022, 10)])
def test_a_long_axis_has_no_more_years_than_fit(first, last, step):
    assert ticks((date(first, 1, 1), date(last, 12, 31)), EN)["dtick"] == f"M{12 * step}"


def test_an_axis_of_a_few_weeks_names_days():
    named = ticks((date(2018, 5, 20), date(2018, 6, 20)), EN)
    assert "May" in named["ticktext"][0]
    assert len(named["tickvals"]) <= 10


def test_an_axis_of_a_year_names_its_months():
    assert ticks((date(2018, 1, 1), date(2018, 12, 31)), EN)["tickvals"][:2] == ["2018-01-01", "2018-03-01"]
