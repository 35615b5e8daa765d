"""Offices agree where nothing that both give differs."""

from __future__ import annotations

from alaqat.arabic.fold import folded
from alaqat.quotes.offices import Office, parse_office

DEFENCE = Office("Minister", "Defence", "PER")


def test_an_office_is_read_with_title_field_state_and_gender():
    office = parse_office(folded("وزيرة الدفاع التركية"))
    assert (office.field, office.state, office.gender) == ("Defence", "TUR", "feminine")


def test_the_state_of_the_person_stands_in_for_a_missing_nationality():
    assert parse_office(folded("وزير الدفاع"), "PER").state == "PER"


def test_a_missing_attribute_agrees_with_any():
    assert DEFENCE.is_compatible(Office("Minister", None, None, "feminine"))
    assert not DEFENCE.is_compatible(Office("Minister", "Finance", None))


def test_the_same_office_shares_title_and_scope():
    assert DEFENCE.is_same(Office("Minister", "Defence", None))
    assert DEFENCE.is_same(Office("Minister", None, "PER"))
    assert not DEFENCE.is_same(Office("Minister", None, None))
    assert not DEFENCE.is_same(Office("Minister", "Defence", "TUR"))


def test_a_general_title_is_left_out():
    assert Office("Official", None, "PER").without_general_title.title is None
    assert DEFENCE.without_general_title == DEFENCE
