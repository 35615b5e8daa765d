"""A few requests are at heavy work at once, a few wait, and everybody else is told so at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from components.server import turns
from components.server.turns import Busy, Turns

ADDRESSES = ("/api/events", "/api/events.csv", "/api/relations/FRA/TCD", "/e/unknown")


def test_a_turn_comes_when_another_is_over():
    few, has_begun, may_end = Turns(1, most_waiting=1, seconds=30), Event(), Event()

    def work() -> None:
        with few.one():
            has_begun.set()
            may_end.wait()

    with ThreadPoolExecutor() as threads:
        first = threads.submit(work)
        has_begun.wait()
        second = threads.submit(work)
        may_end.set()
        assert (first.result(), second.result()) == (None, None)


def test_who_finds_the_places_taken_or_waits_too_long_is_turned_away():
    full, slow = Turns(1, most_waiting=0, seconds=30), Turns(1, most_waiting=1, seconds=0.01)
    for taken in (full, slow):
        with taken.one(), pytest.raises(Busy), taken.one():
            pass
        with taken.one():  # and the turn is free again
            pass


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_api_says_when_to_ask_again(ask, monkeypatch, address):
    monkeypatch.setattr(turns, "ANSWERS", Turns(1, most_waiting=0, seconds=0))
    with turns.ANSWERS.one():
        answer = ask(address, headers={"accept": "application/json"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert answer.json() == {
        "error": "The server is busy with other requests; ask again in a few seconds."
    }
    assert ask("/api/events").status_code == 200


def test_who_has_the_answer_needs_no_turn(ask, monkeypatch):
    mark = ask("/api/events").headers["etag"]
    monkeypatch.setattr(turns, "ANSWERS", Turns(1, most_waiting=0, seconds=0))
    with turns.ANSWERS.one():
        assert ask("/api/events", headers={"if-none-match": mark}).status_code == 304
