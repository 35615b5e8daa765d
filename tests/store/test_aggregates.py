from datetime import date

import pytest

from alaqat.store import aggregates
from tests import builders


@pytest.mark.parametrize("table", ["articles", "events"])
def test_the_bounds_of_a_table_are_its_first_and_last_day(tiny, table):
    assert aggregates.bounds(tiny, table) == (date(2018, 6, 1), date(2020, 3, 4))


def test_a_table_without_dates_has_no_bounds(tmp_path):
    build = builders.publish([], tmp_path)
    assert aggregates.bounds(build, "events") is None
