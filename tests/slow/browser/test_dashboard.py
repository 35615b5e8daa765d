import subprocess
import sys
from urllib.request import urlopen

import pytest

from components.charts.text_width import text_width
from tests.slow.browser.conftest import ROOT, Seen, serving

MARK = ".chart.timeline .mark"


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
    seen.page.locator(MARK).nth(6).click()
    seen.page.wait_for_selector(".card.event mark")
    assert "event=" in seen.path
    seen.page.wait_for_selector("tr.chosen")
    seen.page.wait_for_function("document.activeElement.matches('.card.event')")
    card, chart = (seen.page.locator(one).bounding_box() for one in (".card.event", ".chart"))
    assert card["x"] >= chart["x"] + chart["width"]
    assert card["y"] < chart["y"] + chart["height"]


def test_arrows_lead_from_card_to_card_and_escape_back_to_the_mark(look):
    seen = look("/timeline?lang=en")
    keys, marks = seen.page.keyboard, seen.page.locator(MARK)
    ids = [marks.nth(number).get_attribute("data-event") for number in range(3)]
    marks.first.focus()
    keys.press("ArrowRight")
    keys.press("Enter")
    for key, event in (("ArrowRight", ids[2]), ("ArrowLeft", ids[1])):
        seen.page.wait_for_selector(".card.event:focus")
        keys.press(key)
        seen.page.wait_for_selector(f'.card.event[data-event="{event}"]:focus')
    keys.press("Escape")
    seen.page.wait_for_selector(f'.mark[data-event="{ids[1]}"]:focus')


def test_a_stroke_over_the_axis_zooms_to_its_days(look):
    seen = look("/timeline?lang=en")
    box = seen.page.locator(".chart .context").bounding_box()
    y = box["y"] + 10
    seen.page.mouse.move(box["x"] + box["width"] * 0.55, y)
    seen.page.mouse.down()
    seen.page.mouse.move(box["x"] + box["width"] * 0.9, y, steps=4)
    seen.page.mouse.up()
    seen.page.wait_for_selector(".eras .chip:has-text('×')")
    assert "zoom=20" in seen.path


def test_labels_are_as_wide_as_they_were_measured(look):
    seen = look("/timeline").settled()
    measured = seen.page.evaluate(
        "[...document.querySelectorAll('.chart .mark .label')].map(e => [e.innerText, e.getBoundingClientRect().width])"
    )
    assert len(measured) == 9
    for text, width in measured:
        assert width <= text_width(text, 14, is_bold=True) + 2, text


def test_a_closed_event_opens_again_with_one_click(look):
    seen = look("/timeline?lang=en")
    mark, card = seen.page.locator(MARK).nth(6), ".card.event"
    mark.click()
    seen.page.locator(f"{card} a", has_text="close").click()
    seen.page.wait_for_selector(card, state="detached")
    mark.click()
    seen.page.wait_for_selector(card)


def test_the_name_of_the_first_page_leads_to_it_with_its_choice(look):
    seen = look("/overview?lang=en&from=2010")
    seen.page.wait_for_selector(".chart.barometer")
    assert seen.page.url.endswith("/?lang=en&from=2010")


def test_another_theme_recolours_page_and_chart_at_once(look):
    seen = look("/?lang=en")
    seen.page.emulate_media(color_scheme="dark")
    colour = "getComputedStyle(document.querySelector('{}')).{}"
    foot, axis = colour.format(".sources", "color"), colour.format(".chart .axis", "borderTopColor")
    seen.page.wait_for_function(
        f"() => {foot} == 'rgb(160, 166, 175)' && {axis} == 'rgb(232, 230, 225)'"
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
    seen.page.locator("table.events td a").first.focus()
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_selector(".card.event")
    assert seen.page.evaluate("window.here")
    assert "May 2012" in seen.text(".card.event h2")


def test_going_back_closes_the_event(look):
    seen = look("/timeline?lang=en")
    seen.page.locator("table.events td a").first.click()
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


def test_a_click_on_a_column_lists_its_events(look):
    seen = look("/?lang=en")
    seen.page.locator(".chart.barometer .column").last.click()
    seen.page.wait_for_selector(".behind li")
    assert "period=20" in seen.path


def test_a_tap_opens_the_card_as_a_sheet_and_a_swipe_over_the_chart_scrolls(browser, server):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    seen = Seen(page, server).open("/timeline")
    box = page.locator(".chart .plot").bounding_box()
    touch = context.new_cdp_session(page)
    for step in range(10):
        point = {"x": 150, "y": box["y"] + 120 - 20 * step}
        kind = "touchMove" if step else "touchStart"
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    scrolled = "document.querySelector('[data-testid=stMain]').scrollTop"
    page.wait_for_function(f"{scrolled} > 100")
    # a tap on a page that still glides only stops it
    still = f"() => {{ const last = window.lastTop; window.lastTop = {scrolled}; return last === window.lastTop }}"
    page.wait_for_function(still, polling=250)
    page.locator(MARK).nth(2).tap()
    page.wait_for_selector(".card.event:focus")
    card = page.locator(".card.event").bounding_box()
    assert card["width"] >= 380
    assert card["y"] + card["height"] >= 840
    assert seen.errors == []
    context.close()
