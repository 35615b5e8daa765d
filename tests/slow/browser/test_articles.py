from playwright.sync_api import expect


def article(look, **more):
    return look(f"/articles?lang=en&article={'a' * 16}", **more)


def test_a_switch_gives_a_kind_its_look_and_leaves_the_text(look):
    seen = article(look)
    before = seen.text(".reader-text")
    line = "e => getComputedStyle(e).textDecorationLine"
    place = seen.page.locator(".reader-text .reader-place").first
    assert place.evaluate(line) == "none"
    seen.page.get_by_role("checkbox", name="Places").check()
    assert place.evaluate(line) == "underline"
    assert seen.text(".reader-text") == before


def test_a_mark_tells_its_value_and_a_trigger_leads_to_the_timeline(look):
    seen = article(look)
    trigger = seen.page.locator(".reader-text a.reader-trigger").first
    assert ":" in trigger.get_attribute("title")
    trigger.click()
    seen.page.wait_for_selector(".card.event")
    assert seen.path.startswith("/timeline?")


def test_a_quote_leads_to_its_card(look):
    seen = article(look)
    seen.page.get_by_role("checkbox", name="Quotes").check()
    seen.page.locator(".reader-text a.reader-glyph-quote").click()
    seen.page.wait_for_selector(".quote-chosen")
    assert "quote=" in seen.path


def test_a_deep_link_brings_its_sentence_into_sight(look):
    seen = look(f"/articles?lang=ar&article={'b' * 16}&at=60", width=390)
    seen.page.wait_for_selector("#reader-here")
    expect(seen.page.locator("#reader-here")).to_be_in_viewport()


def test_words_cut_by_a_mark_stay_joined(look):
    """A letter joined across a mark is as wide as the same letters unmarked."""
    seen = article(look)
    widths = seen.page.evaluate(
        """() => { const text = document.querySelector('.reader-text');
          text.innerHTML = '<p><span id="x">بالم<span class="reader-mark reader-place">غرب</span></span></p>'
            + '<p><span id="y">بالمغرب</span></p>';
          return ['x', 'y'].map(id => document.getElementById(id).getBoundingClientRect().width) }"""
    )
    assert abs(widths[0] - widths[1]) < 0.6


def test_on_a_telephone_a_chosen_article_stands_before_the_list(look):
    seen = article(look, width=390)
    text, listing = (
        seen.page.locator(name).bounding_box()["y"] for name in (".reader-text", ".reader-list")
    )
    assert text < listing
