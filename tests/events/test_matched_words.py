"""Matched words, found by offset and class."""

from __future__ import annotations

import pytest

from alaqat.arabic.fold import folded
from alaqat.events.inflection import scan
from alaqat.events.matched_words import (
    between,
    group,
    has_any_cue,
    is_cue,
    right_before,
    word_at,
)

TEXT = folded("وطردت كندا السفير بعد أن قصفت الموقع")
WORDS = group(scan(TEXT))


def surfaces(words):
    return [TEXT[word.start : word.end] for word in words]


def test_a_surface_with_two_readings_is_one_word():
    (word,) = group(scan(folded("طرد")))
    assert {form.part for form in word.forms} >= {"past", "noun"}


def test_a_word_begins_with_its_clitic():
    (word,) = group(scan(folded("وطردت")))
    assert (word.begin, word.start, word.clitic) == (0, 1, "و")
    assert word_at([word], 0) is word
    assert word_at([word], 1) is None


@pytest.mark.parametrize(
    ("written", "is_verbal"), [("قصفت", True), ("يقصف", True), ("بعد", False), ("مباحثات", False)]
)
def test_a_finite_verb_is_past_or_present(written, is_verbal):
    (word,) = group(scan(folded(written)))
    assert word.is_verbal == is_verbal


def test_words_are_found_by_where_they_begin():
    start, end = TEXT.index("السفير"), TEXT.index("قصفت")
    assert all(start <= word.start < end for word in between(WORDS, start, end))
    assert "قصفت" in surfaces(between(WORDS, end, len(TEXT)))
    assert "قصفت" not in surfaces(between(WORDS, 0, end))


def test_only_a_word_that_touches_is_right_before():
    assert surfaces(right_before(WORDS, TEXT.index("قصفت"), 20)) == ["بعد ان"]
    assert surfaces(right_before(WORDS, TEXT.index("الموقع"), 20)) == ["قصفت"]
    assert not right_before(WORDS, TEXT.index("الموقع"), 2)


def test_no_class_is_no_cue():
    assert has_any_cue(WORDS, "after", "nothing")
    assert not has_any_cue(WORDS)
    assert not is_cue(None, "after")


def test_a_set_phrase_of_noise_fires_no_rule():
    assert any(word.fires for word in WORDS)
    assert not any(word.fires for word in group(scan(folded("الحرب الباردة"))))
