from datetime import date

import pytest

from alaqat.readers.endpoint import verified_dates
from tests import builders

VISIT = builders.visit()
(DAY,) = VISIT.timexes


@pytest.mark.parametrize(
    ("span", "is_found"),
    [
        ((DAY.start, DAY.end), True),
        ((DAY.end - 1, DAY.end + 5), True),
        ((DAY.end, DAY.end + 5), False),
        ((0, DAY.start), False),
    ],
)
def test_an_expression_beside_the_quoted_words_does_not_date_them(span, is_found):
    assert (verified_dates._at(VISIT.timexes, span) is not None) == is_found


@pytest.mark.parametrize(
    ("first", "last", "unit"),
    [
        (date(2020, 2, 1), date(2020, 2, 1), "day"),
        (date(2020, 2, 1), date(2020, 2, 29), "month"),
        (date(2020, 1, 1), date(2020, 12, 31), "year"),
        (date(2020, 2, 1), date(2020, 2, 28), "range"),
    ],
)
def test_days_have_the_unit_that_they_fill(first, last, unit):
    assert verified_dates.granularity(first, last) == unit
