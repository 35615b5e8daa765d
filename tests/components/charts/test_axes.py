from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.axes import ticks
from components.i18n.words import Words

AR, EN = Words("ar"), Words("en")
DECADES = (date(2003, 1, 1), date(2022, 12, 31))


def names(window, width, years=(), words=EN):
    return [tick.lines for tick in ticks(window, words, width, years)]


def test_the_years_of_events_are_ticks():
    assert names(DECADES, 1196, [2003, 2008, 2022]) == [("2003",), ("2008",), ("2015",), ("2022",)]


def test_on_a_narrow_axis_the_years_with_most_events_are_named():
    shown = names(DECADES, 256, [2008, 2009, 2009, 2010])
    assert ("2009",) in shown
    assert ("2008",) not in shown


def test_an_axis_of_a_few_weeks_names_days_and_their_month_once():
    shown = names((date(2018, 5, 20), date(2018, 6, 20)), 496)
    assert ("25", "May 2018") in shown
    assert ("1", "June 2018") in shown
    assert ("5",) in shown


def test_an_axis_of_a_year_names_its_months_in_the_readers_language():
    shown = names((date(2022, 1, 1), date(2022, 12, 31)), 1196, words=AR)
    assert shown[0] == ("يناير", "2022")
    assert len(shown) == 12


def test_a_year_is_named_in_the_middle_of_its_days():
    (tick,) = ticks((date(2018, 1, 1), date(2021, 12, 31)), EN, 256, [2018])[:1]
    assert 0.12 < tick.position((date(2018, 1, 1), date(2021, 12, 31))) < 0.13


@given(
    st.dates(date(1000, 1, 1), date(2090, 1, 1)),
    st.integers(1, 9_000),
    st.sampled_from([256, 496, 1196]),
    st.lists(st.integers(1000, 2100), max_size=30),
)
def test_no_two_names_touch(first, length, width, years):
    window = (first, min(first + timedelta(days=length), date(2100, 12, 31)))
    shown = ticks(window, AR, width, years)
    for one, other in pairwise(shown):
        apart = (other.position(window) - one.position(window)) * width
        assert apart >= (one.width + other.width) / 2


SPANS = {
    "days": (date(2018, 5, 20), date(2018, 6, 10)),
    "one day": (date(2018, 5, 20), date(2018, 5, 20)),
    "months": (date(2017, 11, 3), date(2019, 2, 10)),
    "year": (date(2018, 1, 1), date(2018, 12, 31)),
    "decades": DECADES,
    "centuries": (date(1500, 1, 1), date(2022, 12, 31)),
}


@pytest.mark.parametrize("name", SPANS)
def test_the_ticks_of_an_axis_as_a_whole(name, whole):
    widths = [ticks(SPANS[name], EN, width, (2003, 2004, 2004)) for width in (256, 496, 1196)]
    whole(name, "\n".join(repr(tick) for found in widths for tick in found))
