"""Every page in both languages: nothing cut, covered, too wide or set from the left, no error, and nothing that axe-core finds."""

from pathlib import Path

import pytest

from alaqat.model.ids import identity
from tests.slow.browser.conftest import Seen, settle

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="pip install -r requirements-dev.txt"
)

EVENT = identity("a" * 16, 0)  # the first of the sample
SCRIPT = (Path(__file__).parent / "boxes.js").read_text(encoding="utf-8")
WIDTHS = (390, 1024, 1920)
PAGES = (
    "/",
    "/?pair=EGY-QAT&period=2017",
    "/timeline?facets=1",
    "/timeline?pair=EGY-QAT&beside=outlet:Outlet%20A&hijri=1",
    f"/timeline?event={EVENT}",
    "/quotes?q=ممكنة",
    "/network",
    "/articles?article=aaaaaaaaaaaaaaaa",
    "/method",
    "/person?entity=p1",
    "/person?entity=c1",
    "/story",
    "/reference?reference=israel-turkey&pair=ISR-TUR",
    "/sources",
    "/correct?correct=n:p1",
    f"/correct?correct=e:{EVENT}",
)
# Colours are the same in both languages and for every entity, so the dark ones are tried in one.
IN_THE_DARK = (
    "/timeline?facets=1&pair=EGY-QAT",
    *PAGES[5:10],
    "/sources",
    "/correct?correct=n:p1",
    "/?present=1",
)


@pytest.fixture(scope="module")
def tab(browser, server):
    """One tab in which pages are opened one after the other."""
    context = browser.new_context(color_scheme="light")
    yield Seen(context.new_page(), server)
    context.close()


@pytest.fixture(scope="module")
def dark_tab(browser, server):
    """A tab of a reader who prefers the dark."""
    context = browser.new_context(color_scheme="dark", viewport={"width": 1280, "height": 900})
    yield Seen(context.new_page(), server)
    context.close()


def linked(path, lang):
    """The path with the language in its query."""
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


def found_at(page, width):
    """What is wrong with the boxes of the page in a window of this width."""
    page.set_viewport_size({"width": width, "height": 900})
    settle(page)
    return page.evaluate(SCRIPT)


def found_by_axe(page):
    """The rules of accessibility that the page breaks, each with the first element that does."""
    found = axe.Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["target"], one["nodes"][0]["html"][:120]) for one in found]


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_box_is_whole_and_axe_and_the_console_are_silent(tab, path, lang):
    tab.errors.clear()
    tab.page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    page = tab.open(linked(path, lang)).page
    assert [found_at(page, width) for width in WIDTHS] == [[], [], []]
    assert found_by_axe(page) == []
    assert tab.errors == []


@pytest.mark.parametrize("path", IN_THE_DARK)
def test_axe_finds_nothing_in_the_dark(dark_tab, path):
    assert found_by_axe(dark_tab.open(linked(path, "ar")).page) == []


def test_the_event_of_the_links_above_is_shown_as_a_card(look):
    assert look(f"/timeline?event={EVENT}").page.locator(".card.event").count() == 1
