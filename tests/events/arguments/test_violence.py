"""Who attacks whom by the words around an attack."""

from __future__ import annotations

import pytest

from alaqat.events.arguments import violence
from tests.events.arguments.clauses_by_hand import END, START, clause, names, party, words_of


def test_fire_from_one_state_at_another():
    parties = party("Lebanon", 110, "from"), party("Israel", 125, "on")
    assert names(violence.sides(clause("shell", *parties))) == (["Lebanon"], ["Israel"])


def test_a_named_gunner_leaves_the_fire_to_the_grammar():
    parties = party("Syria", 60), party("Lebanon", 110, "from"), party("Israel", 125, "on")
    assert violence.sides(clause("shell", *parties, reading="past")) is None


def test_who_underwent_an_attack_is_its_target():
    words = words_of("تعرضت", START - 30)
    parties = party("Greece", 85), party("Eritrea", 110, "from")
    assert names(violence.sides(clause("attack", *parties, words=words))) == (
        ["Eritrea"],
        ["Greece"],
    )


def test_who_met_a_death_suffered_it():
    parties = party("Canada", 80), party("Japan", 115, "by")
    found = violence.sides(clause("kill", *parties, has_possessive=True))
    assert names(found) == (["Japan"], ["Canada"])


def test_the_last_party_did_its_attack():
    parties = party("Japan", 60), party("Canada", 80), party("India", 115, "on")
    found = violence.sides(clause("attack", *parties, has_possessive=True))
    assert names(found) == (["Canada"], ["India"])


@pytest.mark.parametrize("kind", ["adjective", "body"])
def test_only_a_state_after_an_invasion_is_its_object(kind):
    assert names(violence.sides(clause("invade", party("Kuwait", 106)))) == ([], ["Kuwait"])
    assert violence.sides(clause("invade", party("Kuwait", 106, kind=kind))) is None


@pytest.mark.parametrize(
    ("text", "link", "expected"),
    [
        ("غارة", "in", ["Israel"]),
        ("غارة", "on", []),
        ("بيت", "in", []),
    ],
)
def test_the_attacker_is_named_after_the_attack(text, link, expected):
    words = words_of(text, END + 1)
    israel = party("Israel", END + 1 + len(text) + 1, link, "adjective")
    found = violence.attacker(clause("kill", words=words), [israel], ())
    assert [actor.name for actor in found] == expected


def test_one_who_is_harmed_is_no_attacker():
    words = words_of("غارة", END + 1)
    israel = party("Israel", END + 6, "in", "adjective")
    assert violence.attacker(clause("kill", words=words), [israel], [israel.party.actor]) == ()


def test_a_killing_without_target_is_of_the_place():
    means = [party("Mali", 130, "in"), party("Chad", 150, "in")]
    assert [actor.name for actor in violence.place_of_killing(clause("kill"), means)] == ["Mali"]
    assert violence.place_of_killing(clause("attack"), means) == ()


def test_a_crowd_stands_on_the_first_side_of_a_border():
    parties = [party("Egypt", 110, "between"), party("Israel", 125, "between")]
    assert names(violence.protest(clause("attack"), parties, ())) == (["Egypt"], [])
