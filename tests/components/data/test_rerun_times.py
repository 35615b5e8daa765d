"""The histogram of reruns."""

import pytest

from components.data.rerun_times import Histogram


def test_each_measurement_is_counted_at_every_bound_that_it_does_not_pass():
    times = Histogram()
    for seconds in (0.05, 0.06, 11.0):
        times.add(seconds)
    assert (times.number, times.total) == (3, pytest.approx(11.11))
    assert list(times.at_most.values()) == [1, 2, 2, 2, 2, 2, 2, 2]


def test_a_block_is_counted_also_if_it_raises():
    times = Histogram()
    with pytest.raises(KeyError), times.measured():
        raise KeyError
    assert times.number == 1
    assert 0 <= times.total < 5
