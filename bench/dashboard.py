"""Measures the dashboard in a browser: reruns after a change of year, first paint, CPU, memory.

Each store has a new server and each server a new browser window. The year is changed in the select
box, as a user does; a rerun ends when Streamlit reports its end, and is painted when the page stops
changing. Browser and server run on the same cores, so wall-clock times are upper bounds.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.error import URLError
from urllib.request import urlopen

from alaqat import ingest
from alaqat.build import executors, pipeline
from bench import stores
from bench.report import Line, milliseconds

ROOT: Final = Path(__file__).resolve().parent.parent
RUNS: Final = 7
SESSIONS: Final = 10
PAGES: Final = {
    "timeline": "timeline",
    "overview": "",
    "quotes": "quotes",
    "network": "network",
}  # name → address
# events of the store (0: the seed) → the limit of a rerun in wall-clock seconds
SIZES: Final = {0: 0.25, 5_000: 0.5, 50_000: 1.0}
# Limits: CPU seconds per rerun, seconds to the first paint, MB for one session and a further one.
CPU, PAINT, MEMORY, FURTHER = 0.060, 4.0, 250, 2
# Names of the browser's program; without a browser these lines are left out.
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
)
# Records when the page last reported the end of a run and when it last changed. A short run may
# begin and end between two frames without a report; then the last change of the page is its end.
WATCH: Final = """() => {
  window.noted = {began: performance.now(), ended: 0, changed: performance.now(), painted: 0};
  if (window.watching) return;
  window.watching = new MutationObserver(changes => {
    const noted = window.noted, running = document.querySelector('[data-test-script-state]');
    noted.running = running && running.dataset.testScriptState !== 'notRunning';
    noted.changed = performance.now();
    if (changes.some(it => it.attributeName === 'data-test-script-state') && !noted.running)
      noted.ended = noted.changed;
    const painted = () => { noted.painted = performance.now(); };
    requestAnimationFrame(() => requestAnimationFrame(painted));
  });
  window.watching.observe(document.body, {attributes: true, childList: true, subtree: true});
}"""
QUIET: Final = """() => {
  const noted = window.noted;
  return !noted.running && performance.now() - noted.changed > 1000;
}"""


class Absent(Exception):
    """There is no browser on this machine."""


@dataclass(frozen=True, slots=True)
class Rerun:
    """One rerun: wall-clock seconds to its end and to its paint, and the server's CPU seconds."""

    ended: float
    painted: float
    cpu: float


def lines() -> Iterator[Line]:
    """Measure every size and the plain page. Raises Absent if there is no browser."""
    with _browser() as browser:
        yield from _plain(browser)
        for events, limit in SIZES.items():
            with tempfile.TemporaryDirectory() as folder:
                yield from _store(browser, _publish(events, Path(folder)), events, limit)


def _publish(events: int, root: Path) -> Path:
    if events:
        stores.publish(events, root)
    else:
        seeds = [ingest.article(path) for path in (ROOT / "seeds").glob("*.txt")]
        pipeline.build(seeds, executor=executors.executor("serial"), root=root)
    return root


def _plain(browser: Any) -> Iterator[Line]:
    with serving("bench/plain.py", ROOT) as server:
        paint, page = _first(browser, server, "/")
        runs = _reruns(page, server)
        yield Line("plain page, one chart: rerun", _describe(runs), "the limit to compare with")
        yield Line("  first paint", f"{paint:.1f} s")
        yield from _memory(browser, server, "/", promised=False)


def _store(browser: Any, root: Path, events: int, limit: float) -> Iterator[Line]:
    size = f"{events:,} events" if events else "the seed"
    with serving("app.py", root) as server:
        paint, page = _first(browser, server, "/timeline?lang=en")
        yield Line(
            f"{size}: first paint of a cold browser",
            f"{paint:.1f} s",
            f"limit {PAINT:.0f} s",
            holds=paint <= PAINT,
        )
        if not events:
            yield from _memory(browser, server, "/timeline?lang=en", promised=True)
        for name, path in PAGES.items():
            page.goto(f"{server.address}/{path}?lang=en")
            _whole(page)
            runs = _reruns(page, server)
            clock, cpu = median(run.painted for run in runs), median(run.cpu for run in runs)
            limits = f"limit {milliseconds(limit)}, cpu {milliseconds(CPU)}"
            yield Line(
                f"{size}: {name}, rerun",
                _describe(runs),
                limits,
                holds=clock <= limit and cpu <= CPU,
            )


