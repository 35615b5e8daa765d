"""How long reruns of the pages take in this process, as a histogram."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import perf_counter
from typing import Final

BOUNDS: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds


class Histogram:
    """The number and sum of measured seconds, and how many were at most each bound."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.number, self.total = 0, 0.0
        self.at_most = dict.fromkeys(BOUNDS, 0)

    def add(self, seconds: float) -> None:
        """Count a measurement."""
        with self._lock:
            self.number += 1
            self.total += seconds
            for bound in BOUNDS:
                self.at_most[bound] += seconds <= bound

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Count the time of a block, also if it raises: Streamlit ends reruns so."""
        began = perf_counter()
        try:
            yield
        finally:
            self.add(perf_counter() - began)


RERUN_TIMES: Final = Histogram()
