import pytest

from tests.browser.conftest import serving
from tests.pages import hostile


@pytest.fixture(scope="module")
def hostile_server(browser, tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    hostile.publish(root)
    with serving(root) as address:
        yield address


def test_quotes_are_large_and_begin_at_the_right(look):
    seen = look("/quotes?lang=ar")
    style = seen.page.locator(".quote-text").first.evaluate(
        "e => { const s = getComputedStyle(e); return [parseFloat(s.fontSize), s.direction, s.textAlign] }"
    )
    assert 22 <= style[0] <= 28
    assert style[1:] == ["rtl", "start"]


def test_the_context_opens_with_the_quote_marked(look):
    seen = look("/quotes?lang=en")
    marked = seen.page.locator(".quote-context mark").first
    assert not marked.is_visible()
    seen.page.locator(".quote-context summary").first.click()
    assert marked.is_visible()
    assert marked.inner_text() == "المصالحة ممكنة إذا توقف الدعم"


def test_the_link_of_a_card_leads_to_the_quote_in_its_article(look):
    seen = look("/quotes?lang=en")
    seen.page.get_by_role("link", name="Read in the article").first.click()
    seen.page.wait_for_selector("#reader-here")
    assert "quote=" in seen.path
    assert seen.page.locator(".reader-chosen").count() >= 1


@pytest.mark.parametrize("page", ["quotes", "network?node=p1", "articles"])
def test_nothing_hostile_runs_or_fetches(look, hostile_server, page):
    seen = look(f"/{page}", address=hostile_server)
    seen.page.wait_for_timeout(1000)
    assert seen.page.evaluate("window.ran") is None
    assert seen.errors == []
    assert seen.page.locator(".brand").is_visible()


def test_hostile_words_are_read_as_typed(look, hostile_server):
    seen = look("/articles", address=hostile_server)
    said = seen.text(".reader-text")
    for typed in (hostile.SCRIPT, hostile.STYLE, hostile.OVERRIDE, "**مع** $x$"):
        assert typed in said
