"""Equal values of time expressions."""

from datetime import date

import pytest

from alaqat.evaluation.time_values import days_of, is_same_value


@pytest.mark.parametrize(("gold", "found", "is_same"), [
    (None, None, True), (None, "2020", False), ("2020", None, False), (" p1y ", "P1Y", True), ("P1Y", "P2Y", False),
    ("2020-01", "2020-01-01/2020-01-31", True), ("2020", "2020-01-01/2020-12-31", True), ("2020", "2020-01", False),
    ("202X", "202", True), ("2020-01-02T10:00", "2020-01-02", True),
])  # fmt: skip
def test_values_are_equal_that_mean_the_same_days(gold, found, is_same):
    assert is_same_value(gold, found) is is_same


@pytest.mark.parametrize(("value", "days"), [
    ("2020-02-30", None), ("2020-13", None), ("2020-W01", (date(2019, 12, 30), date(2020, 1, 5))),
    ("2020-Q2", (date(2020, 4, 1), date(2020, 6, 30))), ("2020-H2", (date(2020, 7, 1), date(2020, 12, 31))),
    ("199", (date(1990, 1, 1), date(1999, 12, 31))), ("2019/2020", (date(2019, 1, 1), date(2020, 12, 31))),
    ("2019/x", None), ("x/2019", None), ("2020-01-02", (date(2020, 1, 2), date(2020, 1, 2))), ("soon", None),
])  # fmt: skip
def test_a_value_has_its_first_and_last_day(value, days):
    assert days_of(value) == days
