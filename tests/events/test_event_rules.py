"""Every event rule fires on its examples and stays silent on its counter-examples."""

from __future__ import annotations

from datetime import date

import pytest

from alaqat import events, timex
from alaqat.arabic.document import prepare
from alaqat.events.event_rules import counter_examples, scores, written
from alaqat.events.inflection import matcher
from alaqat.model.records import Article

PUBLISHED = date(2020, 1, 15)
EXAMPLES = [(rule.id, text) for rule in written() for text in rule.examples]
COUNTERS = [(rule.id, text) for rule in written() for text, _ in counter_examples(rule)]


def fired(text):
    document = prepare(Article("x", text, PUBLISHED))
    return {event.rule for event in events.find(document, timex.tag(document), (), ())}


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_a_rule_fires_on_its_example(rule, text):
    assert rule in fired(text)


@pytest.mark.parametrize(("rule", "text"), COUNTERS)
def test_a_rule_is_silent_on_its_counter_example(rule, text):
    assert rule not in fired(text)


def test_every_rule_has_an_example_and_a_counter_example():
    assert all(rule.examples and rule.counter for rule in written())


def test_all_sixteen_categories_and_none_are_scored():
    assert len({plover for plover, _ in scores()}) == 17


def test_a_verb_is_found_in_every_person_that_news_uses():
    for surface in ("طرد", "طردت", "طردوا", "تطرد", "يطردون", "طردهم"):
        assert any(hit.entry.name == "طرد" for hit in matcher().find(surface)), surface
