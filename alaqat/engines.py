"""Ways to say map: the same work, in this process or in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from alaqat.errors import AlaqatError

A = TypeVar("A")
B = TypeVar("B")
# Articles sent to a worker at a time: large enough that sending costs nothing, small enough that the bar moves.
BATCH = 20


def serial(work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """Results in order, one after another, in this process."""
    return map(work, items)


def processes(work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """Results in order, from one process a core."""
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        yield from pool.map(work, items, chunksize=BATCH)


ENGINES = {"serial": serial, "processes": processes}


def engine(name: str) -> Callable[[Callable[[A], B], Iterable[A]], Iterator[B]]:
    """The engine called `name`; raises AlaqatError that lists the names there are."""
    try:
        return ENGINES[name]
    except KeyError as error:
        raise AlaqatError(f"there is no engine {name!r}; choose one of {', '.join(ENGINES)}") from error
