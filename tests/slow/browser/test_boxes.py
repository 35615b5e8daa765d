"""Nothing is cut off, over something else, wider than the screen, or Arabic set from the left, on any page at any width."""

from pathlib import Path

import pytest

from alaqat.model.ids import identity
from tests.slow.browser.conftest import settle

EVENT = identity("a" * 16, 0)  # the first of the sample
SCRIPT = (Path(__file__).parent / "boxes.js").read_text(encoding="utf-8")
PAGES = (
    "/",
    "/?pair=EGY-QAT&period=2017",
    "/timeline?facets=1",
    "/timeline?pair=EGY-QAT&beside=outlet:Outlet%20A&hijri=1",
    f"/timeline?event={EVENT}",
    "/quotes",
    "/network",
    "/articles?article=aaaaaaaaaaaaaaaa",
    "/method",
    "/person?entity=p1",
    "/person?entity=c1",
    "/story",
    "/sources",
    "/correct?correct=n:p1",
    f"/correct?correct=e:{EVENT}",
)


WIDTHS = (390, 1024, 1920)


@pytest.fixture(scope="module")
def tab(browser, server):
    """One tab in which pages are opened one after the other."""
    context = browser.new_context()
    yield context.new_page(), server
    context.close()


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_box_is_whole(tab, path, lang):
    page, address = tab
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={lang}")
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached", timeout=30_000)
    page.wait_for_selector(".sources", timeout=30_000)
    assert [found_at(page, width) for width in WIDTHS] == [[], [], []]


def found_at(page, width):
    """What is wrong with the boxes of the page in a window of this width."""
    page.set_viewport_size({"width": width, "height": 900})
    settle(page)
    return page.evaluate(SCRIPT)


def test_the_event_of_the_links_above_is_shown_as_a_card(look):
    assert look(f"/timeline?event={EVENT}").page.locator(".card.event").count() == 1
