"""Which names are one name."""

from __future__ import annotations

import pytest

from alaqat.evaluation.name_matching import arabic_names, is_same_name, is_same_speaker


@pytest.mark.parametrize(
    ("gold", "found", "is_same"),
    [
        ("Turkey", "Turkiye", True),
        ("Recep Tayyip Erdoğan", "Erdogan", True),
        ("United States", "USA", True),
        ("United Arab Emirates", "United States", False),
        ("Iran", "Iraq", False),
        (None, None, True),
        (None, "Iran", False),
    ],
)
def test_english_names(gold, found, is_same):
    assert is_same_name(gold, found) is is_same


@pytest.mark.parametrize(
    ("wanted", "found", "is_same"),
    [
        ("دونالد ترامب", "دونالد ترمب", True),
        ("أحمد الزين", "احمد زين", True),
        ("أحمد الزين", "خالد العلي", False),
    ],
)
def test_arabic_names_of_a_speaker(wanted, found, is_same):
    quote = {"speaker": None, "speaker_ar": wanted}
    guess = {"speaker": "Somebody", "speaker_ar": found}
    assert is_same_speaker(quote, guess, arabic_names({}, quote)) is is_same


def test_a_speaker_has_the_names_of_its_entity():
    mention = {"text": "زين", "nominal": False}
    described = {"text": "الوزير", "nominal": True}
    entity = {"canonical_en": "Zein", "canonical_ar": "أحمد زين", "mentions": [mention, described]}
    assert arabic_names({"entities": [entity]}, {"speaker": "Zein"}) == ["أحمد زين", "زين"]
