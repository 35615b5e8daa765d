"""A story is one file that asks for nothing, in both languages, with nothing of an article as markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from alaqat import store
from alaqat.export import story_html
from alaqat.export.export_tables import rows_of
from alaqat.model.errors import NothingToExport
from alaqat.model.pins import Pin


@pytest.fixture
def page(request_of):
    return story_html.write(request_of("events", language="ar")).decode()


def test_a_story_asks_for_nothing(page):
    assert len(page.encode()) < 3_000_000
    assert "default-src 'none'" in page
    assert re.findall(r'(?:src|href)="(?!https?://)([^"]*)"', page) == []
    assert not re.search(r"<(img|link|iframe|script src)", page)
    assert set(re.findall(r"url\((\w+):", page)) == {"data"}


def test_a_story_has_a_slide_for_each_event_in_both_languages(page):
    assert page.count('<section class="slide') == 4
    assert "Visit: France → Chad" in page
    assert page.count("زار وزير فرنسا تشاد الأربعاء.") == 2


def test_nothing_of_an_article_is_markup(request_of, monkeypatch):
    rows = rows_of(request_of("events")).assign(
        sentence="<script>x</script>", url="javascript:alert(1)", link=None
    )
    monkeypatch.setattr("alaqat.export.story_deck.rows_of", lambda _: rows)
    page = story_html.write(request_of("events")).decode()
    assert "<script>x" not in page
    assert 'href="javascript:' not in page


def test_pins_are_the_slides_in_their_order_with_their_notes(request_of, visits):
    quote = store.read(visits, "quotes")["quote_id"].iloc[0]
    event = store.read(visits, "events")["event_id"].iloc[0]
    pins = (Pin("q", quote, "first <b>"), Pin("e", event))
    page = story_html.write(request_of("events", pins=pins)).decode()
    assert page.index("first &lt;b&gt;") < page.index(
        "Visit: France", page.index("first &lt;b&gt;")
    )
    with pytest.raises(NothingToExport):
        story_html.write(request_of("events", pins=(Pin("e", "gone"),)))


@pytest.mark.parametrize("address", ["", "http://localhost:8501/", "http://127.0.0.1:8501/"])
def test_a_story_cites_no_address_that_others_cannot_open(request_of, address):
    page = story_html.write(replace(request_of("events", language="en"), address=address)).decode()
    closing = page[page.index("<h2>") :]
    assert "Accessed" in closing
    assert "http" not in closing.partition("<script>")[0]
    assert address == "" or address not in page


def test_a_story_cites_the_address_of_its_dashboard(request_of):
    assert "https://alaqat.example</span>" in story_html.write(request_of("events")).decode()
