from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.axis_range import bulk, end_share, outside, rounded, share

DAYS = st.dates(date(1000, 1, 1), date(2100, 12, 31))
LISTS = st.lists(st.tuples(DAYS, DAYS).map(sorted), min_size=1, max_size=40)


def events(*intervals):
    ends = [[pd.Timestamp(day).as_unit("s") for day in interval] for interval in intervals]
    return pd.DataFrame(ends, columns=["date_from", "date_to"])


def years(*numbers):
    return events(*((date(year, 1, 1), date(year, 12, 31)) for year in numbers))


def test_days_divide_the_axis_from_its_first_day_to_the_end_of_its_last():
    window = (date(2020, 1, 1), date(2020, 1, 4))
    days = [date(2020, 1, day) for day in range(1, 5)]
    assert [share(day, window) for day in days] == [0, 0.25, 0.5, 0.75]
    assert [end_share(day, window) for day in days] == [0.25, 0.5, 0.75, 1]


def test_one_event_of_the_middle_ages_is_left_out():
    assert bulk(years(1071, *range(2003, 2014))) == (date(2003, 1, 1), date(2013, 12, 31))


def test_a_few_remote_decades_do_not_press_a_month_into_a_line():
    busy = [(date(2018, 2, day), date(2018, 2, day)) for day in range(1, 28)]
    remote = [(date(year, 1, 1), date(year, 12, 31)) for year in (1867, 1948, 1991, 2028)]
    assert bulk(events(*busy, *remote)) == (date(2018, 2, 1), date(2018, 2, 27))


def test_years_without_a_remote_one_are_all_shown():
    assert bulk(years(1948, 1956, 1967, 1973, 1982, 2006)) == (date(1948, 1, 1), date(2006, 12, 31))


def test_what_the_axis_leaves_out_is_counted_on_its_side_with_an_axis_of_its_own():
    before, after = outside(
        years(1071, 1453, 2003, 2010, 2030), (date(2003, 1, 1), date(2010, 12, 31))
    )
    assert (before.count, after.count) == (2, 1)
    assert after.window == (date(2030, 1, 1), date(2030, 12, 31))


@given(LISTS)
def test_every_event_is_on_the_axis_or_counted_outside(intervals):
    frame = events(*intervals)
    window = bulk(frame)
    first, last = map(pd.Timestamp, window)
    inside = ((frame["date_to"] >= first) & (frame["date_from"] <= last)).sum()
    assert inside + sum(side.count for side in outside(frame, window) if side) == len(frame)


@given(LISTS)
def test_most_ends_of_dates_are_on_the_axis(intervals):
    first, last = bulk(events(*intervals))
    ends = [end for interval in intervals for end in interval]
    assert sum(first <= end <= last for end in ends) >= 0.75 * len(ends)


@given(DAYS, DAYS)
def test_a_rounded_axis_contains_its_days(one, other):
    first, last = rounded(min(one, other), max(one, other))
    assert first <= min(one, other) <= max(one, other) <= last


@pytest.mark.parametrize("frame", [events(), events((None, None))])
def test_without_a_date_there_is_no_axis(frame):
    assert bulk(frame) is None


@pytest.mark.parametrize(("first", "last", "rounds"), [
    (date(2018, 5, 20), date(2018, 5, 20), (date(2018, 5, 20), date(2018, 5, 21))),
    (date(2018, 5, 20), date(2018, 5, 22), (date(2018, 5, 20), date(2018, 5, 22))),
    (date(2018, 5, 20), date(2019, 5, 20), (date(2018, 5, 1), date(2019, 5, 31))),
    (date(2003, 5, 20), date(2022, 2, 20), (date(2003, 1, 1), date(2022, 12, 31))),
])  # fmt: skip
def test_a_long_axis_ends_with_a_whole_month_or_year(first, last, rounds):
    assert rounded(first, last) == rounds
