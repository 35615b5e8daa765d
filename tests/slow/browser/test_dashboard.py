import subprocess
import sys
from urllib.request import urlopen

import pytest

from tests.slow.browser.conftest import ROOT, serving

MARK = ".stPlotlyChart .scatterlayer .points path"
PAGES = ("", "timeline", "quotes", "network", "articles", "method")


@pytest.fixture(scope="module")
def seed_store(tmp_path_factory):
    root = tmp_path_factory.mktemp("seeds")
    subprocess.run(
        [sys.executable, "-m", "alaqat", "build", "--store", str(root)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return root


def test_the_first_request_of_a_fresh_server_may_be_a_deep_link(look, seed_store):
    with serving(seed_store) as address:
        seen = look("/timeline?lang=en&from=2008&to=2010", address=address)
        assert seen.text("h1") == "Timeline"
        assert seen.path == "/timeline?lang=en&from=2008&to=2010"
        assert seen.page.locator("table.events tbody tr").count() >= 1
        assert seen.errors == []


def test_a_year_chosen_in_the_bar_is_in_the_link_and_holds_on_the_next_page(look):
    seen = look("/timeline?lang=en")
    assert seen.text("h2") == "9 dated events"
    seen.page.get_by_label("From year").select_option("2021")
    seen.page.wait_for_selector("h2:text('3 dated events')")
    assert seen.path == "/timeline?lang=en&from=2021"
    seen.page.get_by_role("navigation").get_by_role("link", name="Overview").click()
    seen.page.wait_for_selector(".standfirst")
    assert "from=2021" in seen.path
    assert "3 events" in seen.text(".standfirst")


def test_a_click_on_a_mark_opens_its_event(look):
    seen = look("/timeline?lang=en")
    seen.page.locator(MARK).nth(6).click(force=True)
    seen.page.wait_for_selector(".card.event mark")
    assert "event=" in seen.path
    seen.page.wait_for_selector("tr.chosen")


def test_a_closed_event_opens_again_with_one_click(look):
    seen = look("/timeline?lang=en")
    mark, card = seen.page.locator(MARK).nth(6), ".card.event"
    mark.click(force=True)
    seen.page.locator(f"{card} a.quiet", has_text="close").click()
    seen.page.wait_for_selector(card, state="detached")
    mark.click(force=True)
    seen.page.wait_for_selector(card)


def test_the_name_of_the_first_page_leads_to_it_with_its_choice(look):
    seen = look("/overview?lang=en&from=2010")
    seen.page.wait_for_selector("#barometer, .st-key-barometer")
    assert seen.page.url.endswith("/?lang=en&from=2010")


def test_another_theme_recolours_page_and_chart_at_once(look):
    seen = look("/?lang=en")
    seen.page.wait_for_selector(".stPlotlyChart .xtick text")
    seen.page.emulate_media(color_scheme="dark")
    ink = "() => document.querySelector('.stPlotlyChart .xtick text')?.style.fill == getComputedStyle(document.querySelector('.sources')).color"
    seen.page.wait_for_function(
        f"() => getComputedStyle(document.querySelector('.sources')).color == 'rgb(160, 166, 175)' && ({ink})()"
    )


def test_every_mark_can_be_hit(look):
    seen = look("/timeline?lang=en")
    seen.page.wait_for_selector(MARK)
    hit = """e => { const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2] }"""
    places = [mark.evaluate(hit) for mark in seen.page.locator(MARK).all()]
    assert len(places) == 9
    assert all(
        abs(x - u) + abs(y - v) > 6 for i, (x, y) in enumerate(places) for u, v in places[:i]
    )


def test_a_row_opens_its_event_without_a_mouse_and_without_a_reload(look):
    seen = look("/timeline?lang=en")
    seen.page.evaluate("window.here = true")
    seen.page.locator("table.events a").first.focus()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector(".card.event")
    assert seen.page.evaluate("window.here")
    assert "May 2012" in seen.text(".card.event h2")


def test_going_back_closes_the_event(look):
    seen = look("/timeline?lang=en")
    seen.page.locator("table.events a").first.click()
    seen.page.wait_for_selector(".card.event")
    seen.page.go_back()
    seen.page.wait_for_selector(".card.event", state="detached")
    assert seen.path == "/timeline?lang=en"


def test_the_language_switch_turns_the_page_and_keeps_the_choice(look):
    seen = look("/timeline?lang=en&kind=consult")
    seen.page.get_by_role("link", name="العربية").click()
    seen.page.wait_for_selector("html[lang=ar][dir=rtl]", state="attached")
    seen.page.wait_for_selector("h2:text('حدثان مؤرخان')")
    assert seen.path == "/timeline?kind=consult"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_logs_an_error(look, page):
    seen = look(f"/{page}?lang=en").settled()
    assert seen.errors == []


def test_arabic_is_set_in_the_shipped_font(look):
    seen = look("/timeline")
    loaded = "() => [...document.fonts].filter(f => f.status == 'loaded').map(f => f.family.replaceAll('\"', ''))"
    assert "IBM Plex Sans Arabic" in seen.page.evaluate(loaded)


def test_markup_in_an_article_stays_text(look):
    seen = look("/timeline?lang=en")
    seen.page.locator("table.events tbody tr").filter(has_text="Assault").locator("a").first.click()
    seen.page.wait_for_selector(".card.event")
    assert "<قرب>" in seen.text(".card.event blockquote")
    assert "<b>" in seen.text(".card.event")


def test_answers_carry_the_security_headers(server):
    with urlopen(f"{server}/") as answer:
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert answer.headers["referrer-policy"] == "same-origin"


def test_a_click_on_a_bar_lists_its_events_and_another_closes_the_list(look):
    seen = look("/?lang=en")
    seen.page.wait_for_selector(".stPlotlyChart .bars path", state="attached")
    drawn = [
        one
        for one in seen.page.locator(".stPlotlyChart .bars path").all()
        if one.bounding_box()["height"] > 2
    ]
    bar = drawn[-1]
    bar.click(force=True)
    seen.page.wait_for_selector(".behind li")
    assert "period=20" in seen.path
    bar.click(force=True)
    seen.page.wait_for_selector(".behind", state="detached")
    assert "period" not in seen.path
