"""A name that no entity has is told from adverbs, particles and other words."""

from __future__ import annotations

import pytest

from alaqat.arabic.fold import folded
from alaqat.quotes.unlisted_names import is_nameable, name_after


@pytest.mark.parametrize("text", ["توماس كيرنر", "الغواصون", "بن علي", "Reuters", "بركات", "فيكا"])
def test_words_that_can_name_a_speaker(text):
    assert is_nameable(folded(text).split())


@pytest.mark.parametrize(
    "text", ["لي", "بسرعة", "مبتسما", "جازما", "رفضه", "اقترعت", "للدب", "-", "في", "38", "أمس"]
)
def test_words_that_cannot(text):
    assert not is_nameable(folded(text).split())


def test_a_name_behind_the_rest_of_a_description(index):
    built = index("التنفيذي للسد جون تامبر أن العمل جار")
    start, end = name_after(built, 0, len(built.text))
    assert built.text[start:end] == folded("جون تامبر")


def test_no_name_behind_a_verb_or_a_bracket(index):
    built = index("التنفيذي (أمس) جون تامبر")
    assert name_after(built, 0, len(built.text)) is None
