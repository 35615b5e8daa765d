"""No input makes the stage fail."""

from __future__ import annotations

from datetime import date

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
