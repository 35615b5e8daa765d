"""Dates of events and what they come from."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.told import one, tell


@pytest.mark.parametrize(
    ("text", "plover", "first", "last", "by"),
    [
        ("انتقدت كندا الصين يوم الاثنين.", "ACCUSE", (2020, 1, 13), (2020, 1, 13), "sentence"),
        ("انتقدت كندا الصين.", "ACCUSE", (2020, 1, 15), (2020, 1, 15), "article"),
        ("مطلع عام 2014 استأنفت كوبا علاقاتها مع بنما.", "SUPPORT", (2014, 1, 1), (2014, 3, 31), "sentence"),
        ("وقعت كوبا وبنما اتفاقا في منتصف يونيو 2018.", "AGREE", (2018, 6, 10), (2018, 6, 20), "sentence"),
        ("شهدت العلاقات بين كوبا وبنما مصالحة من 2012 حتى 2015.", "SUPPORT", (2012, 1, 1), (2015, 12, 31), "sentence"),
    ],
)
def test_the_interval_and_its_source(text, plover, first, last, by):
    event = one(text, plover)
    assert (event.date_from, event.date_to, event.dated_by) == (date(*first), date(*last), by)


def test_before_that_closes_a_range():
    text = "ودخلت كوبا وبنما في مصالحة من 2012 حتى 2015 قبل أن تسحب كوبا سفيرها."
    event = one(text, "SANCTION")
    assert (event.date_from, event.date_to) == (date(2015, 1, 1), date(2015, 12, 31))


def test_a_pluperfect_without_a_date_is_undated():
    event = one("وكانت كندا قد انتقدت الصين.", "ACCUSE")
    assert (event.date_from, event.dated_by) == (None, None)


def test_nothing_is_dated_without_a_publication_day():
    (event,) = tell("انتقدت كندا الصين.", None)
    assert event.date_from is None


def test_a_demand_is_not_dated_by_what_it_demands():
    event = one("دعت كندا الصين إلى الانسحاب غدا.", "REQUEST")
    assert event.date_from == date(2020, 1, 15)


def test_two_days_in_a_row_are_one_interval():
    event = one("قصفت روسيا مدينة في أوكرانيا الاثنين والثلاثاء.", "ASSAULT")
    assert (event.date_from, event.date_to) == (date(2020, 1, 13), date(2020, 1, 14))
