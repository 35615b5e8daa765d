"""The forms that are made of a lemma's stems."""

from __future__ import annotations

import pytest

from alaqat.arabic.fold import folded
from alaqat.events.inflection import has_feminine_mark, has_object_pronoun, scan, topics


@pytest.mark.parametrize(
    ("surface", "part"),
    [
        ("طردت", "past"),
        ("طردوا", "past"),
        ("تطرد", "present"),
        ("يطردونها", "present"),
        ("طردهم", "noun"),
        ("الطرد", "noun"),
    ],
)
def test_a_form_of_a_lemma_has_its_part_of_speech(surface, part):
    assert part in {hit.entry.part for hit in scan(folded(surface)) if hit.entry.name == "طرد"}


def test_the_feminine_mark_of_a_noun_is_written_open_before_an_ending():
    forms = {hit.entry.name for hit in scan(folded("زيارتها"))}
    assert forms & {hit.entry.name for hit in scan(folded("زيارة"))}


@pytest.mark.parametrize(("surface", "expected"), [("اتهمهم", True), ("اتهمت", False)])
def test_an_object_pronoun_ends_a_verb(surface, expected):
    assert has_object_pronoun(surface) is expected


@pytest.mark.parametrize(("surface", "expected"), [("اتهمتهم", True), ("اتهمهم", False)])
def test_a_feminine_mark_may_stand_before_a_pronoun(surface, expected):
    assert has_feminine_mark(surface) is expected


def test_a_word_shows_its_context():
    assert [hit.entry for hit in topics(folded("شبكة تجسس"))][-1] == "intelligence"
