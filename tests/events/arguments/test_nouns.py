"""The patterns in which parties stand around a noun."""

from __future__ import annotations

import pytest

from alaqat.events.arguments import nouns
from tests.events.arguments.clauses_by_hand import clause, names, party


@pytest.mark.parametrize(
    ("rule", "parties", "expected"),
    [
        # "Canada plans to visit Japan"
        ("visit", [party("Canada", 60), party("Japan", 106)], (["Canada"], ["Japan"])),
        # "the arrest by Canada of India's"
        ("arrest", [party("Canada", 106), party("India", 120)], (["Canada"], ["India"])),
        # "Canada's deportation to India"
        ("deport", [party("Canada", 106), party("India", 120, "to")], (["Canada"], ["India"])),
        # "the killing of Canada's by India"
        ("kill", [party("Canada", 106), party("India", 120, "by")], (["India"], ["Canada"])),
        # "Canada's attack on India"
        ("attack", [party("Canada", 106), party("India", 120, "on")], (["Canada"], ["India"])),
        # "Japan ... attack on India"
        ("attack", [party("Japan", 60), party("India", 120, "on")], (["Japan"], ["India"])),
    ],
)
def test_the_first_pattern_that_fits_gives_the_sides(rule, parties, expected):
    assert names(nouns.sides(clause(rule, *parties))) == expected


@pytest.mark.parametrize(
    ("governed", "expected"), [(True, (["Canada"], ["Japan"])), (False, (["Japan"], []))]
)
def test_only_a_reported_boycott_has_its_target_after_it(governed, expected):
    parties = party("Canada", 60), party("Japan", 106)
    assert names(nouns.sides(clause("boycott", *parties, governed=governed))) == expected


def test_the_giver_stands_before_the_one_who_is_handed_a_note():
    handed = clause("protest-letter", party("Canada", 60), party("Japan", 80), governed=True)
    assert names(nouns.sides(handed)) == (["Canada"], ["Japan"])


def test_a_far_party_is_no_genitive():
    assert names(nouns.sides(clause("attack", party("Canada", 140)))) == ([], ["Canada"])


def test_the_genitive_of_an_object_word_is_acted_upon():
    envoy = party("Japan", 110, headed=True)
    assert names(nouns.sides(clause("recall-envoy", envoy))) == ([], ["Japan"])
