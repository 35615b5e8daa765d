from itertools import pairwise

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from components.charts import turning_points
from tests.components.charts.test_timeline_figure import event

WORSE = {"polarity": "conflict", "kind": "sanction"}


def test_a_relation_that_gets_worse_and_then_better_turns_twice():
    assert list(turning_points.swings([3, 3, -8, -2, 5, 5])) == [
        (2, "conflict"),
        (4, "cooperation"),
    ]


def test_a_small_swing_is_no_turning_point():
    assert list(turning_points.swings([10, 10, -1, 10, 10])) == []


def test_one_direction_never_turns():
    assert list(turning_points.swings([1, 0, 2, 3])) == []


@given(st.lists(st.integers(-10, 10), max_size=60))
def test_directions_take_turns_and_each_begins_with_a_period_of_its_own_sign(balance):
    found = list(turning_points.swings(balance))
    assert all(a[1] != b[1] and a[0] < b[0] for a, b in pairwise(found))
    assert all((balance[at] > 0) == (side == "cooperation") for at, side in found)


def test_a_point_is_named_by_the_strongest_event_of_its_new_side():
    events = pd.DataFrame(
        [
            event("a", "2010-01-01"),
            event("b", "2012-02-01", intensity=-4.0, **WORSE),
            event("c", "2012-03-01", intensity=-8.0, **WORSE),
            event("d", "2015-03-01", intensity=9.0),
        ]
    )
    found = turning_points.points(events)
    assert [(turn.period, turn.side, turn.event["event_id"]) for turn in found] == [
        ("2012", "conflict", "c"),
        ("2015", "cooperation", "d"),
    ]


def test_no_event_no_turning_point():
    assert turning_points.points(pd.DataFrame([event()]).iloc[:0]) == []
