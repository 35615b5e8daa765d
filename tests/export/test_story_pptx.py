"""A story as slides is read back by python-pptx: no letter, order, attribute or direction is lost."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from xml.etree import ElementTree as ET

import pptx
import pytest

from alaqat import store
from alaqat.export import story_pptx
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.model.pins import Pin

ARABIC = ("زار", "\u0600")


@pytest.fixture
def opened(request_of):
    """`opened(table, **options)`: the slides of a request, as python-pptx opens them."""

    def opened(table="events", **options):
        content = story_pptx.write(request_of(table, **options))
        return pptx.Presentation(io.BytesIO(content))

    return opened


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_a_story_has_a_title_its_events_in_order_and_an_end(opened, request_of):
    first, *told, last = opened(language="ar").slides
    rows = plain_rows(rows_of(request_of("events")))
    assert "الشرائح: 2 من 2" in " ".join(texts(first))
    assert [row["sentence"] in texts(slide) for row, slide in zip(rows, told, strict=True)] == [
        True
    ] * 2
    assert "المصادر" in texts(last)
    assert any(rows[0]["store_version"] in text for text in texts(last))


def test_no_text_of_the_last_slide_lies_on_another(opened):
    *_, last = opened(language="ar").slides
    boxes = sorted((shape.top.inches, shape.height.inches) for shape in last.shapes)
    assert len(boxes) == 6
    assert all(top + height < below + 0.01 for (top, height), (below, _) in pairwise(boxes))


def test_only_what_happened_is_bold(opened):
    for slide in list(opened(language="ar").slides)[1:-1]:
        bold = {
            run.text
            for shape in slide.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
            if run.font.bold
        }
        assert bold == {slide.shapes.title.text_frame.text}


def test_every_slide_has_one_line_with_its_source_and_a_caption_in_the_other_language(opened):
    for slide in list(opened(language="ar").slides)[1:-1]:
        lines = texts(slide)
        assert sum("outlet" in line for line in lines) == 1
        assert sum("Visit: France → Chad" in line for line in lines) == 1
        assert slide.shapes.title.text_frame.text.startswith("زيارة")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_arabic_paragraphs_run_from_right_to_left_in_a_font_with_arabic(opened, language):
    for slide in opened(language=language).slides:
        frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
        for paragraph in (part for frame in frames for part in frame.paragraphs if part.runs):
            is_arabic = paragraph.runs[0].font._element.get("lang") == "ar-SA"
            assert paragraph._p.pPr.get("rtl") == str(int(is_arabic))
            assert 'cs typeface="Arial"' in ET.tostring(paragraph._p, encoding="unicode")
            if paragraph.text.startswith("زار"):
                assert is_arabic


def test_all_rows_are_in_the_file_with_every_column(opened, request_of):
    part = opened().part.rels
    (records,) = [r.target_part.blob for r in part.values() if r.reltype.endswith("customXml")]
    rows = [json.loads(row.text) for row in ET.fromstring(records)]  # noqa: S314 - our own file
    assert rows == json.loads(json.dumps(plain_rows(rows_of(request_of("events"))), default=str))


def test_the_notes_of_the_speaker_have_citation_and_evidence(opened, request_of):
    row = plain_rows(rows_of(request_of("events")))[0]
    notes = list(opened(language="en").slides)[1].notes_slide.notes_text_frame.text
    for part in (row["event_id"], row["rule"], row["store_version"], f"{row['start']}–"):
        assert part in notes


def test_pins_keep_their_order_and_notes_and_the_story_its_title(opened, visits):
    event = store.read(visits, "events")["event_id"].iloc[1]
    quote = store.read(visits, "quotes")["quote_id"].iloc[0]
    pins = (Pin("q", quote, "ملاحظة"), Pin("e", event))
    slides = list(opened(pins=pins, title="عنوان", language="ar").slides)
    assert slides[0].shapes.title.text_frame.text == "عنوان"
    assert "ملاحظة" in texts(slides[1])
    assert len(slides) == 4


def test_a_long_or_broken_text_is_whole_and_fits(request_of, monkeypatch):
    long = "كلمة طويلة " * 400 + "\x0b"
    rows = rows_of(request_of("events")).assign(sentence=long, url="javascript:alert(1)", link=None)
    monkeypatch.setattr("alaqat.export.story_deck.rows_of", lambda _: rows)
    content = story_pptx.write(request_of("events"))
    slide = list(pptx.Presentation(io.BytesIO(content)).slides)[1]
    assert sum(text.count("كلمة طويلة") for text in texts(slide)) == 400
    assert not [rel for rel in slide.part.rels.values() if rel.is_external]
