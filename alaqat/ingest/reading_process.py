"""Read files and pages in a process of their own, which is ended when it goes beyond its budget.

A parser that is given a made-up page may need hours or all memory; no setting of the parser stops
that. So each file is read by another process, whose time this one watches and whose memory the
system limits. The process goes on with the next file; a file beyond its budget costs a new one.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from alaqat.ingest.feed_state import FeedState
from alaqat.ingest.limits import MIB
from alaqat.ingest.net.response import Fetched
from alaqat.ingest.net.safe_url import display_url
from alaqat.ingest.readers import url
from alaqat.ingest.readers.feed import Entry
from alaqat.ingest.readers.registry import files_of
from alaqat.ingest.source_file import ArticleOrRefusal, silent
from alaqat.model.errors import AlaqatError, ArticleRefused
from alaqat.model.home import IMPORTED_FROM
from alaqat.model.settings import Settings

_COMMAND: Final = (sys.executable, "-m", "alaqat.ingest.reading_worker")
# The budget of time is that of a file of so many bytes; a larger one has as many times the budget.
_SIZE: Final = 10 * MIB
# Seconds that each file of an archive and each page of a crawl adds, up to the whole budget.
_REFILL: Final = 1.0
_CHECK_INTERVAL: Final = 0.2
# A process that waits without working (for a disk, say) may do so so many times longer.
_WAITING: Final = 6
_WAITING_MESSAGES: Final = 64
_FILES: Final = 1_000  # files that one process reads, since libraries keep some memory of each
_CPU_FIELDS: Final = slice(11, 13)  # utime and stime behind the name in /proc/PID/stat
Message = tuple[str, Any]


class ReadingProcess:
    """Reads files, responses and feeds within the budgets of the settings; a context manager.

    The process starts with the first file, and anew after one that went beyond its budget.
    """

    def __init__(self) -> None:
        settings = Settings.from_env()
        self._seconds, self._megabytes = settings.file_seconds, settings.file_megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._messages: queue.Queue[Message | None] = queue.Queue()
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    stream.close()  # type: ignore[union-attr]
            process.wait()

    def read(
        self,
        path: Path,
        *,
        columns: Mapping[str, str] | None = None,
        say: Callable[[str], object] = silent,
    ) -> Iterator[ArticleOrRefusal]:
        """Articles of a file or folder, as `ingest.read` gives them."""
        for item in files_of(path):
            if isinstance(item, ArticleRefused):
                yield item
            else:
                yield from self._results(("file", item, columns or {}), str(item), _size(item), say)

    def fetch_articles(
        self, sources: Iterable[str], *, state: FeedState
    ) -> Iterator[ArticleOrRefusal]:
        """The articles of URLs and feeds, as `readers.url.fetch_articles` gives them."""
        yield from url.fetch_articles(
            sources, state=state, reader=self.read_response, parse=self.parse_feed
        )

    def read_response(self, fetched: Fetched) -> Iterator[ArticleOrRefusal]:
        """The articles of a response, or the refusal."""
        where = display_url(fetched.url)
        yield from self._results(("response", fetched), where, len(fetched.body), silent)

    def parse_feed(self, fetched: Fetched) -> list[Entry]:
        """The entries of a feed; raises ArticleRefused."""
        where = display_url(fetched.url)
        entries = []
        for result in self._results(("feed", fetched), where, len(fetched.body), silent):
            if isinstance(result, ArticleRefused):
                raise result
            entries.append(result)
        return entries

    def _results(
        self, request: tuple[Any, ...], where: str, size: int, say: Callable[[str], object]
    ) -> Iterator[Any]:
        """What the process answers to a request, until it ends or goes beyond its budget."""
        process = self._ready()
        budget = _Budget(process.pid, self._seconds * max(1, -(-size // _SIZE)))
        is_whole = False
        try:
            if not _is_sent(process, request):
                yield self._ended(where)
                return
            while (message := self._next(budget)) is not None:
                kind, content = message
                if kind == "end":
                    is_whole = True
                    return
                if kind == "start":
                    budget.begin()
                elif kind == "begin":
                    budget.refill()
                elif kind == "remark":
                    say(content)
                else:
                    yield content
            yield self._too_slow(where, budget) if budget.is_spent else self._ended(where)
        finally:
            if not is_whole:
                self.close()

    def _ready(self) -> subprocess.Popen[bytes]:
        """The process that reads, started if there is none or it has read many files."""
        self._read += 1
        if self._process is not None and self._read > _FILES:
            self.close()
        if self._process is None:
            self._read = 1
            self._messages = queue.Queue(_WAITING_MESSAGES)
            self._process = _started(self._seconds, self._megabytes)
            follow = threading.Thread(
                target=_follow, args=(self._process.stdout, self._messages), daemon=True
            )
            follow.start()
        return self._process

    def _next(self, budget: _Budget) -> Message | None:
        """The next message; None once the budget is spent or the process has ended."""
        while not budget.is_spent:
            budget.check()
            with suppress(queue.Empty):
                return self._messages.get(timeout=_CHECK_INTERVAL)
        return None

    def _too_slow(self, where: str, budget: _Budget) -> ArticleRefused:
        return ArticleRefused(
            f"{where}: took longer than {budget.seconds:g} s to read, the rest of it is left out; "
            "ALAQAT_FILE_SECONDS sets the limit, 0 takes it away"
        ).at(where)

    def _ended(self, where: str) -> ArticleRefused:
        return ArticleRefused(
            f"{where}: needs more than {self._megabytes:g} MB of memory or breaks its reader, the "
            "rest of it is left out; ALAQAT_FILE_MEGABYTES sets the limit, 0 takes it away"
        ).at(where)


class _Budget:
    """The time that a process has for a file: of work, where the system tells it, else in all."""

    def __init__(self, pid: int, seconds: float) -> None:
        self.seconds = seconds
        self.is_spent = False
        self._pid = pid
        self._next_check = 0.0
        self.begin()

    def begin(self) -> None:
        """Count from now: the process has started and begins with the file."""
        self._begin = self._now()

    def refill(self) -> None:
        """Add the time for the next file of an archive."""
        work, clock = self._now()
        begin = self._begin
        self._begin = min(begin[0] + _REFILL, work), min(begin[1] + _REFILL * _WAITING, clock)

    def check(self) -> None:
        """Find whether the time is spent, if the last look is a while ago."""
        if not self.seconds or time.monotonic() < self._next_check:
            return
        work, clock = self._now()
        self._next_check = clock + _CHECK_INTERVAL
        is_worked = work - self._begin[0] > self.seconds
        self.is_spent = is_worked or clock - self._begin[1] > self.seconds * _WAITING

    def _now(self) -> tuple[float, float]:
        """The seconds that the process has worked, and those of the clock."""
        clock = time.monotonic()
        return _worked_seconds(self._pid, clock), clock


def _worked_seconds(pid: int, otherwise: float) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return sum(map(int, fields[_CPU_FIELDS])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError):  # not Linux, or the process has ended
        return otherwise


def _started(seconds: float, megabytes: float) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own module without a shell
            [*_COMMAND, str(seconds), str(megabytes)],
            cwd=IMPORTED_FROM,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise AlaqatError(f"no process could be started to read files ({error})") from error


def _is_sent(process: subprocess.Popen[bytes], request: tuple[Any, ...]) -> bool:
    """True if the request was sent, False if the process has ended."""
    try:
        pickle.dump(request, process.stdin)  # type: ignore[arg-type]
        process.stdin.flush()  # type: ignore[union-attr]
    except OSError:
        return False
    return True


def _follow(stream: IO[bytes], messages: queue.Queue[Message | None]) -> None:
    """Put the messages of a process into the queue, and None at its end."""
    with suppress(EOFError, OSError, ValueError, pickle.UnpicklingError):
        while True:
            messages.put(pickle.load(stream))  # noqa: S301 - of our own process
    messages.put(None)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
