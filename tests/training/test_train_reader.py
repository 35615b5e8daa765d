"""A reader of the toy set, from annotations to events."""

from __future__ import annotations

import json
from datetime import date
from importlib.util import find_spec

import pytest

from alaqat.build.pipeline import annotate
from alaqat.corrections.model import Correction
from alaqat.readers.trained.event_records import read_events
from alaqat.readers.trained.reader import TrainedReader
from alaqat.training import example_sources, standoff
from alaqat.training.plan import Plan, Shape
from tests.builders import article
from tests.training.toy import HIDDEN, toy_base, write_toy

pytestmark = pytest.mark.skipif(
    not all(map(find_spec, ("torch", "onnx"))), reason="requirements-train.txt is not installed"
)

SHAPE = Shape(hidden=HIDDEN, heads=2, layers=2, frozen=1)
PLAN = Plan(
    epochs=40, patience=40, batch=1, workers=1, encoder_rate=3e-3, heads_rate=2e-2, average=0.9
)
SENTENCE = "أدانت مصر اليونان أمس. إن الطقس رقم 40 جميل."


@pytest.fixture(scope="module")
def annotated(tmp_path_factory):
    return write_toy(tmp_path_factory.mktemp("annotated") / "toy")


@pytest.fixture(scope="module")
def folder(annotated, tmp_path_factory):
    # imported here since it loads torch, which every process that collects tests would load
    from alaqat.training.command import Maker  # noqa: PLC0415

    out = tmp_path_factory.mktemp("models") / "reader-toy"
    examples = example_sources.read_examples([annotated], [])
    Maker(toy_base(), SHAPE, PLAN, 200).make("toy", examples, out)
    return out


@pytest.fixture(scope="module")
def found(folder):
    read = annotate(article(SENTENCE, "2021-06-10"))
    return read, read_events(TrainedReader(folder), read)


def test_a_trained_reader_finds_what_it_was_taught(found):
    one = max(found[1], key=lambda event: event.probability)
    assert (one.event.plover, one.event.polarity, one.event.rule) == (
        "ACCUSE",
        "conflict",
        "model:toy",
    )
    assert one.event.date_from == one.event.date_to == date(2021, 6, 9)
    assert 0 < one.probability <= 1


def test_its_spans_are_those_of_the_text(found):
    document = found[0].document
    for one in found[1]:
        event = one.event
        assert document.text[event.start : event.end] == event.sentence
        assert event.start <= event.trigger_start < event.trigger_end <= event.end


def test_a_reader_says_what_it_was_made_of(folder):
    card = (folder / "card.md").read_text(encoding="utf-8")
    assert "Learned from" in card
    assert "Scores on validation" in card
    assert json.loads((folder / "reader.json").read_text(encoding="utf-8"))["name"] == "toy"


def test_articles_of_the_test_split_are_not_read(annotated):
    examples = example_sources.read_examples([annotated], [])
    names = {one.name for one in (*examples.training, *examples.validation)}
    assert names == {str(number) for number in range(101, 113)} - {"105"}
    assert [one.name for one in examples.validation] == ["110"]


def test_standoff_annotations_hold_no_words_and_find_their_texts(annotated, tmp_path):
    path = tmp_path / "toy.jsonl"
    standoff.write_standoff(standoff.folder_lines(annotated), path)
    assert "أدانت" not in path.read_text(encoding="utf-8")
    examples = example_sources.read_examples([path], [annotated / "articles"])
    assert len(examples.training) == 10
    assert examples.training[0].events[0].actors


def test_a_corrected_event_is_learned_as_corrected():
    one = article("أدانت مصر اليونان أمس الأربعاء.", "2021-06-10")
    event = annotate(one).events[0]
    place = f"{one.id}:{event.trigger_start}"
    rows = [Correction("date", place, "2021-06-01/2021-06-30")]
    (example,) = example_sources.corrected_examples([one], rows)
    assert (example.events[0].first, example.events[0].last) == (
        date(2021, 6, 1),
        date(2021, 6, 30),
    )
