"""Every event rule fires on its examples and stays silent on its counter-examples."""

from __future__ import annotations

from datetime import date

import pytest

from alaqat import events, timex
from alaqat.arabic.document import prepare
from alaqat.arabic.fold import folded
from alaqat.events.event_rules import by_lemma, scores, written
from alaqat.events.inflection import matcher
from alaqat.lexicon.load import table
from alaqat.model.records import Article

PUBLISHED = date(2020, 1, 15)
EXAMPLES = [(rule.id, text) for rule in written() for text in rule.examples]
COUNTERS = [(rule.id, text) for rule in written() for text in rule.counter]


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


def test_rules_name_only_words_that_the_lexicon_has():
    known = {folded(row["lemma"]) for row in table("event_lemmas")}
    assert set(by_lemma()) <= known


def test_rules_ask_only_for_classes_that_the_lexicon_has():
    classes = {row["class"] for row in table("event_cues")}
    rules = [rule for found in by_lemma().values() for rule in found]
    asked = (
        rule.needs | rule.without | rule.nowhere | rule.also | rule.barrier | rule.not_next
        for rule in rules
    )
    assert frozenset().union(*asked) <= classes


def test_all_sixteen_categories_and_none_are_scored():
    assert len({plover for plover, _ in scores()}) == 17


def test_a_verb_is_found_in_every_person_that_news_uses():
    for surface in ("طرد", "طردت", "طردوا", "تطرد", "يطردون", "طردهم"):
        assert any(hit.entry.name == "طرد" for hit in matcher().find(surface)), surface
