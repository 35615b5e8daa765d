"""A running dashboard and a browser to look at it; skipped, with the line that helps, where there is no Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.pages.sample import publish

ROOT = Path(__file__).resolve().parents[3]
# Chromium without its windows opens a page faster, so it comes first.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# The machine's own Chromium, which must not look for updates or accounts. One process for all pages, which
# share compiled scripts, and for drawing takes 6 % less of the processor's time.
FLAGS = (
    "--renderer-process-limit=1",
    "--in-process-gpu",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HELP = "no Chromium on this machine; on Debian or Ubuntu: apt-get install chromium"
# Streamlit asks for these two below the page's own path before it finds them at the root.
EXPECTED = ("_stcore/health", "_stcore/host-config")
Look = Callable[..., "Seen"]
# Resolves when fonts are loaded and the browser has drawn twice: what a script was going to do is done.
SETTLED = """async () => {
  await document.fonts.ready;
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put browser tests last: Playwright leaves an event loop in the thread, and others run their own."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def settle(page) -> None:
    """Wait until nothing is loaded any more and everything is drawn."""
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLED)


@pytest.fixture(scope="session")
def browser() -> Iterator:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(HELP)
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="pip install -r requirements-dev.txt"
    )
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, headless=True, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def context(browser) -> Iterator:
    """One window for all tests: Streamlit's scripts (3 MB) are loaded once."""
    opened = browser.new_context()
    yield opened
    opened.close()


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """The address of a fresh server over a store."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "ALAQAT_STORE": str(store)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str, process: subprocess.Popen) -> None:
    for _ in range(150):
        try:
            with urlopen(f"{address}/healthz"):
                return
        except URLError:
            assert process.poll() is None, "the server stopped before it answered"
            time.sleep(0.2)
    raise AssertionError(f"{address} did not answer in 30 s")


@pytest.fixture(scope="session")
def sample_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sample")
    publish(root)
    return root


@pytest.fixture(scope="session")
def server(browser, sample_root: Path) -> Iterator[str]:
    """One server for the whole session, over the sample store."""
    with serving(sample_root) as address:
        yield address


class Seen:
    """A page in its own tab, with the errors its console told."""

    def __init__(self, page, address: str) -> None:
        self.address = address
        self.page = page
        self.errors: list[str] = []
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _note(self, message) -> None:
        if message.type == "error" and not message.location.get("url", "").endswith(EXPECTED):
            self.errors.append(f"{message.text} {message.location.get('url')}")

    def open(self, path: str) -> "Seen":
        """Go to a path and wait until the page is whole (its foot is drawn last)."""
        self.page.goto(self.address + path)
        return self.ready()

    def ready(self) -> "Seen":
        """Wait for the end of a run."""
        self.page.wait_for_selector(".sources, .stage, [role=alert]", timeout=30_000)
        self.page.wait_for_selector(
            "[data-test-script-state=notRunning]", timeout=30_000, state="attached"
        )
        return self

    def settled(self) -> "Seen":
        """Wait until nothing is loaded any more and everything is drawn."""
        settle(self.page)
        return self

    def text(self, selector: str) -> str:
        """The visible text of the first element that fits."""
        return self.page.locator(selector).first.inner_text()

    @property
    def path(self) -> str:
        """Where the reader is, without the server's address."""
        return self.page.url.removeprefix(self.address)


@pytest.fixture
def look(context, server: str) -> Iterator[Look]:
    """`look("/timeline?lang=en", width=390)` opens a page as a reader would."""
    pages = []

    def look(path: str, *, width: int = 1280, address: str = server) -> Seen:
        pages.append(context.new_page())
        pages[-1].set_viewport_size({"width": width, "height": 900})
        return Seen(pages[-1], address).open(path)

    yield look
    for page in pages:
        page.close()
