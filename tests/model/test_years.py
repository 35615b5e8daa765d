from datetime import date

import pytest

from alaqat.model.years import clamp, is_within_years

FIRST, LAST = date(1000, 1, 1), date(2100, 12, 31)


@pytest.mark.parametrize(
    ("first", "last", "is_valid"),
    [
        (FIRST, LAST, True),
        (date(999, 12, 31), LAST, False),
        (FIRST, date(2101, 1, 1), False),
    ],
)
def test_the_valid_years_include_their_ends(first, last, is_valid):
    assert is_within_years(first, last) == is_valid


def test_a_day_beyond_the_valid_years_becomes_the_nearest_valid_one():
    days = date(2, 1, 1), date(2020, 2, 3), date(2101, 1, 1)
    assert list(map(clamp, days)) == [FIRST, date(2020, 2, 3), LAST]
