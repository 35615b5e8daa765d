"""The process that `reading_process` starts: reads what it is sent, and sends what it finds.

Requests come as pickles on standard input, messages go as pickles to standard output. What
libraries write to either is dropped. Its arguments are the limits: SECONDS MEGABYTES.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO, Any

from alaqat.ingest.limits import MIB
from alaqat.ingest.readers.feed import parse_feed
from alaqat.ingest.readers.registry import read_source
from alaqat.ingest.readers.url import read_response
from alaqat.ingest.source_file import on_disk
from alaqat.model.errors import ArticleRefused

Send = Callable[[str, Any], None]
# Seconds of work beyond the budget after which the system ends a process that nobody watches.
_UNWATCHED = 600


def main(seconds: float, megabytes: float) -> None:
    """Answer requests until standard input ends."""
    requests, messages = _streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one stops it
    _limit_memory(megabytes)

    def send(kind: str, content: Any) -> None:
        pickle.dump((kind, content), messages)
        messages.flush()

    while True:
        try:
            request = pickle.load(requests)  # noqa: S301 - of the process that started this one
        except EOFError:
            return
        _limit_work(seconds)
        send("start", None)
        for result in _results(request, send):
            send("result", result)
        send("end", None)


def _results(request: tuple[Any, ...], send: Send) -> Iterator[Any]:
    kind, subject, *others = request
    try:
        if kind == "file":
            yield from _file_results(subject, others[0], send)
        elif kind == "response":
            yield from read_response(subject)
        else:
            yield from parse_feed(subject)
    except ArticleRefused as refusal:
        yield refusal


def _file_results(path: Path, columns: dict[str, str], send: Send) -> Iterator[Any]:
    file = on_disk(path, columns=columns, say=partial(send, "remark"))
    yield from read_source(replace(file, begin=partial(send, "begin", None)))


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """Standard input and output for messages alone; other output is discarded."""
    requests, messages = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    return requests, messages


def _limit_memory(megabytes: float) -> None:
    """Let the system refuse memory beyond what the process has now and `megabytes`; 0: no limit."""
    resource = _resource()
    if resource is None or not megabytes:
        return
    limit = _data_bytes() + int(megabytes * MIB)
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def _limit_work(seconds: float) -> None:
    """Let the system end the process if its watcher is gone."""
    resource = _resource()
    if resource is not None and seconds:
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        limit = int(time.process_time() + seconds + _UNWATCHED)
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))


def _resource() -> Any:
    """The module that sets limits; None on Windows, which has none."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    return resource


def _data_bytes() -> int:
    """The memory of the process that the limit counts; 0 where the system does not tell it."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmData:")), 0)


if __name__ == "__main__":
    main(float(sys.argv[1]), float(sys.argv[2]))
