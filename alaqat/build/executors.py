"""Ways to say map: the same work, in this process or in several."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from alaqat.model.errors import AlaqatError

A = TypeVar("A")
B = TypeVar("B")
# Articles sent to a worker at a time: large enough that sending costs nothing, small enough that the bar moves.
BATCH = 20
# Seconds between two looks of a worker whether its parent is still there.
WATCH = 1.0


def serial(work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """Results in order, one after another, in this process."""
    return map(work, items)


def processes(work: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """Results in order, from one process a core; raises AlaqatError when one of them is killed."""
    try:
        with ProcessPoolExecutor(
            os.cpu_count(), initializer=_end_with, initargs=(os.getpid(),)
        ) as pool:
            yield from pool.map(work, items, chunksize=BATCH)
    except BrokenProcessPool as error:
        raise AlaqatError(
            "a worker process was killed, perhaps for want of memory; run it again: what is done is kept"
        ) from error


def _end_with(parent: int) -> None:
    """End this worker when its parent is gone: nobody would ever tell it to."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(WATCH)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


ENGINES = {"serial": serial, "processes": processes}


def engine(name: str) -> Callable[[Callable[[A], B], Iterable[A]], Iterator[B]]:
    """The engine called `name`; raises AlaqatError that lists the names there are."""
    try:
        return ENGINES[name]
    except KeyError as error:
        raise AlaqatError(
            f"there is no engine {name!r}; choose one of {', '.join(ENGINES)}"
        ) from error
