"""The state of feeds between refreshes."""

from __future__ import annotations

import pytest

from alaqat.ingest.feed_state import FILE, FeedState
from alaqat.ingest.net.response import Validators


@pytest.fixture
def state(tmp_path):
    return FeedState.open(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"feeds": []}',
        '{"feeds": {"x": 1}}',
        '{"feeds": {"x": {"seen": 1, "etag": []}}}',
        "[" * 100_000,
    ],
)
def test_a_broken_state_begins_empty(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    state = FeedState.open(tmp_path)
    assert (state.validators("x"), state.seen("x")) == (Validators(), frozenset())


def test_entries_that_left_the_feed_are_dropped_first(state):
    state.update("x", map(str, range(5000)), Validators())
    state.update("x", ["0", "new"], Validators())
    assert len(state.seen("x")) == 5000
    assert {"0", "new", "4999"} <= state.seen("x")
    assert "1" not in state.seen("x")


def test_a_saved_state_is_read_again(state, tmp_path):
    state.update("x", ["a"], Validators("1", "2"))
    state.save()
    again = FeedState.open(tmp_path)
    assert (again.seen("x"), again.validators("x")) == ({"a"}, Validators("1", "2"))