def _describe(runs: Sequence[Rerun]) -> str:
    ended, painted, cpu = (median(getattr(run, name) for run in runs) for name in Rerun.__slots__)
    return f"{milliseconds(ended)}, painted {milliseconds(painted)}, cpu {milliseconds(cpu)}"


def _memory(browser: Any, server: Server, path: str, *, promised: bool) -> Iterator[Line]:
    """Resident memory after one session, and the average that ten further open sessions add."""
    first = server.resident()
    opened = [browser.new_context() for _ in range(SESSIONS)]
    for context in opened:
        page = context.new_page()
        page.goto(server.address + path)
        _whole(page)
    each = (server.resident() - first) / SESSIONS
    for context in opened:
        context.close()
    holds = (first <= MEMORY, each <= FURTHER) if promised else (None, None)
    yield Line(
        "  memory after one session",
        f"{first:.0f} MB",
        f"limit {MEMORY} MB" * promised,
        holds=holds[0],
    )
    yield Line(
        "  each of ten further sessions",
        f"{each:.1f} MB",
        f"limit {FURTHER} MB" * promised,
        holds=holds[1],
    )


def _first(browser: Any, server: Server, path: str) -> tuple[float, Any]:
    """Seconds until a new browser context shows the whole page, and that page."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    began = time.perf_counter()
    page.goto(server.address + path)
    _whole(page)
    return time.perf_counter() - began, page


def _whole(page: Any) -> None:
    page.wait_for_selector(".sources", timeout=60_000, state="attached")
    page.wait_for_selector("[data-test-script-state=notRunning]", timeout=60_000, state="attached")
    if page.locator(".stPlotlyChart").count():
        page.wait_for_selector(".stPlotlyChart .main-svg", timeout=60_000, state="attached")


def _reruns(page: Any, server: Server) -> list[Rerun]:
    """Reruns after choosing the next year as the first one; the first rerun is not counted."""
    return [_rerun(page, _year_choice(page, number), server) for number in range(RUNS + 1)][1:]


def _year_choice(page: Any, number: int) -> Callable[[], None]:
    """What chooses another year: in the list of the filter line, or in the plain page's box."""
    years = page.locator(".filter-years select").first
    if years.count():
        listed = years.locator("option").count() - 1  # the first is «any year»
        return partial(years.select_option, index=1 + number % listed)
    page.locator(".st-key-filter_from input").first.click()
    page.keyboard.press("ArrowDown")  # to the year after the chosen one
    return partial(page.keyboard.press, "Enter")


def _rerun(page: Any, choose: Callable[[], None], server: Server) -> Rerun:
    page.wait_for_timeout(150)
    spent = server.spent()
    page.evaluate(WATCH)
    choose()
    page.wait_for_function(QUIET, polling=50, timeout=60_000)
    noted = page.evaluate("() => window.noted")
    if not noted["painted"]:
        raise RuntimeError(f"{page.url}: the page did not change after choosing another year")
    ended = noted["ended"] or noted["changed"]
    return Rerun(
        (ended - noted["began"]) / 1000,
        (noted["painted"] - noted["began"]) / 1000,
        server.spent() - spent,
    )


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address and process id."""

    address: str
    pid: int

    def spent(self) -> float:
        """CPU seconds of all its threads so far, read from Linux's clock of the process."""
        return time.clock_gettime((~self.pid << 3) | 2)

    def resident(self) -> float:
        """Resident memory in MB."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def serving(script: str, root: Path) -> Iterator[Server]:
    """A new server for a store."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}"]
    environment = {**os.environ, "ALAQAT_STORE": str(root), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(f"http://127.0.0.1:{port}", process)
            yield Server(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.send_signal(signal.SIGTERM)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            with urlopen(f"{address}/_stcore/health"):
                return
        except URLError:
            if process.poll() is not None:
                raise RuntimeError("the server stopped before it answered") from None
            time.sleep(0.1)
    raise RuntimeError(f"{address} did not answer in 30 s")


@contextmanager
def _browser() -> Iterator[Any]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    try:
        # Imported here because it is only in requirements-dev.txt.
        from playwright.sync_api import sync_playwright  # noqa: PLC0415
    except ImportError:
        raise Absent("playwright is not installed: pip install -r requirements-dev.txt") from None
    if path is None:
        raise Absent("no Chromium on this machine; on Debian or Ubuntu: apt-get install chromium")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield started
        started.close()
