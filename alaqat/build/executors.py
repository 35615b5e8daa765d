"""Executors (engines): apply a function to many articles, here, in several processes, or on Dask.

An article that kills the process that reads it is tried by itself; if it does so again, its result
is a `WorkerKilled` and the others go on. Workers get the articles and give records back; word
lists, rules and models are read where they work.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from itertools import islice
from typing import Any, Final, Protocol, TypeVar

from alaqat import entities
from alaqat.lexicon.load import version
from alaqat.model.errors import AlaqatError, WorkerKilled

A = TypeVar("A")
B = TypeVar("B")
Results = Iterator[B | WorkerKilled]
# Articles sent to a process at a time, and to a worker of a cluster. Larger batches cost less to
# send but report progress later.
BATCH_SIZE: Final = 20
CLUSTER_BATCH_SIZE: Final = 100
# Batches sent ahead for each worker.
_AHEAD: Final = 3
# How often an article may kill a process before it is left out: once could be a kill from outside.
_ATTEMPTS: Final = 2
# seconds after which a worker checks again that its parent is alive
PARENT_CHECK_INTERVAL: Final = 1.0
# seconds to wait for a scheduler and its first worker
_CLUSTER_TIMEOUT: Final = 30


class Workers(Protocol):
    """What a batch is given to; `ahead` is the number of batches that are given at a time."""

    ahead: int

    def submit(self, function: Callable[[A], B], batch: Sequence[A]) -> Any:
        """Begin a batch."""

    def results(self, begun: Any) -> list[Any]:
        """The results of a batch that was begun."""


def serial(function: Callable[[A], B], items: Iterable[A]) -> Results[B]:
    """Results in order, computed in this process."""
    return map(function, items)


def processes(function: Callable[[A], B], items: Iterable[A]) -> Results[B]:
    """Results in order, computed by one process per core."""
    with ProcessWorkers(os.cpu_count() or 1) as workers:
        yield from _in_order(workers, function, items, BATCH_SIZE)


def dask(
    function: Callable[[A], B], items: Iterable[A], *, address: str | None = None
) -> Results[B]:
    """Results in order, computed by the workers of a Dask cluster.

    `address` is that of its scheduler (tcp://host:port); without one a cluster is started on this
    machine. Each worker reads in a process of its own, so that an article that kills it kills no
    worker. Raises AlaqatError if Dask is not installed, the scheduler cannot be reached or goes, or
    the workers have other rules than this process.
    """
    from alaqat.build import dask_cluster  # noqa: PLC0415  Dask is optional

    with dask_cluster.connected(address, _CLUSTER_TIMEOUT) as client:
        workers = dask_cluster.DaskWorkers(client, in_own_process, reading_version(), _AHEAD)
        yield from _in_order(workers, function, items, CLUSTER_BATCH_SIZE)


def _in_order(
    workers: Workers, function: Callable[[A], B], items: Iterable[A], size: int
) -> Results[B]:
    """Results in order; only as many batches are begun as keep the workers busy."""
    begun: deque[Any] = deque()
    left = iter(items)
    while batch := list(islice(left, size)):
        begun.append(workers.submit(function, batch))
        if len(begun) > workers.ahead:
            yield from workers.results(begun.popleft())
    while begun:
        yield from workers.results(begun.popleft())


class ProcessWorkers:
    """Processes that are started again when one of them is killed."""

    def __init__(self, number: int, method: str | None = None) -> None:
        self.ahead = _AHEAD * number
        self._number, self._method = number, method
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._number,
            multiprocessing.get_context(self._method),
            initializer=_exit_with_parent,
            initargs=(os.getpid(),),
        )

    def __enter__(self) -> ProcessWorkers:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def submit(self, function: Callable[[A], B], batch: Sequence[A]) -> Any:
        """Begin a batch."""
        try:
            return function, batch, self._pool, self._pool.submit(_run, function, batch)
        except BrokenProcessPool:
            self._renew(self._pool)
            return function, batch, self._pool, self._pool.submit(_run, function, batch)

    def results(self, begun: tuple[Callable[[A], B], Sequence[A], ProcessPoolExecutor, Any]) -> Any:
        """The results of a batch; if a process was killed, its articles are read one by one."""
        function, batch, pool, future = begun
        try:
            return future.result()
        except BrokenProcessPool:
            self._renew(pool)
            return [self._alone(function, item) for item in batch]

    def _alone(self, function: Callable[[A], B], item: A) -> B | WorkerKilled:
        for _ in range(_ATTEMPTS):
            try:
                _, _, pool, future = self.submit(function, [item])
                results: list[B] = future.result()
            except BrokenProcessPool:
                self._renew(pool)
            else:
                return results[0]
        return WorkerKilled(
            f"killed the process that read it {_ATTEMPTS} times, perhaps because memory ran out, "
            "and was left out; please report it with the article"
        )

    def _renew(self, broken: ProcessPoolExecutor) -> None:
        if broken is self._pool:
            broken.shutdown(wait=False, cancel_futures=True)
            self._pool = self._new_pool()


def _run(function: Callable[[A], B], batch: Sequence[A]) -> list[B]:
    return list(map(function, batch))


def _exit_with_parent(parent: int) -> None:
    """Start a thread that ends this worker when its parent process no longer exists."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PARENT_CHECK_INTERVAL)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def in_own_process(function: Callable[[A], B], batch: Sequence[A]) -> tuple[str, list[Any]]:
    """What reads here, and the results of a batch, read by a process of this worker."""
    workers = _own_process()
    return reading_version(), workers.results(workers.submit(function, batch))


def reading_version() -> str:
    """The versions of rules, code and recognizer, which must be those of all workers."""
    return f"{version()} {entities.signature()}".strip()


@cache
def _own_process() -> ProcessWorkers:
    """One process, which lives as long as this worker; forking one with threads is not safe."""
    return ProcessWorkers(1, "spawn")


Executor = Callable[[Callable[[A], B], Iterable[A]], Results[B]]
EXECUTORS: Final[dict[str, Any]] = {"serial": serial, "processes": processes, "dask": dask}
# Those that need nothing but this machine and what is always installed.
LOCAL_EXECUTORS: Final = ("serial", "processes")


def executor(name: str, address: str | None = None) -> Any:
    """The executor called `name`; `address` is that of a Dask scheduler.

    Raises AlaqatError that lists the names if there is none, or if an address is given to another
    executor than Dask.
    """
    if name not in EXECUTORS:
        raise AlaqatError(f"there is no engine {name!r}; choose one of {', '.join(EXECUTORS)}")
    if name == "dask":
        return partial(dask, address=address)
    if address:
        raise AlaqatError(f"an address of a Dask scheduler is for --engine dask, not for {name}")
    return EXECUTORS[name]
