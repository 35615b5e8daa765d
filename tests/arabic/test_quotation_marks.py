"""Spans between quotation marks."""

import pytest

from alaqat.arabic.quotation_marks import ANGLE_FAMILY, CLOSING, DOUBLE_FAMILY, OPENING, quoted_span


@pytest.mark.parametrize("text", ['قال "نعم" وذهب', "قال «نعم» وذهب", "قال “نعم” وذهب"])
def test_a_closed_pair_is_a_span(text):
    match = quoted_span().search(text)
    assert match[match.lastindex] == "نعم"


@pytest.mark.parametrize("text", ["قال «نعم وذهب", "«سطر\nآخر»", "“نعم»"])
def test_unclosed_broken_and_mixed_pairs_are_none(text):
    assert quoted_span().search(text) is None


def test_length_is_limited():
    assert quoted_span(2, 5).search("«ابجدهو»") is None
    assert quoted_span(1).search("«»") is None


def test_every_shaped_mark_has_a_family_and_one_direction():
    assert not OPENING & CLOSING
    assert {"‘", "’"} == (OPENING | CLOSING) - DOUBLE_FAMILY - ANGLE_FAMILY
