"""Executors: apply a function to many articles, in this process or in several."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeVar

from alaqat.model.errors import AlaqatError

A = TypeVar("A")
B = TypeVar("B")
# Articles sent to a worker at a time. Larger batches cost less to send but report progress later.
CHUNK_SIZE: Final = 20
# seconds after which a worker checks again that its parent is alive
PARENT_CHECK_INTERVAL: Final = 1.0


def serial(function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """Results in order, computed in this process."""
    return map(function, items)


def processes(function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
    """Results in order, computed by one process per core.

    Raises AlaqatError if one of the processes is killed.
    """
    try:
        with ProcessPoolExecutor(
            os.cpu_count(), initializer=_exit_with_parent, initargs=(os.getpid(),)
        ) as pool:
            yield from pool.map(function, items, chunksize=CHUNK_SIZE)
    except BrokenProcessPool as error:
        raise AlaqatError(
            "a worker process was killed, perhaps because memory ran out; "
            "run the same command again, it continues where it stopped"
        ) from error


def _exit_with_parent(parent: int) -> None:
    """Start a thread that ends this worker when its parent process no longer exists."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PARENT_CHECK_INTERVAL)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


EXECUTORS: Final = {"serial": serial, "processes": processes}


def executor(name: str) -> Callable[[Callable[[A], B], Iterable[A]], Iterator[B]]:
    """The executor called `name`. Raises AlaqatError that lists the names if there is none."""
    try:
        return EXECUTORS[name]
    except KeyError as error:
        raise AlaqatError(
            f"there is no engine {name!r}; choose one of {', '.join(EXECUTORS)}"
        ) from error
