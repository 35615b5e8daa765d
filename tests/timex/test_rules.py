"""Every rule fires on its examples with the value written there, and never on its counter-examples."""

from datetime import date

import pytest

from alaqat import lexicon, timex
from alaqat.arabic.document import prepare
from alaqat.model.records import Article
from alaqat.timex.grammar import FILES

DEFAULT = "2022-10-27"  # a Thursday
EXAMPLES = [
    (rule.id, example)
    for name in FILES
    for rule in lexicon.rules(name)
    for example in rule.examples
]
COUNTERS = [
    (rule.id, text) for name in FILES for rule in lexicon.rules(name) for text in rule.counter
]


def tagged(text, published=DEFAULT):
    return timex.tag(prepare(Article("example", text, date.fromisoformat(published))))


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=lambda value: value if isinstance(value, str) else value[0]
)
def test_a_rule_reads_its_examples(rule, example):
    text, span, value, *published = example
    found = [(one.text, one.value) for one in tagged(text, *published) if one.rule == rule]
    assert found == [(span, value)]


@pytest.mark.parametrize(
    ("rule", "text"), COUNTERS, ids=lambda value: value if isinstance(value, str) else value[0]
)
def test_a_rule_is_silent_on_its_counter_examples(rule, text):
    assert rule not in {one.rule for one in tagged(text)}


SILENCED = [
    (rule.id, text) for rule in lexicon.rules("timex/blocks") for text in rule.fields["silences"]
]


@pytest.mark.parametrize(("rule", "text"), SILENCED)
def test_a_block_silences_its_texts(rule, text):
    assert tagged(text) == (), rule


@pytest.mark.parametrize("name", FILES)
def test_every_rule_is_proved_by_a_text(name):
    assert [
        rule.id
        for rule in lexicon.rules(name)
        if not rule.examples and not rule.fields.get("silences")
    ] == []
