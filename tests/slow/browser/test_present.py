import pytest

from alaqat.model.pins import NOTE
from tests.slow.browser.conftest import Seen

# Visible texts that are too small, cut off, or outside the window
SMALL = """() => [...document.querySelectorAll("body *")]
  .filter(e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()) && !["STYLE", "SCRIPT", "NOSCRIPT"].includes(e.tagName))
  .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width)
  .filter(e => { const b = e.getBoundingClientRect(), top = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2);
                 return top && (e.contains(top) || top.contains(e)) && !top.matches(".stage, .stage-body, .stage-foot") || e.closest(".stage"); })
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 24)
  .map(e => e.tagName + "." + e.className + ": " + e.textContent.slice(0, 60))"""
CUT = """() => {
  const body = document.querySelector(".stage-body"), foot = document.querySelector(".stage-foot").getBoundingClientRect();
  const cut = body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
  const out = [...document.querySelectorAll(".stage a, .stage p, .stage h1, .stage blockquote, .stage span, .stage li")]
    .filter(e => { const b = e.getBoundingClientRect();
                   return b.left < -1 || b.right > innerWidth + 1 || b.top < -1 || b.bottom > innerHeight + 1
                     || (e.closest(".stage-body") && b.bottom > foot.top + 1); })
    .map(e => e.className + ": " + e.textContent.slice(0, 60));
  return cut ? ["cut", ...out] : out;
}"""
COVERED = """() => [[2, 2], [innerWidth - 2, 2], [innerWidth / 2, 20], [2, innerHeight - 2], [innerWidth - 2, innerHeight - 2]]
  .filter(([x, y]) => !document.elementFromPoint(x, y).closest(".stage"))"""
SIZES = [(1920, 1080), (1280, 720)]


@pytest.fixture
def stage(context, server):
    """`stage("/timeline?present=1", size)` opens slides, which have no foot to wait for."""
    opened = []

    def stage(path: str, size: tuple[int, int] = (1280, 720)) -> Seen:
        opened.append(context.new_page())
        opened[-1].set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
        seen = Seen(opened[-1], server)
        seen.page.goto(server + path)
        seen.page.wait_for_function(
            "window.alaqatSlides && document.querySelector('.stage')", timeout=30_000
        )
        return seen

    yield stage
    for page in opened:
        page.close()


def at(seen: Seen, number: int) -> None:
    """Wait for a slide."""
    seen.page.wait_for_selector(f'.stage[data-slide="{number}"]', timeout=30_000)


def press(seen: Seen, key: str, number: int) -> None:
    seen.page.keyboard.press(key)
    at(seen, number)


@pytest.mark.parametrize(
    ("lang", "on", "back"), [("ar", "ArrowLeft", "ArrowRight"), ("en", "ArrowRight", "ArrowLeft")]
)
def test_keys_turn_the_slides_in_the_direction_of_reading_without_a_reload(stage, lang, on, back):
    seen = stage(f"/timeline?present=1&lang={lang}&play=600")
    seen.page.evaluate("window.here = true")
    last = int(seen.page.locator(".stage").get_attribute("data-last"))
    press(seen, on, 2)
    press(seen, "PageDown", 3)
    press(seen, back, 2)
    press(seen, "End", last)
    seen.page.keyboard.press(on)
    press(seen, "Home", 1)
    press(seen, "Space", 2)
    seen.page.go_back()
    at(seen, 1)
    assert seen.page.evaluate("window.here")
    assert "play" not in seen.path


def test_two_quick_keys_are_two_slides(stage):
    seen = stage("/?present=1&lang=en")
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("ArrowRight")
    at(seen, 3)


def test_escape_leaves_to_the_event_with_the_filters_kept(stage):
    seen = stage("/quotes?present=1&lang=en&from=2012&slide=2")
    seen.page.keyboard.press("Escape")
    seen.page.wait_for_selector(".card.event")
    assert seen.path.startswith("/timeline?lang=en&from=2012&zoom=")
    assert "present" not in seen.path


def test_slides_move_on_by_themselves_and_stop_at_the_last(stage):
    seen = stage("/?present=1&lang=en&play=1&slide=6")
    at(seen, 7)
    at(seen, int(seen.page.locator(".stage").get_attribute("data-last")))


def test_a_click_on_a_mark_of_the_axis_goes_to_its_slide(stage):
    seen = stage("/?present=1")
    seen.page.locator(".stage-stop").nth(2).click()
    at(seen, 4)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_slide_fills_the_screen_with_large_text_and_nothing_is_cut(stage, lang, size):
    seen = stage(f"/timeline?present=1&lang={lang}", size)
    for number in range(1, int(seen.page.locator(".stage").get_attribute("data-last")) + 1):
        if number > 1:
            press(seen, "PageDown", number)
        assert seen.page.evaluate(SMALL) == []
        assert seen.page.evaluate(CUT) == []
        assert seen.page.evaluate(COVERED) == []
    assert seen.errors == []


def test_a_pin_with_a_long_note_fits_its_slide(stage, look):
    seen = look("/timeline?lang=en")
    seen.page.locator("a.pin").first.click()
    seen.page.wait_for_selector(".tray")
    pinned = seen.path.split("pin=")[1]
    shown = stage(f"/?present=1&lang=en&slide=2&pin={pinned}~{'word ' * (NOTE // 5 - 1)}")
    assert "word word" in shown.text(".stage-note")
    assert shown.page.evaluate(CUT) == []
