"""Quotes of malformed and very long text are found and grouped in time linear in its length."""

from __future__ import annotations

from time import process_time

import pytest

from alaqat.arabic.document import prepare
from alaqat.model.records import Article
from alaqat.quotes import find
from alaqat.quotes.grouping import group_quotes

LONG = "لن نقبل أن تمر هذه السفينة من مياهنا دون إذن مسبق من الحكومة"
MALFORMED = [
    "قال «كلمة " * 10_000,
    'وقال سامي "كلمة ' * 10_000,
    "«" * 10_000,
    "\u202eوقال «نص\u202e هنا» " * 2_000,
]


def _row(key, text):
    return {
        "quote_id": key,
        "article_id": key,
        "text": text,
        "speaker": None,
        "speaker_id": None,
        "date_from": None,
    }


@pytest.mark.parametrize("text", MALFORMED, ids=["unclosed", "straight", "marks", "overrides"])
def test_malformed_marks_take_less_than_a_second(text):
    document = prepare(Article("x", text))
    times = []
    for _ in range(2):  # other processes may slow the first one
        began = process_time()
        find(document, ())
        times.append(process_time() - began)
    assert min(times) < 1


def test_thousands_of_quotes_that_begin_alike_take_seconds_at_most():
    rows = [_row(f"{n:05}", f"{LONG} رقم {n} من {n * 7}") for n in range(3_000)]
    began = process_time()
    assert len(group_quotes(rows)) == 3_000
    assert process_time() - began < 6


def test_very_long_quotes_take_less_than_two_seconds():
    began = process_time()
    group_quotes([_row("a", "كلمة " * 200_000), _row("b", "كلمة " * 200_001)])
    assert process_time() - began < 2
