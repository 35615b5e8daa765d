"""A Dask cluster: the one at an address, or one of this machine's cores for one run.

Importing it needs requirements-dask.txt.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import Any, Final

from alaqat.model.errors import AlaqatError

try:
    import dask
    import distributed
    from distributed.comm import CommClosedError
except ModuleNotFoundError as error:
    raise AlaqatError(
        f"the engine dask needs {error.name}; run: pip install -r requirements-dask.txt"
    ) from error

# What the client raises when the scheduler is gone.
_GONE: Final = (CancelledError, CommClosedError, TimeoutError, OSError)
# Workers of a cluster may start processes of their own only where they are no daemons.
_SETTINGS: Final = {"distributed.worker.daemon": False, "distributed.comm.timeouts.connect": "10s"}


class DaskWorkers:
    """The workers of a cluster.

    `run` is applied there to a function and a batch; it gives the version of what read there, which
    must be `version`, and the results. `ahead` batches are begun for each thread of a worker.
    """

    def __init__(self, client: Any, run: Callable[..., Any], version: str, ahead: int) -> None:
        self.ahead = ahead * max(1, sum(client.nthreads().values()))
        self._client, self._run, self._version = client, run, version

    def submit(self, function: Callable[[Any], Any], batch: Sequence[Any]) -> Any:
        """Begin a batch."""
        with _one_sentence(self._client):
            return self._client.submit(self._run, function, batch, pure=False)

    def results(self, begun: Any) -> list[Any]:
        """The results of a batch. Raises AlaqatError if the scheduler is gone."""
        with _one_sentence(self._client):
            there, results = begun.result()
        if there != self._version:
            raise AlaqatError(
                f"the workers have version {there} of rules, code and recognizer, this process has "
                f"{self._version}; install the same package on all of them"
            )
        return list(results)


@contextmanager
def connected(address: str | None, timeout: int) -> Iterator[Any]:
    """A client of the cluster at an address, or of one that ends with the block."""
    with dask.config.set(_SETTINGS):
        if address:
            with _reached(address, timeout) as client:
                yield client
            return
        with (
            distributed.LocalCluster(
                n_workers=os.cpu_count() or 1,
                threads_per_worker=1,
                dashboard_address=None,
                host="127.0.0.1",
            ) as cluster,
            distributed.Client(cluster) as client,
        ):
            yield client


@contextmanager
def _reached(address: str, timeout: int) -> Iterator[Any]:
    try:
        client = distributed.Client(address, timeout=timeout, set_as_default=False)
        client.wait_for_workers(1, timeout=timeout)
    except (OSError, TimeoutError, ValueError) as error:
        raise AlaqatError(
            f"{address}: no Dask scheduler with a worker answers there within {timeout} s"
        ) from error
    try:
        yield client
    finally:
        client.close(timeout=1)


@contextmanager
def _one_sentence(client: Any) -> Iterator[None]:
    """Say what happened to the cluster in a sentence."""
    address = client.scheduler.address if client.scheduler else "the cluster"
    try:
        yield
    except distributed.KilledWorker as error:
        raise AlaqatError(
            f"{address}: workers are killed again and again, perhaps because memory runs out; "
            "run the same command again, it continues where it stopped"
        ) from error
    except AssertionError as error:  # multiprocessing's, in a worker that is a daemon
        raise AlaqatError(
            f"{address}: its workers may not start processes; start them with "
            "DASK_DISTRIBUTED__WORKER__DAEMON=False"
        ) from error
    except _GONE as error:
        raise AlaqatError(
            f"{address}: the Dask scheduler is gone ({type(error).__name__}); "
            "run the same command again, it continues where it stopped"
        ) from error
