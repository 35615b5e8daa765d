"""Marked spans come out whole, however the marks were typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.quotes.mark_pairing import find_marks

WORDS = "سنعود غدا إلى العمل"


def _texts(text):
    return [text[mark.start : mark.end] for mark in find_marks(text)]


@pytest.mark.parametrize("pair", ["«»", "»«", "“”", "”“", '""', "„“", "‹›", "‘’", "“»", "«”"])
def test_every_pair_of_marks_is_read(pair):
    assert _texts(f"وقال {pair[0]}{WORDS}{pair[1]}. ثم غادر.") == [WORDS]


def test_two_apostrophes_are_a_mark():
    assert _texts(f"وقال ''{WORDS}'' ثم غادر") == [WORDS]


def test_inner_marks_stay_inside():
    assert _texts("وقال «قرأت “كتابا” أمس» ثم غادر") == ["قرأت “كتابا” أمس"]


def test_a_clitic_may_be_glued_to_the_mark():
    assert _texts('ووصفه ب"العمل الجبان" أمس') == ["العمل الجبان"]


def test_an_unclosed_mark_ends_with_its_line():
    assert _texts(f"وقال “{WORDS}\nوغادر.") == [WORDS]


def test_a_closing_mark_may_fall_on_the_next_line():
    assert _texts(f"وقال “{WORDS}\n” وغادر.") == [WORDS]


def test_a_lost_closing_mark_does_not_swallow_the_next_speech():
    assert _texts('قال "سنعود غدا. وأضاف "لن نتأخر".') == ["سنعود غدا.", "لن نتأخر"]


def test_a_stray_closing_mark_opens_nothing():
    assert _texts("قال إن العمل مستمر»، وغادر المكان.") == []


@given(st.text(alphabet='«»“”"‹›‘’ \nقا.،', max_size=200))
def test_spans_lie_in_order_inside_the_text(text):
    edge = 0
    for mark in find_marks(text):
        assert edge <= mark.left < mark.start < mark.end <= mark.right <= len(text)
        edge = mark.right
