"""No page breaks a rule of accessibility that axe-core can check, in either language, light or dark."""

import pytest

axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="pip install -r requirements-dev.txt"
)

PAGES = (
    "/",
    "/timeline?facets=1&pair=EGY-QAT",
    "/timeline?beside=outlet:Outlet%20A",
    "/quotes?q=ممكنة",
    "/network",
    "/articles?article=aaaaaaaaaaaaaaaa",
    "/method",
    "/person?entity=p1",
    "/sources",
    "/correct?correct=n:p1",
    "/?present=1",
)


# Colours are the same in both languages, so the dark ones are tried in one.
LOOKS = (("light", "ar"), ("light", "en"), ("dark", "ar"))


@pytest.fixture(scope="module", params=LOOKS, ids="-".join)
def tab(browser, server, request):
    """One tab of a scheme, in which pages are opened one after the other, and their language."""
    scheme, lang = request.param
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    yield context.new_page(), server, lang
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(tab, path):
    page, address, lang = tab
    page.goto(f"{address}{path}{'&' if '?' in path else '?'}lang={lang}")
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached", timeout=30_000)
    page.wait_for_selector(".sources, .stage, [role=alert]", timeout=30_000)
    found = axe.Axe().run(page).response["violations"]
    assert [
        (one["id"], one["nodes"][0]["target"], one["nodes"][0]["html"][:120]) for one in found
    ] == []
