"""Sessions that come and go: what they cost, and what they leave.

`python -m bench.load [--store DIR] [--sessions N]` starts a server, lets N sessions come, click and
go, waits until Streamlit has dropped them, and compares its reruns and memory with those of a fresh
server. Then a growing number of sessions click at the same time, every three seconds each.
"""

from __future__ import annotations

import argparse
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from alaqat.model.years import LAST_YEAR
from bench.dashboard import ROOT, Server, serving
from bench.report import Line, milliseconds, table
from bench.sessions import Session

SESSIONS: Final = 600
AT_ONCE: Final = 10
# Seconds until Streamlit has dropped closed sessions and what they left is freed.
REST: Final = 100.0
# After N sessions: the limit of a rerun and of memory, as times a fresh server's.
SLOWER, LARGER = 1.2, 1.15
PAUSE, LASTING = 3.0, 45.0  # seconds between two clicks of a session, and of a load
LOADS: Final = (10, 20, 40)
PAGES: Final = ("", "timeline", "quotes", "network")
_UNSEEN: Final = cycle(range(2050, LAST_YEAR + 1))  # last years of views, later than any event


@dataclass(slots=True)
class Clicks:
    """The seconds of each rerun of a load, and the errors."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, seconds: float) -> None:
        """Note a rerun."""
        with self._lock:
            self.seconds.append(seconds)


def lines(store: Path, sessions: int = SESSIONS) -> Iterator[Line]:
    """Measure a server before and after sessions, then under loads."""
    yield from aftermath(store, sessions)
    for number in LOADS:
        with serving("app.py", store) as server:
            yield _load(server, number)


def aftermath(store: Path, sessions: int) -> Iterator[Line]:
    """Two lines of the report: a rerun and the memory after `sessions` sessions have ended.

    They are compared with those of a fresh server, whose reruns alternate with the used one's.
    """
    with serving("app.py", store) as used:
        _warm(used)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(partial(_visit, used), range(sessions)))
        peak = used.resident()
        time.sleep(REST)
        with serving("app.py", store) as fresh:
            _warm(fresh)
            memory, left = fresh.resident(), used.resident()
            before, after = reruns(fresh, used)
    yield Line(
        f"rerun after {sessions} sessions",
        milliseconds(after),
        f"fresh: {milliseconds(before)}",
        f"{after / before:.2f}×, must be ≤ {SLOWER}×",
        after / before <= SLOWER,
    )
    yield Line(
        f"memory after {sessions} sessions (highest {peak:.0f} MB)",
        f"{left:.0f} MB",
        f"fresh: {memory:.0f} MB",
        f"{left / memory:.2f}×, must be ≤ {LARGER}×",
        left / memory <= LARGER,
    )


def _warm(server: Server) -> None:
    """Open each page, as what the first visitor loads is no later session's."""
    for page in PAGES:
        reruns(server, page=page)


def reruns(*servers: Server, page: str = "timeline", runs: int = 15) -> list[float]:
    """Median CPU seconds of a rerun of `page`, one number for each server.

    Each of the `runs` reruns asks for a view that no session has asked for before.

    The servers take turns, as the machine may be faster at one time than at another. The last year
    only makes each view another one: the caches hold what others saw a minute ago, so a view seen
    before would compare a full cache with an empty one.
    """
    spent: list[list[float]] = [[] for _ in servers]
    with ExitStack() as stack:
        sessions = [stack.enter_context(Session(server.address, page)) for server in servers]
        for session in sessions:
            session.run("lang=en")
        for number in range(runs):
            view = f"lang=en&from={2000 + number % 10}&to={next(_UNSEEN)}"
            for server, session, seconds in zip(servers, sessions, spent, strict=True):
                began = server.spent()
                session.run(view)
                seconds.append(server.spent() - began)
    return list(map(median, spent))


def _visit(server: Server, number: int) -> None:
    """One session: a page, and a click on a filter."""
    with Session(server.address, PAGES[number % len(PAGES)]) as session:
        session.run("lang=ar")
        session.run(f"lang=ar&from={2000 + number % 15}")


def _load(server: Server, number: int) -> Line:
    reruns(server, runs=3)
    clicks, until = Clicks(), time.monotonic() + LASTING
    threads = [
        threading.Thread(target=_click, args=(server, clicks, until, one)) for one in range(number)
    ]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.monotonic() - began
    slowest = quantiles(clicks.seconds, n=20)[-1]
    rate = len(clicks.seconds) / spent
    middle = median(clicks.seconds)
    return Line(
        f"{number} sessions, a click every {PAUSE:.0f} s",
        f"p50 {milliseconds(middle)}, p95 {milliseconds(slowest)}, {rate:.1f} reruns a second",
        "limit 1 s (p95)",
        f"{len(clicks.errors)} errors",
        slowest <= 1 and not clicks.errors,
    )


def _click(server: Server, clicks: Clicks, until: float, number: int) -> None:
    try:
        with Session(server.address, PAGES[number % len(PAGES)]) as session:
            session.run("lang=ar")
            while time.monotonic() < until:
                clicks.add(session.run(f"lang=ar&from={2000 + len(clicks.seconds) % 15}"))
                time.sleep(PAUSE)
    except Exception as error:  # every kind of failure is an error of the load
        clicks.errors.append(repr(error))


def main() -> None:
    """Measure the store that is named, or one of the seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, default=ROOT / "data" / "build")
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    options = parser.parse_args()
    print(table(list(lines(options.store, options.sessions))))


if __name__ == "__main__":
    main()
