"""A verb and its subject agree in gender and number, read from their forms."""

from __future__ import annotations

import pytest

from alaqat.arabic.fold import folded
from alaqat.quotes.agreement import Agreement, cue_agreement, noun_agreement
from alaqat.quotes.speaker_lexicon import speaker_noun


@pytest.mark.parametrize(
    ("text", "gender", "number"),
    [
        ("وقالت ذلك", "feminine", "one"),
        ("وقال ذلك", "masculine", "one"),
        ("وتقول ذلك", "feminine", "one"),
        ("ويلفت إلى ذلك", "masculine", "one"),
        ("وتحدث عن ذلك", "masculine", "one"),
        ("وتتحدث عن ذلك", "feminine", "one"),
        ("وقالوا ذلك", None, "several"),
        ("ويقولان ذلك", None, "several"),
        ("وأدان ذلك", "masculine", "one"),
        ("واتهموه بذلك", None, "several"),
        ("وصل مؤكدا ذلك", "masculine", "one"),
        ("وصلت مؤكدة ذلك", "feminine", "one"),
        ("وصلوا مؤكدين ذلك", None, "several"),
        ("بحسب رويترز", None, None),
    ],
)
def test_what_a_cue_agrees_with(index, text, gender, number):
    built = index(text)
    assert cue_agreement(built.cues[0], built.text) == Agreement(gender, number)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("الوزيرة", Agreement("feminine", "one")),
        ("الوزير", Agreement("masculine", "one")),
        ("المنظمة", Agreement("feminine", "one")),
        ("الجيش", Agreement("masculine", "one")),
        ("المصادر", Agreement("feminine", "one")),
        ("خبراء", Agreement(None, "several")),
    ],
)
def test_what_a_noun_agrees_with(word, expected):
    word = folded(word)
    assert noun_agreement(word, speaker_noun(word)) == expected
