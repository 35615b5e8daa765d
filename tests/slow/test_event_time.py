"""The time of the event stage grows with the length of its text, not faster."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from alaqat import events
from alaqat.arabic.document import prepare
from alaqat.model.records import Article


def coded(text):
    return events.find(prepare(Article("x", text, date(2020, 1, 15))), (), (), ())


@pytest.mark.parametrize(
    "unit", ["«", "قتل تركيا إسرائيل في هجوم على روسيا ", "ا", "اتهمت تركيا إسرائيل.\n"]
)
def test_time_grows_with_length_not_faster(unit):
    short, long = unit * (5_000 // len(unit)), unit * (40_000 // len(unit))
    coded(short)
    started = process_time()
    coded(short)
    middle = process_time()
    coded(long)
    assert process_time() - middle < 8 * 4 * max(middle - started, 0.02)
