"""Three hundred hostile texts in every field: nothing runs, fetches, restyles or reorders what stands beside it."""

from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.conftest import serving
from tests.pages import hostile_many
from tests.pages.payloads import PAYLOADS

LEAVES = tuple(f"/quotes?lang=en&leaf={leaf}" for leaf in range(1, 14))
PAGES = (
    "/?facets=1",
    "/timeline?lang=en&facets=1",
    "/timeline?q=abc&beside=outlet:x",
    *LEAVES,
    "/network?lang=en",
    "/network?node=per:0&node=loc:FRA",
    *(f"/articles?leaf={leaf}" for leaf in (1, 7, 15)),
    "/person?entity=per:0",
    "/person?entity=per:250&lang=en",
    "/method",
    "/sources",
    "/correct?correct=n:per:0",
    "/correct?correct=n:per:250&lang=en",
    *(f"/?present=1&slide={slide}" for slide in (1, 2, 4)),
)
LOOK = """() => ({
  ran: window.ran ?? null,
  planted: document.querySelectorAll(
    '.stHtml :is(iframe, object, embed, form, base, meta, link, video, audio, marquee, template, math)').length,
  colour: getComputedStyle(document.querySelector('.stApp')).color,
  hidden: getComputedStyle(document.querySelector('.stApp')).display,
  lang: document.documentElement.lang,
})"""


@pytest.fixture(scope="module")
def hostile(browser, tmp_path_factory):
    root = tmp_path_factory.mktemp("many")
    hostile_many.publish(root)
    with serving(root) as address:
        yield address


@pytest.fixture(scope="module")
def tab(browser, hostile):
    """A tab that notes every request and dialog."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.strange = []
    host = urlsplit(hostile).netloc
    page.on("request", lambda sent: urlsplit(sent.url).netloc in ("", host) or page.strange.append(sent.url))
    page.on("dialog", lambda dialog: (page.strange.append(dialog.message), dialog.dismiss()))
    yield page
    context.close()


def test_there_are_three_hundred_different_payloads():
    assert len(set(PAYLOADS)) == 300


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_fetches_or_restyles(tab, hostile, path):
    tab.goto(hostile + path)
    tab.wait_for_selector("[data-test-script-state=notRunning]", state="attached", timeout=30_000)
    tab.wait_for_selector(".sources, .stage", timeout=30_000)
    seen = tab.evaluate(LOOK)
    assert (seen["ran"], seen["planted"], seen["colour"], seen["hidden"]) == (None, 0, "rgb(27, 31, 36)", "block")
    assert seen["lang"] == ("en" if "lang=en" in path else "ar")
    assert tab.strange == []


def test_an_override_does_not_reorder_its_neighbours(tab, hostile):
    number = next(at for at, payload in enumerate(PAYLOADS) if payload == "\u202eabc\u202c")
    tab.goto(f"{hostile}/person?entity=per:{number}&lang=en")
    tab.wait_for_selector(".sources")
    left = """() => [...document.querySelectorAll('.sources')].map((one) => {
      const range = document.createRange(); range.selectNodeContents(one.firstChild); return range.getBoundingClientRect().left < 200 })"""
    assert tab.evaluate(left) == [True]


@pytest.mark.parametrize("path", ["/", "/timeline", "/healthz", "/assets/fonts/LICENSE.txt", "/_stcore/health"])
def test_every_answer_carries_the_security_headers(server, path):
    try:
        answer = urlopen(server + path)
    except OSError as refusal:
        answer = refusal
    with answer:
        headers = answer.headers
        assert "object-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]


def test_a_socket_of_a_foreign_page_is_refused(server):
    address = server.replace("http", "ws") + "/_stcore/stream"
    with pytest.raises(InvalidStatus, match="403"), connect(address, origin="https://evil.example"):
        pass
    with connect(address, origin=server):
        pass
