"""Turns at heavy work: how many answers are made at once, and how many requests may wait for one.

A file, a page of rows or a drawn timeline takes up to seconds of the process that also serves the
pages, and each request that waits holds one of the server's threads.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final

from alaqat.model.errors import AlaqatError
from components.i18n.words import Words

BUSY: Final = 503
AGAIN: Final = {"retry-after": "5"}  # seconds


class Busy(AlaqatError):
    """There is no turn: others are at work, and enough wait or the wait is over."""


class Turns:
    """`at_once` turns, for which at most `most_waiting` requests wait, at most `seconds` each."""

    def __init__(self, at_once: int, most_waiting: int, seconds: float) -> None:
        self._turns = BoundedSemaphore(at_once)
        self._places = BoundedSemaphore(at_once + most_waiting)
        self._seconds = seconds

    @contextmanager
    def one(self) -> Iterator[None]:
        """Have a turn for the block. Raises Busy if none comes."""
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            if not self._turns.acquire(timeout=self._seconds):
                raise Busy
            try:
                yield
            finally:
                self._turns.release()
        finally:
            self._places.release()


# One file at a time: a large one takes seconds.
FILES: Final = Turns(1, most_waiting=7, seconds=30)
# Answers of the API, records of permanent links and embedded timelines.
ANSWERS: Final = Turns(2, most_waiting=14, seconds=10)


def busy(words: Words) -> str:
    """The sentence for who gets no turn."""
    return words.t("The server is busy with other requests; ask again in a few seconds.")
