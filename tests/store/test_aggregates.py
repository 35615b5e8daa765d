from datetime import date

import pytest

from alaqat import store
from alaqat.model.selection import Selection
from alaqat.store import aggregates
from tests import builders


@pytest.mark.parametrize("table", ["articles", "events"])
def test_the_bounds_of_a_table_are_its_first_and_last_day(tiny, table):
    assert aggregates.bounds(tiny, table) == (date(2018, 6, 1), date(2020, 3, 4))


def test_a_table_without_dates_has_no_bounds(tmp_path):
    build = builders.publish([], tmp_path)
    assert aggregates.bounds(build, "events") is None


@pytest.mark.parametrize(("choices", "count"), [({}, 2), ({"query": "فرنسا"}, 2), ({"query": "ظظظ"}, 0), ({"year_from": 2019}, 2)])  # fmt: skip
def test_the_names_of_a_selection_are_those_that_its_sentences_mention(tiny, choices, count):
    selection = Selection(**choices)
    assert aggregates.count(tiny, "entities", selection) == count
    assert len(store.read(tiny, "entities", selection)) == count
