"""A story as pages: read back by pypdfium2 and by the reader of articles from PDF."""

from __future__ import annotations

import io
import json

import pypdfium2
import pytest

from alaqat import store
from alaqat.export import story_pdf
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.ingest.readers import pdf
from alaqat.ingest.source_file import SourceFile
from alaqat.model.pins import Pin

SENTENCE = "زار وزير فرنسا تشاد الأربعاء."


@pytest.fixture
def content(request_of):
    return story_pdf.write(request_of("events", language="ar"))


def lines_of(content: bytes) -> str:
    """The text of a file as the reader of articles finds it."""
    (article,) = pdf.read(SourceFile("s.pdf", "s.pdf", lambda: io.BytesIO(content)))
    return article.text


def test_a_page_for_the_title_each_event_and_the_sources(content):
    document = pypdfium2.PdfDocument(content)
    assert len(document) == 4
    width, height = document.get_page_size(0)
    assert (round(width), round(height)) == (842, 595)  # A4, in points
    assert document.get_metadata_dict()["Title"].startswith("العلاقات")


def test_no_arabic_letter_is_lost_and_the_events_stand_in_order(content):
    text = lines_of(content)
    assert text.count(SENTENCE.rstrip(".")) == 2
    assert text.index("2018") < text.index("2020")
    assert text.count("زيارة: فرنسا ← تشاد") == 2


def test_all_rows_are_attached_with_every_column(content, request_of):
    attached = pypdfium2.PdfDocument(content).get_attachment(0)
    assert attached.get_name() == story_pdf.ROWS
    rows = plain_rows(rows_of(request_of("events", language="ar")))
    assert json.loads(bytes(attached.get_data())) == json.loads(json.dumps(rows, default=str))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pins_keep_their_order_and_notes_and_the_story_its_title(request_of, visits, language):
    event = store.read(visits, "events")["event_id"].iloc[1]
    quote = store.read(visits, "quotes")["quote_id"].iloc[0]
    pins = (Pin("q", quote, "remark one"), Pin("e", event, "remark two"))
    request = request_of("events", pins=pins, title="Two states", language=language)
    document = pypdfium2.PdfDocument(story_pdf.write(request))
    assert document.get_metadata_dict()["Title"] == "Two states"
    pages = [page.get_textpage().get_text_range() for page in document]
    assert ["one" in page for page in pages] == [False, True, False, False]
    assert ["two" in page for page in pages] == [False, False, True, False]


def test_the_same_request_gives_the_same_file(content, request_of):
    assert story_pdf.write(request_of("events", language="ar")) == content


def test_a_text_is_never_read_as_markup_and_a_long_one_stays_on_its_page(request_of, monkeypatch):
    text = '#panic("x") $a_b$ \\ @no *b* ' + "كلمة طويلة " * 300 + "\x0b"
    rows = rows_of(request_of("events")).assign(sentence=text, url="javascript:alert(1)", link=None)
    monkeypatch.setattr("alaqat.export.story_deck.rows_of", lambda _: rows)
    content = story_pdf.write(request_of("events", language="en"))
    assert len(pypdfium2.PdfDocument(content)) == 4
    assert "panic" in lines_of(content)
    assert b"javascript" not in content.split(b"/EmbeddedFile")[0]
