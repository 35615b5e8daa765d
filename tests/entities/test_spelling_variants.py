"""One person however the press spells the name; two people however alike their names."""

import csv
from pathlib import Path

import pytest

from alaqat.arabic.fold import folded
from alaqat.entities.spelling_variants import is_alike, is_same_name, listed_person
from alaqat.lexicon.load import forms, table

PAIRS = list(
    csv.DictReader(
        Path(__file__).with_name("variants.csv").read_text(encoding="utf-8").splitlines()[1:]
    )
)


def test_variants_are_separated_from_namesakes_with_precision_and_recall():
    pairs = [
        (pair["same"] == "yes", is_same_name(folded(pair["one"]), folded(pair["other"])))
        for pair in PAIRS
    ]
    right = sum(same and found for same, found in pairs)
    assert len(PAIRS) >= 200
    assert right / sum(found for _, found in pairs) >= 0.98
    assert right / sum(same for same, _ in pairs) >= 0.95


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("غانتس", "جانتس", True),
        ("نتنياهو", "نتانياهو", True),
        ("أيالون", "ايلون", True),
        ("محمد", "محمود", False),
        ("صالح", "صلاح", False),
        ("حسن", "حسين", False),
        ("بان", "بن", False),
    ],
)
def test_a_word_is_compared_by_its_consonants(one, other, same):
    assert is_alike(folded(one), folded(other)) is same


def test_an_unlisted_spelling_finds_the_listed_person():
    assert listed_person(folded("رجب طيب اردجان")).name_en == "Recep Tayyip Erdogan"


def test_a_listed_persons_namesake_by_vowels_is_not_that_person():
    assert listed_person(folded("محمد صالح")) is None


def test_no_two_listed_people_share_a_name_by_spelling():
    names = [(folded(forms(row)[0]), row["name_en"]) for row in table("people")]
    full = [(name, english) for name, english in names if " " in name]
    clashes = [(a, b) for n, (a, one) in enumerate(full) for b, two in full[n + 1 :] if one != two and a[0] == b[0] and a != b
               and len(a.split()) == len(b.split()) and is_same_name(a, b)]  # fmt: skip
    assert clashes == []
