"""Three hundred hostile texts in every field: nothing runs, fetches, restyles or reorders what stands beside it."""

import re
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.pages import hostile_many
from tests.pages.payloads import BARE, PAYLOADS
from tests.slow.browser.conftest import serving

LEAVES = (
    *(f"/quotes?lang=en&leaf={leaf}" for leaf in range(1, 14, 2)),
    *(f"/timeline?lang=en&leaf={leaf}" for leaf in (2, 6)),
)
PAGES = (
    "/?facets=1",
    "/timeline?lang=en&facets=1",
    "/timeline?q=abc&beside=outlet:x",
    *LEAVES,
    "/network?lang=en",
    "/network?node=per:0&node=loc:FRA",
    "/articles?leaf=7",
    "/person?entity=per:0",
    "/person?entity=per:250&lang=en",
    "/method",
    "/sources",
    "/correct?correct=n:per:0",
    "/correct?correct=n:per:250&lang=en",
    *(f"/?present=1&slide={slide}" for slide in (1, 4)),
)
LOOK = """() => ({
  ran: window.ran ?? null,
  planted: document.querySelectorAll(
    '.stHtml :is(iframe, object, embed, form:not(.filters), base, meta, link, video, audio, marquee, template, math)').length,
  colour: getComputedStyle(document.querySelector('.stApp')).color,
  hidden: getComputedStyle(document.querySelector('.stApp')).display,
  lang: document.documentElement.lang,
})"""

# the payloads with marks of direction in them
ORDERING = tuple(
    at
    for at, payload in enumerate(PAYLOADS)
    if re.search("[\u202a-\u202e\u2066-\u2069\u061c]", payload)
)
# (8 px: letters that an override sets apart are wider)
# How many texts hold one of the marked names, and which other texts of their blocks move when the marks go
MOVED = r"""(names) => {
  const marks = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
  const holds = (node) => names.some((name) => node.data.includes(name));
  const walker = document.createTreeWalker(document.querySelector("[data-testid=stMain]"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() && walker.currentNode.parentElement.closest(".stHtml")) texts.push(walker.currentNode);
  const own = texts.filter(holds);
  const blocks = new Set(own.map((node) => node.parentElement.closest("p, li, td, th, h2, h3, summary, div")));
  const beside = texts.filter((node) => !holds(node) && !node.parentElement.closest("mark, .sentence, blockquote, .reader-text, .quote-context")
    && blocks.has(node.parentElement.closest("p, li, td, th, h2, h3, summary, div")));
  const place = (node) => {
    const range = document.createRange(), at = node.data.indexOf("France");
    range.selectNodeContents(node);
    if (at >= 0) { range.setStart(node, at); range.setEnd(node, at + 6); }
    return range.getBoundingClientRect().left;
  };
  beside.push(...own.filter((node) => node.data.includes("France")));  // the other party, in one text with the name
  const before = beside.map(place);
  for (const node of own) for (const name of names) node.data = node.data.replaceAll(name, name.replaceAll(marks, ""));
  return [own.length, beside.map((node, at) => [node.data.trim().slice(0, 40), before[at], place(node)]).filter(([, was, is]) => Math.abs(was - is) > 8)];
}"""


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
    page.on(
        "request",
        lambda sent: urlsplit(sent.url).netloc in ("", host) or page.strange.append(sent.url),
    )
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
    assert (seen["ran"], seen["planted"], seen["colour"], seen["hidden"]) == (
        None,
        0,
        "rgb(27, 31, 36)",
        "block",
    )
    assert seen["lang"] == ("en" if "lang=en" in path else "ar")
    assert tab.strange == []


@pytest.mark.parametrize(
    "path",
    [
        "/?lang=en&period=2019-09",
        "/timeline?lang=en&leaf=6",
        "/quotes?lang=en&leaf=2",
        *(f"/person?entity=per:{at}&lang=en" for at in ORDERING[::5]),
    ],
)
def test_an_override_does_not_reorder_its_neighbours(tab, hostile, path):
    """What stands beside a name stands where it stands when the name's own marks of direction are taken out."""
    tab.goto(hostile + path)
    tab.wait_for_selector("[data-test-script-state=notRunning]", state="attached", timeout=30_000)
    tab.wait_for_selector(".sources")
    held, moved = tab.evaluate(MOVED, [BARE[at] for at in sorted({at // 5 for at in ORDERING})])
    assert held > 0
    assert moved == []


@pytest.mark.parametrize(
    "path", ["/", "/timeline", "/healthz", "/assets/fonts/LICENSE.txt", "/_stcore/health"]
)
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
