"""What tests of components share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from time import process_time

import pytest


@pytest.fixture
def benchmark_clock() -> Callable[[float], AbstractContextManager[None]]:
    """A context that fails when its block uses more than so many seconds of the processor."""

    @contextmanager
    def clock(seconds: float) -> Iterator[None]:
        began = process_time()
        yield
        assert process_time() - began < seconds

    return clock
