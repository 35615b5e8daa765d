import base64
import re
import struct

import pytest

from tests.pages import hostile
from tests.slow.browser.conftest import serving

SAID = "المصالحة ممكنة إذا توقف الدعم"


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
    seen.page.locator(".quote-more summary").first.click()
    seen.page.get_by_role("link", name="Read in the article").first.click()
    seen.page.wait_for_selector("#reader-here")
    assert "quote=" in seen.path
    assert seen.page.locator(".reader-chosen").count() >= 1


def test_a_card_is_copied_as_a_citation(look, context):
    seen = look("/quotes?lang=en")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.locator(".quote-card .cite summary").first.press("Enter")
    seen.page.get_by_role("button", name="Copy as citation").click()
    seen.page.wait_for_selector(".quote-status:text('Copied')")
    copied = re.sub("[\u2068\u2069]", "", seen.page.evaluate("navigator.clipboard.readText()"))
    assert copied.startswith(
        f"«{SAID}» Sameh Fahmy (سامح فهمي), Minister, said 30 December 2020, Outlet A"
    )


def test_a_citation_in_a_style_is_copied_by_keys_and_escape_closes_the_list(look, context):
    seen = look("/quotes?lang=ar", width=390)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.locator(".quote-card .cite summary").first.press("Enter")
    seen.page.locator(".quote-card").get_by_label(re.compile("Chicago · English")).first.press(
        "Enter"
    )
    seen.page.wait_for_selector(".cite .action-status:text('نُسخ')")
    assert re.search(
        r"Accessed .* Alaqat, store", seen.page.evaluate("navigator.clipboard.readText()")
    )
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 390
    seen.page.keyboard.press("Escape")
    assert seen.page.locator(".quote-card .cite[open]").count() == 0
    assert seen.page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_without_a_clipboard_the_citation_is_shown_and_selected(look):
    seen = look("/quotes?lang=ar")
    seen.page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    seen.page.locator(".quote-card .cite summary").first.click()
    seen.page.get_by_role("button", name="انسخه استشهاداً").click()
    seen.page.wait_for_function("getSelection().toString().length > 40")
    assert SAID in seen.page.evaluate("getSelection().toString()")
    assert seen.page.locator(".quote-cited").first.is_visible()


def saved(seen, label, path):
    seen.page.locator(".quote-more summary").first.click()
    with seen.page.expect_download() as download:
        seen.page.get_by_role("button", name=label).first.click()
    download.value.save_as(path)
    return download.value.suggested_filename, path.read_bytes()


@pytest.mark.parametrize(("lang", "label"), [("ar", "احفظه صورة"), ("en", "Save as picture")])
def test_a_card_is_saved_as_a_picture_in_the_shipped_font(look, tmp_path, lang, label):
    seen = look(f"/quotes?lang={lang}")
    name, picture = saved(seen, label, tmp_path / "a.png")
    assert name.startswith("quote-")
    assert name.endswith(".png")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    fonts = "() => [...document.fonts].filter(f => f.status == 'loaded').map(f => f.family.replaceAll('\"', '') + f.weight)"
    assert {"IBM Plex Sans Arabic400", "IBM Plex Sans Arabic600"} <= set(seen.page.evaluate(fonts))
    assert seen.errors == []


def test_a_picture_is_drawn_from_right_to_left(look, tmp_path):
    """Most of the ink of a short Arabic name stands at the right, of an English one at the left."""
    side = """async ([name, data]) => {
      const image = new Image(); image.src = 'data:image/png;base64,' + data; await image.decode();
      const canvas = document.createElement('canvas'); canvas.width = 1200; canvas.height = 630;
      const pen = canvas.getContext('2d'); pen.drawImage(image, 0, 0);
      const dark = x => { const d = pen.getImageData(x, 460, 600, 50).data; let n = 0;
        for (let i = 0; i < d.length; i += 4) n += d[i] < 128; return n; };
      return dark(600) - dark(0) }"""
    ink = {}
    for lang, label in (("ar", "احفظه صورة"), ("en", "Save as picture")):
        seen = look(f"/quotes?lang={lang}")
        _, picture = saved(seen, label, tmp_path / "a.png")
        ink[lang] = seen.page.evaluate(side, ["a", base64.b64encode(picture).decode()])
    assert ink["ar"] > 100
    assert ink["en"] < -100


def test_a_hostile_card_is_copied_and_drawn_as_typed(look, hostile_server, context, tmp_path):
    seen = look("/quotes?lang=en", address=hostile_server)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.locator(".quote-card .cite summary").first.press("Enter")
    seen.page.get_by_role("button", name="Copy as citation").click()
    seen.page.wait_for_selector(".quote-status:text('Copied')")
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert hostile.QUOTED in copied
    assert "\u202e" not in copied
    _, picture = saved(seen, "Save as picture", tmp_path / "a.png")
    assert picture.startswith(b"\x89PNG")
    assert seen.page.evaluate("window.ran") is None
    assert seen.errors == []


def test_paper_shows_cards_alone_in_ink_on_white(look):
    seen = look("/quotes?lang=ar")
    seen.page.emulate_media(media="print", color_scheme="dark")
    for gone in (".quote-links", ".filters", "header.site", ".st-key-quotes_speaker"):
        assert not seen.page.locator(gone).first.is_visible()
    card = seen.page.locator(".quote-card").first
    look_of = "e => { const s = getComputedStyle(e); return [s.breakInside, s.color] }"
    assert card.evaluate(look_of) == ["avoid", "rgb(27, 31, 36)"]


@pytest.mark.parametrize("page", ["quotes", "network?node=p1", "articles", "person?entity=p1"])
def test_nothing_hostile_runs_or_fetches(look, hostile_server, page):
    seen = look(f"/{page}", address=hostile_server).settled()
    assert seen.page.evaluate("window.ran") is None
    assert seen.errors == []
    assert seen.page.locator(".brand:visible").count() == 1


def test_hostile_words_are_read_as_typed(look, hostile_server):
    seen = look("/articles", address=hostile_server)
    said = seen.text(".reader-text")
    for typed in (hostile.SCRIPT, hostile.STYLE, hostile.OVERRIDE, "**مع** $x$"):
        assert typed in said
