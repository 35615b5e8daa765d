"""The reader that ships, without torch."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

pytest.importorskip("onnxruntime")

from alaqat.build.pipeline import annotate
from alaqat.readers.trained.combination import read_combined
from alaqat.readers.trained.event_records import read_events, view_of
from alaqat.readers.trained.reader import TrainedReader
from tests.builders import article
from tests.conftest import ROOT

MODELS = sorted((ROOT / "data" / "models").glob("reader-*"))
TEXT = "أدان وزير الخارجية الفرنسي أمس الثلاثاء الهجوم الذي شنته تشاد على النيجر. الطقس جميل."


@pytest.fixture(scope="module", params=MODELS, ids=lambda path: path.name)
def reader(request):
    return TrainedReader(request.param)


@pytest.fixture(scope="module")
def found():
    return annotate(article(TEXT, "2021-06-09"))


def test_a_condemnation_is_read_with_its_day_and_side(reader, found):
    events = [one.event for one in read_events(reader, found) if one.event.plover == "ACCUSE"]
    assert [(event.date_from, event.polarity) for event in events] == [
        (date(2021, 6, 8), "conflict")
    ]
    assert [actor.country for actor in events[0].actors] == ["FRA"]


def test_every_span_is_of_the_text_and_every_probability_is_one(reader, found):
    for one in read_combined(reader, found):
        event = one.event
        assert TEXT[event.start : event.end] == event.sentence
        assert event.start <= event.trigger_start < event.trigger_end <= event.end
        assert 0 <= one.probability <= 1


def test_the_events_of_the_rules_stay(reader, found):
    completed = {one.event.trigger_start for one in read_combined(reader, found)}
    assert completed >= {event.trigger_start for event in found.events}


def test_an_article_without_words_has_no_events(reader):
    assert read_events(reader, annotate(article("…", "2021-06-09"))) == []


def test_the_model_sees_parts_of_months_and_no_place_of_a_dateline():
    text = "روما (وكالة) -- وقعت كوبا وبنما اتفاقا في مطلع يونيو 2018."
    view = view_of(annotate(article(text, "2018-07-09")))
    assert {(time.first, time.last) for time in view.times} == {
        (date(2018, 6, 1), date(2018, 6, 10))
    }
    assert [party.country for party in view.parties] == ["CUB", "PAN"]


def test_reading_needs_no_torch():
    code = "import sys, alaqat.readers.trained.combination; print('torch' in sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert out.stdout.strip() == "False"
