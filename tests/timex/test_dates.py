"""Calendar dates: figures in three orders, and the year of a day without one."""

from datetime import date

import pytest

from alaqat.timex.dates import day_in_figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021-06-25", "2021-06-25"),
        ("25/6/2021", "2021-06-25"),
        ("25.6.2021", "2021-06-25"),
        ("6/25/2021", "2021-06-25"),
        ("16/04/21", "2021-04-16"),
        ("15/9/1443", "2022-04-16"),
        ("1443/9/15", "2022-04-16"),
    ],
)
def test_a_date_in_figures_is_a_day(text, value):
    assert day_in_figures(text).value == value


@pytest.mark.parametrize(
    "text",
    ["2021", "31/2/2021", "13/13/2021", "0/6/2021", "25/6/999", "16.04.21", "16/04/32", "100/4/21"],
)
def test_figures_that_no_calendar_has_are_none(text):
    assert day_in_figures(text) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("وصل في 3 مارس.", date(2022, 3, 3)),
        ("وصل في 3 نوفمبر.", date(2021, 11, 3)),
        ("سيصل في 3 مارس.", date(2023, 3, 3)),
        ("يبدأ المعرض في 3 نوفمبر.", date(2022, 11, 3)),
        ("وصل يوم الخميس 3 مارس.", date(2022, 3, 3)),
        ("وصل يوم الأربعاء 3 مارس.", date(2021, 3, 3)),
    ],
)
def test_tense_direction_and_weekday_give_a_day_its_year(tag, text, first):
    (found,) = tag(text)
    assert found.date_from == first


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("سيصل الوفد يوم 28.", "2022-10-28"),
        ("سيصل الوفد يوم 27.", "2022-10-27"),
        ("سيصل الوفد يوم 26.", "2022-11-26"),
        ("وصل الوفد يوم 27.", "2022-10-27"),
        ("وصل الوفد يوم 28.", "2022-09-28"),
    ],
)
def test_a_day_alone_is_the_nearest_in_the_direction_of_the_tense(tag, sentence, day):
    assert [timex.value for timex in tag(sentence)] == [day]
