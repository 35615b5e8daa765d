"""The word lists hold what the rules rely on."""

from __future__ import annotations

import pytest

from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table
from alaqat.quotes import quote_lexicon, speaker_lexicon

KINDS = {"verb", "participle", "noun", "source", "none"}
NOUNS = {
    "person",
    "group",
    "body",
    "medium",
    "document",
    "part",
    "quality",
    "report",
    "attributive",
}


def test_cues_are_of_known_kinds_and_have_forms():
    assert all(row["kind"] in KINDS and forms(row) for row in table("cues"))


def test_speaker_nouns_are_of_known_kinds():
    assert {row["kind"] for row in table("speaker_nouns")} <= NOUNS


def test_no_speaker_noun_is_listed_twice():
    listed = [form for row in table("speaker_nouns") for form in forms(row)]
    assert sorted(listed) == sorted(set(listed))


@pytest.mark.parametrize(
    "verb", ["قالت", "مؤكدا", "وأردف", "سيعلن", "معتبرة", "قوله", "بحسب", "على لسان"]
)
def test_an_inflected_cue_is_found(verb):
    assert quote_lexicon.cue_matcher().find(folded(f"ثم {verb} الآن"))


def test_a_preposition_makes_a_noun_the_one_spoken_to():
    assert speaker_lexicon.is_preposed_noun("لصحيفة")
    assert not speaker_lexicon.is_preposed_noun("صحيفة")
