from datetime import date

import pytest

from components.i18n.hijri import format_interval
from components.i18n.words import Words


@pytest.mark.parametrize(
    ("first", "last", "granularity", "wanted"),
    [
        (date(2022, 10, 27), date(2022, 10, 27), "day", "2 Rabi' al-Thani 1444"),
        (date(2022, 8, 1), date(2022, 8, 31), "month", "Muharram \u2013 Safar 1444"),
        (date(2022, 1, 1), date(2022, 12, 31), "year", "1443\u20131444"),
        (date(1810, 1, 1), date(1810, 1, 1), "day", ""),
    ],
)
def test_a_hijri_date_is_as_precise_as_the_gregorian_one(first, last, granularity, wanted):
    assert format_interval(first, last, granularity, "en") == wanted


def test_hijri_stands_beside_the_gregorian_date_where_it_is_asked_for():
    day = date(2022, 10, 27)
    assert "1444" in Words("ar", hijri=True).date(day)
    assert "هـ" in Words("ar", hijri=True).date(day)
    assert "1444" not in Words("ar").date(day)


@pytest.mark.parametrize(
    ("months", "name"), [("", "أغسطس"), ("levant", "آب"), ("maghreb", "أوت"), ("morocco", "غشت")]
)
def test_months_have_the_names_of_the_readers_press(months, name):
    assert Words("ar", months).month(date(2022, 8, 1)) == f"{name} 2022"
    assert Words("en", months).month(date(2022, 8, 1)) == "August 2022"
