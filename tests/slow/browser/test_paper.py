"""Printed on A4 nothing is lost: every Latin word and number of a page is in its PDF, once per place."""

import re
from collections import Counter

import pypdfium2
import pytest

from alaqat.export import story_html
from alaqat.export.export_request import ExportRequest
from tests import builders
from tests.slow.browser.conftest import settle

# Chromium prints the labels of the network as outlines, not as text
WITHOUT_OUTLINES = "document.querySelectorAll('.stEChartsChart').forEach((chart) => chart.remove())"
PAGES = (
    "/",
    "/timeline",
    "/quotes",
    "/network",
    "/articles",
    "/method",
    "/reference?reference=israel-turkey&pair=ISR-TUR",
)
A4 = 688  # pixels between the margins
WORD = re.compile(r"[A-Za-z]{3,}|\d{2,}")


def printed(page) -> list[str]:
    """The text of each page of the PDF that Chromium prints."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    return [leaf.get_textpage().get_text_range() for leaf in document]


@pytest.mark.parametrize("path", PAGES)
def test_every_word_of_a_page_is_on_paper(look, path):
    seen = look(f"{path}{'&' if '?' in path else '?'}lang=en", width=1440)
    text = "".join(printed(seen.page))
    seen.page.set_viewport_size({"width": A4, "height": 900})
    seen.page.emulate_media(media="print")
    settle(seen.page)
    seen.page.evaluate(WITHOUT_OUTLINES)
    shown = Counter(WORD.findall(seen.page.evaluate("document.querySelector('.stMain').innerText")))
    on_paper = Counter(WORD.findall(re.sub(r"[-\ufffe\u00ad]\r?\n", "", text)))
    assert sum(shown.values()) > 20
    lost = shown - on_paper
    assert sum(lost.values()) <= 0.02 * sum(shown.values()), lost
    assert "Chosen:" in text


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_story_in_one_file_has_a_page_for_each_slide(context, tmp_path, language):
    build = builders.publish_visits(tmp_path / "visits")
    path = tmp_path / "story.html"
    path.write_bytes(story_html.write(ExportRequest(build, language=language)))
    page = context.new_page()
    page.goto(path.as_uri())
    pages = printed(page)
    assert len(pages) == page.locator(".slide").count() == 4
    assert all("France" in text for text in pages[1:3])  # its caption where the page is Arabic
    page.close()
