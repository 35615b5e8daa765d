"""Offices merged into ranges, neighbours, and the events of a name's state."""

from __future__ import annotations

import pandas as pd

from components.html import profile, profile_facts
from tests.components.html.test_profile import EN, event, plain, written


def told(*mentions: dict):
    return [(office.text, office.first and office.first.year, office.last and office.last.year, office.articles)
            for office in profile_facts.offices(mentions)]  # fmt: skip


def test_an_office_written_again_is_one_range_in_its_commonest_spelling():
    found = told(
        written("وزير الدفاع", "2018-01-01"),
        written("وزير الدِفاع", "2018-05-01"),
        written("وزير الدفاع", "2019-01-01"),
    )
    assert found == [("وزير الدفاع", 2018, 2019, 3)]


def test_two_names_of_one_office_written_in_turn_are_two_ranges_not_many():
    found = told(
        *(
            written(role, f"2018-0{n}-01")
            for n, role in enumerate(["الرئيس", "رئيس تشاد"] * 3, start=1)
        )
    )
    assert found == [("الرئيس", 2018, 2018, 3), ("رئيس تشاد", 2018, 2018, 3)]


def test_an_office_taken_up_again_after_another_begins_anew():
    found = told(
        written("وزير", "2010-01-01"), written("رئيس", "2013-01-01"), written("وزير", "2016-01-01")
    )
    assert [office[:2] for office in found] == [("وزير", 2010), ("رئيس", 2013), ("وزير", 2016)]


def test_silence_alone_does_not_end_an_office():
    assert told(written("وزير", "2010-01-01"), written("وزير", "2016-01-01")) == [
        ("وزير", 2010, 2016, 2)
    ]


def test_offices_of_undated_articles_come_last_and_those_not_written_not_at_all():
    found = told(
        written("رئيس", None, "x"), written("وزير", "2010-01-01"), written(None, "2011-01-01")
    )
    assert found == [("وزير", 2010, 2010, 1), ("رئيس", None, None, 1)]
    assert "in undated articles" in plain(
        profile.roles(profile_facts.offices([written("رئيس", None)]), EN)
    )


def test_neighbours_are_counted_by_sentence_and_article_most_first():
    edges = pd.DataFrame(
        [
            ("a", "n", "x", 1),
            ("n", "z", "x", 1),
            ("n", "z", "x", 2),
            ("n", "z", "y", 0),
            ("a", "z", "x", 1),
        ],
        columns=["a", "b", "article_id", "sentence"],
    )
    found = profile_facts.neighbours(edges, "n")
    assert found.to_dict("list") == {"other": ["z", "a"], "sentences": [3, 1], "shared": [2, 1]}
    assert profile_facts.neighbours(edges[:0], "n").empty


def test_events_are_told_apart_by_whether_the_names_own_state_acts():
    events = pd.DataFrame([event("e1", "2018-01-01"), event("e2", "2019-01-01"), event("e3", None)])
    sides = pd.DataFrame([("e1", "TCD", "recipient"), ("e2", "TCD", "actor"), ("e3", "FRA", "actor")],
                         columns=["event_id", "country", "side"])  # fmt: skip
    acts, others = profile_facts.by_state(events, sides, "TCD")
    assert ([row["event_id"] for row in acts], [row["event_id"] for row in others]) == (
        ["e2"],
        ["e1", "e3"],
    )
    assert profile_facts.by_state(events, sides, None)[0] == []
