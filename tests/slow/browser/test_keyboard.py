"""A reader without a mouse reaches everything by Tab, sees where they are, and opens and closes an event."""

import pytest

HERE = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  return { tag: one.tagName, href: one.getAttribute('href') || '', ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
}"""


def walk(page, most=70):
    """What Tab reaches, in order, until it comes back to the top."""
    found = []
    for _ in range(most):
        page.keyboard.press("Tab")
        found.append(page.evaluate(HERE))
        if found[-1]["tag"] == "BODY":
            break
    return found


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_tab_goes_through_pages_filters_and_events_in_the_order_of_reading(look, lang):
    page = look(f"/timeline?lang={lang}&pair=EGY-QAT").page
    reached = walk(page)
    links = [one["href"] for one in reached]
    pages = [
        at
        for at, href in enumerate(links)
        if href.startswith(("./quotes", "./network", "./method"))
    ]
    inputs = [at for at, one in enumerate(reached) if one["tag"] == "INPUT"]
    events = [at for at, href in enumerate(links) if "event=" in href]
    assert len(pages) == 3
    assert max(pages) < min(inputs) < min(events)
    assert [one for one in reached if not one["ringed"] and one["tag"] != "BODY"] == []


def test_enter_opens_an_event_and_its_close_link_is_reached(look):
    page = look("/timeline?lang=en").page
    page.locator("table.events td.date a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".card.event")
    page.locator(".card.event .close").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".card.event", state="detached")
