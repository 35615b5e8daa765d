"""The content of a cue begins at its complementizer, its marks or its colon."""

from __future__ import annotations

import pytest

from alaqat.arabic.fold import folded
from alaqat.quotes.content_spans import find_content, is_wish, reported_clause


def _content(built):
    cue = built.cues[0]
    return find_content(built, cue, len(built.text))


def test_a_complementizer_with_its_preposition_is_the_complement(index):
    built = index("وأشار سامي إلى أن العمل جار")
    complement = _content(built).complement
    assert built.text[complement.start : complement.end] == folded("إلى أن")


def test_a_complementizer_that_the_verb_does_not_take_is_passed_over(index):
    assert _content(index("وقال سامي من الضروري أن نعمل")).complement is None


def test_marks_and_a_colon_are_content(index):
    content = _content(index("وقال سامي: «سنعود غدا إلى العمل»"))
    assert content.colon is not None
    assert len(content.marks) == 1
    assert content.start == content.colon


@pytest.mark.parametrize(
    "after", ["، فيما غادر الوفد المدينة", " لكنه لم يحدد موعدا", " وذلك ردا على القرار"]
)
def test_a_reported_clause_ends_where_the_narrator_goes_on(index, after):
    built = index("العمل جار هنا وأن الوقت ضيق" + after)
    start, end = reported_clause(built, 0, len(built.text))
    assert built.text[start:end] == folded("العمل جار هنا وأن الوقت ضيق")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طالب سامي بأن يفتح الجسر", True),
        ("طالب سامي بأن الجسر قديم", False),
        ("نفى سامي أن تقرير اللجنة صحيح", False),
        ("توقع سامي أن يفتح الجسر", False),
    ],
)
def test_that_before_a_verb_in_the_present_is_a_wish_after_a_demand(index, text, expected):
    built = index(text)
    complement = _content(built).complement
    assert is_wish(built, built.cues[0], complement) is expected
