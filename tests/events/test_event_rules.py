"""Every event rule fires on its examples and stays silent on its counter-examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from alaqat import events, timex
from alaqat.arabic.document import prepare
from alaqat.arabic.fold import folded
from alaqat.events import event_rules, parties
from alaqat.events.event_rules import by_id, by_lemma, counter_examples, rules_as_written, scores
from alaqat.events.inflection import matcher, scan
from alaqat.model.records import Article

PUBLISHED = date(2020, 1, 15)
EXAMPLES = [(rule.id, text) for rule in rules_as_written() for text in rule.examples]
COUNTERS = [(rule.id, text) for rule in rules_as_written() for text, _ in counter_examples(rule)]
UNEXPLAINED = [
    (rule.id, text)
    for rule in rules_as_written()
    for text, why in counter_examples(rule)
    if why is None
]
# Each condition that a rule may set, as it is where the rule does not set it.
NOTHING = frozenset()
LIFTED = {
    **dict.fromkeys(("needs", "also", "without", "nowhere", "barrier", "not_next"), NOTHING),
    **dict.fromkeys(("after", "foreign", "dated", "bare", "reported"), False),
    **dict.fromkeys(("quoted", "noun", "verb"), True),
    "party": "any",
    "reach": 400,
}


def read(text):
    return prepare(Article("x", text, PUBLISHED))


def fired(text):
    document = read(text)
    return {event.rule for event in events.find(document, timex.tag(document), (), ())}


@pytest.mark.parametrize(("rule", "text"), EXAMPLES)
def test_a_rule_fires_on_its_example(rule, text):
    assert rule in fired(text)


@pytest.mark.parametrize(("rule", "text"), COUNTERS)
def test_a_rule_is_silent_on_its_counter_example(rule, text):
    assert rule not in fired(text)


@pytest.mark.parametrize(("rule", "text"), UNEXPLAINED)
def test_a_counter_example_holds_the_word_of_its_rule_and_two_parties(rule, text):
    words = {hit.entry.name for hit in scan(folded(text)) if hit.entry.part != "cue"}
    named = {party.actor.name for party in parties.find(read(text), ())}
    assert words & set(by_id()[rule].lemmas)
    assert len(named) > 1


@pytest.fixture
def put_first(monkeypatch):
    """A function that lets a changed rule be tried before all others."""

    def put(changed):
        rules = {changed.id: changed, **{k: v for k, v in by_id().items() if k != changed.id}}
        monkeypatch.setattr(event_rules, "by_id", lambda: rules)
        by_lemma.cache_clear()

    yield put
    monkeypatch.undo()
    by_lemma.cache_clear()


@pytest.mark.parametrize(("rule", "text"), UNEXPLAINED)
def test_a_counter_example_fires_without_the_condition_that_bars_it(rule, text, put_first):
    original = by_id()[rule]
    set_here = {name: value for name, value in LIFTED.items() if getattr(original, name) != value}
    for lifted in (*({name: value} for name, value in set_here.items()), set_here):
        put_first(replace(original, **lifted))
        if rule in fired(text):
            return
    pytest.fail("no condition of the rule bars it; say in `why:` what does")


def test_every_rule_has_an_example_and_a_counter_example():
    assert all(rule.examples and rule.counter for rule in rules_as_written())


def test_all_sixteen_categories_and_none_are_scored():
    assert len({plover for plover, _ in scores()}) == 17


def test_a_verb_is_found_in_every_person_that_news_uses():
    for surface in ("طرد", "طردت", "طردوا", "تطرد", "يطردون", "طردهم"):
        assert any(hit.entry.name == "طرد" for hit in matcher().find(surface)), surface
