"""Which preposition leads each party of a clause, and which parties are coordinated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alaqat.arabic.fold import folded
from alaqat.events import parties
from alaqat.events.arguments.prepositions import (
    acted_upon,
    excluding,
    first_group,
    last_group,
    link,
    without_names_of,
)
from alaqat.events.inflection import scan
from alaqat.events.matched_words import group
from tests.events.arguments.clauses_by_hand import STATES, party


def links(text):
    text = folded(text)
    named = [
        parties.Party(hit.entry[0], hit.start, hit.end, hit.entry[1], hit.clitic)
        for hit in parties._names().find(text)
    ]
    return [linked.link for linked in link(text, group(scan(text)), named, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هجوم من قبل إريتريا", ["by"]),
        ("صواريخ من لبنان على إسرائيل", ["from", "on"]),
        ("الحدود بين مصر وليبيا", ["between", "between"]),
        ("كل من كندا واليابان", [None, None]),
        ("قوات تابعة لإيران", [None]),
        ("سفيرها لإيران", ["to"]),
        ("قوات من جنوب لبنان", ["from"]),
    ],
)
def test_the_preposition_of_each_party(text, expected):
    assert links(text) == expected


def test_a_clitic_joins_a_party_to_the_one_before():
    japan, canada, india = party("Japan", 10), party("Canada", 20, clitic="و"), party("India", 60)
    assert first_group([japan, canada, india]) == [japan, canada]
    assert last_group([japan, canada, india]) == [india]


def test_a_location_is_acted_upon_only_where_nobody_else_is_named():
    mali, chad = party("Mali", 10, "in"), party("Chad", 30)
    assert [actor.name for actor in acted_upon([mali, chad])] == ["Chad"]
    assert [actor.name for actor in acted_upon([mali])] == ["Mali"]


def test_at_most_five_parties_are_acted_upon():
    many = [
        party(name, 10 * place)
        for place, name in enumerate(("Mali", "Chad", "Iran", "Iraq", "Oman", "Peru"))
    ]
    assert len(acted_upon(many)) == 5


def test_a_state_with_another_arabic_name_is_the_same_name():
    mali, other = STATES["Mali"], replace(STATES["Mali"], name_ar="دولة مالي")
    assert excluding([mali], [other]) == (mali,)
    assert without_names_of([mali], [other]) == ()
