"""Order, agreement and preposition around a verb."""

from __future__ import annotations

import pytest

from alaqat.events.arguments import verbs
from tests.events.arguments.clauses_by_hand import END, clause, names, party, words_of


def sides(rule, *parties, **more):
    return names(verbs.sides(clause(rule, *parties, reading="past", **more)))


def test_who_stands_after_by_acts():
    parties = party("Canada", 106), party("India", 120, "by")
    assert sides("attack", *parties) == (["India"], ["Canada"])


def test_a_subject_before_the_verb_acts():
    assert sides("attack", party("Canada", 60), party("India", 106)) == (["Canada"], ["India"])


def test_the_first_party_after_the_verb_is_its_subject():
    assert sides("attack", party("Canada", 106), party("India", 120)) == (["Canada"], ["India"])


def test_a_feminine_state_is_no_subject_of_a_masculine_verb():
    assert sides("attack", party("Canada", 106), is_masculine=True) == ([], ["Canada"])


def test_a_party_far_after_the_verb_is_no_subject():
    assert sides("attack", party("Canada", 190)) == ([], ["Canada"])


@pytest.mark.parametrize(
    ("kind", "expected"), [("adjective", ([], ["Canada"])), ("state", (["Canada"], []))]
)
def test_people_before_a_verb_of_harm_suffer_it(kind, expected):
    assert sides("kill", party("Canada", 60, kind=kind)) == expected


def test_people_before_a_verb_of_harm_with_victims_do_it():
    words = words_of("ثلاثة أشخاص", END + 1)
    people = party("Canada", 60, kind="adjective")
    assert sides("kill", people, words=words) == (["Canada"], [])


def test_only_the_owner_of_an_embassy_is_no_attacker():
    words = words_of("السفارة", END + 1)
    parties = (party("Canada", 115, kind="adjective"),)
    assert sides("attack", *parties, words=words) == ([], ["Canada"])
    assert sides("attack", *parties) == (["Canada"], [])
