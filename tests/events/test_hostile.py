"""No input makes the coder fail or slow."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alaqat import events
from alaqat.arabic.document import prepare
from alaqat.model.records import Article

WORDS = [
    "قتل",
    "«",
    "»",
    "تركيا",
    "إسرائيل",
    "السفير",
    "طرد",
    "،",
    "أن",
    "قبل أن",
    "وقف إطلاق النار",
    ".",
    "\n",
    "سفيرها",
    "هجوم",
]


def coded(text):
    return events.find(prepare(Article("x", text, date(2020, 1, 15))), (), (), ())


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_order_of_words_gives_true_spans(words):
    text = " ".join(words)
    assert all(text[event.start : event.end] == event.sentence for event in coded(text))


@pytest.mark.parametrize(
    "unit", ["«", "قتل تركيا إسرائيل في هجوم على روسيا ", "ا", "اتهمت تركيا إسرائيل.\n"]
)
def test_time_grows_with_length_not_faster(unit):
    short, long = unit * (10_000 // len(unit)), unit * (80_000 // len(unit))
    coded(short)
    started = perf_counter()
    coded(short)
    middle = perf_counter()
    coded(long)
    assert perf_counter() - middle < 8 * 4 * max(middle - started, 0.02)
