"""The frame of the pages in a browser: first screen, header, filter line, theme, Streamlit's own words."""

import re
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

SHIFTS = """window.shift = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"


@pytest.fixture
def window(browser, server):
    """`window(path, …)` opens a path in a window of its own; `scripts=False` blocks Streamlit's."""
    contexts = []

    def window(path, *, scripts=True, **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(SHIFTS)
        if not scripts:
            page.route(re.compile("/static/js/"), lambda route: route.abort())
        page.goto(f"{server}{path}", wait_until="load" if scripts else "domcontentloaded")
        if scripts:
            page.wait_for_selector("html:not(.loading) .sources", timeout=30_000)
        return page

    yield window
    for context in contexts:
        context.close()


def test_the_first_screen_needs_none_of_streamlits_scripts(window):
    page = window("/?lang=en&pair=EGY-QAT", scripts=False, color_scheme="dark")
    assert page.evaluate(BACKGROUND) == "rgb(18, 22, 28)"
    assert "Egypt" in page.get_by_role("heading", level=1).inner_text()
    assert page.get_by_label("Pair of states").is_visible()


@pytest.mark.parametrize(
    ("path", "width"), [("/", 1280), ("/timeline", 1280), ("/quotes", 1280), ("/network", 390)]
)
def test_nothing_jumps_while_a_page_is_drawn(window, path, width):
    page = window(path, viewport={"width": width, "height": 844})
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shift") < 0.1


def test_a_chosen_theme_holds_on_every_page(window, server):
    page = window("/timeline?lang=en")
    page.get_by_role("button", name="Dark").click()
    page.wait_for_selector("html[data-theme=dark]")
    page.goto(f"{server}/quotes?lang=en")
    page.wait_for_selector("html:not(.loading) .sources", timeout=30_000)
    scheme = "getComputedStyle(document.querySelector('.stApp')).colorScheme"
    assert page.evaluate(scheme) == "dark"


def test_the_header_is_a_landmark_beside_main_and_can_be_skipped(look):
    page = look("/timeline?lang=en").page
    assert not page.locator("main header").is_visible()
    assert page.locator("nav [aria-current=page]:visible").inner_text() == "Timeline"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_years_chosen_the_wrong_way_round_are_turned(look):
    seen = look("/timeline?lang=en&from=2017")
    seen.page.get_by_label("To year").select_option("2013")
    seen.page.wait_for_url(re.compile("from=2013.*to=2017|to=2017.*from=2013"))


def test_on_a_phone_the_filters_are_a_sheet(look):
    seen = look("/timeline?lang=en", width=390)
    years = seen.page.get_by_label("From year")
    assert not years.is_visible()
    seen.page.get_by_role("button", name="Filter").click()
    years.select_option("2021")
    seen.page.wait_for_selector("h2:text('3 dated events')")
    assert years.is_visible()
    seen.page.keyboard.press("Escape")
    assert not years.is_visible()


def test_streamlits_own_words_are_arabic(look):
    page = look("/sources").page
    page.wait_for_selector("text=للملف الواحد")
    shown = page.locator("[data-testid=stFileUploader], [data-testid=stDateInput]")
    page.wait_for_function("() => !document.body.innerText.includes('yyyy')")
    assert not re.search("per file|Upload", " ".join(shown.all_inner_texts()))


def test_a_list_of_a_box_is_read_from_the_right(look):
    page = look("/quotes").page
    page.locator(".st-key-quotes_speaker input").click()
    option = page.get_by_role("option").first
    assert option.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_an_unknown_address_is_no_page(server):
    with pytest.raises(HTTPError) as answer:
        urlopen(f"{server}/nowhere?lang=en")
    assert answer.value.code == 404
    assert "There is no such page" in answer.value.read().decode()
