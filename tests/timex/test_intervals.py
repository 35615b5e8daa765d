"""Intervals of days: units of the calendar, shifts, and the Islamic calendar."""

from datetime import date

import pytest

from alaqat.timex import intervals

DAY = date(2022, 10, 27)


@pytest.mark.parametrize(
    ("interval", "first", "last", "value"),
    [
        (intervals.week(DAY, -1), date(2022, 10, 17), date(2022, 10, 23), "2022-W42"),
        (intervals.month(2022, 14), date(2023, 2, 1), date(2023, 2, 28), "2023-02"),
        (intervals.quarter(2021, 3), date(2021, 7, 1), date(2021, 9, 30), "2021-Q3"),
        (intervals.half(2022, 1), date(2022, 1, 1), date(2022, 6, 30), "2022-H1"),
        (intervals.decade(1980), date(1980, 1, 1), date(1989, 12, 31), "198X"),
        (intervals.century(19), date(1800, 1, 1), date(1899, 12, 31), "18XX"),
        (intervals.season(2018, "WI"), date(2017, 12, 1), date(2018, 2, 28), "2018-WI"),
        (intervals.weekend(DAY), date(2022, 10, 29), date(2022, 10, 30), "2022-W43-WE"),
    ],
)
def test_a_unit_of_the_calendar_has_its_days_and_value(interval, first, last, value):
    assert (interval.first, interval.last, interval.value) == (first, last, value)


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        (-3, "D", "2022-10-24"),
        (-2, "W", "2022-10-13"),
        (-2, "M", "2022-08"),
        (-1, "DE", "2012"),
        (1.5, "Y", "2024-04"),
    ],
)
def test_counting_lands_on_a_unit_as_fine_as_the_count(amount, unit, value):
    assert intervals.moved(DAY, amount, unit).value == value


def test_hours_do_not_move_a_date():
    assert intervals.moved(DAY, 3, "H") is None


def test_a_range_that_runs_backwards_is_none():
    assert intervals.between(intervals.year(2018), intervals.year(2016)) is None


def test_an_islamic_day_is_the_tables_day():
    assert intervals.hijri(1443, 9, 15).first == date(2022, 4, 16)


def test_an_islamic_year_outside_the_tables_is_read_by_the_tabular_calendar():
    assert intervals.hijri(1331, 9, 9).value == "1913-08-12"
    assert intervals.hijri(1331, 9, 31) is None
    assert intervals.hijri_year(date(1913, 8, 12)) == 1331


@pytest.mark.parametrize("year", [1, 256, 1342, 1501])
def test_tabular_islamic_years_follow_each_other_without_a_gap(year):
    following = intervals.hijri(year + 1).first
    assert abs((following - intervals.hijri(year).last).days - 1) <= 1
    assert intervals.hijri_year(intervals.hijri(year, 6, 15).first) == year


@pytest.mark.parametrize(
    ("year", "month", "day", "value"),
    [(1399, 4, 2, "2020-06-22"), (1357, 11, 22, "1979-02-11"), (1403, 12, 30, "2025-03-20")],
)
def test_a_day_of_the_iranian_calendar(year, month, day, value):
    assert intervals.solar(year, month, day).value == value


def test_the_iranian_calendar_has_no_thirtieth_esfand_in_a_common_year():
    assert intervals.solar(1402, 12, 30) is None


def test_candidates_are_found_before_and_after_a_day():
    years = [intervals.year(number) for number in (2021, 2022, 2023)]
    assert intervals.first_after(years, DAY).value == "2023"
    assert intervals.first_not_over(years, DAY).value == "2022"
    assert intervals.last_begun(years, DAY).value == "2022"
    assert intervals.last_over(years, DAY).value == "2021"
    assert intervals.first_after(years[:2], DAY) is None


@pytest.mark.parametrize(
    ("amount", "unit", "day"),
    [(2, "W", date(2022, 11, 10)), (-8, "M", date(2022, 2, 27)), (1, "Y", date(2023, 10, 27))],
)
def test_counting_exactly_lands_on_a_day(amount, unit, day):
    assert intervals.day_at(DAY, amount, unit) == day


def test_a_month_too_short_gives_its_last_day():
    assert intervals.day_at(date(2022, 1, 31), 1, "M") == date(2022, 2, 28)
