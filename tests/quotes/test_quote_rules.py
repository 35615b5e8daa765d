"""Every rule gives what its examples say, and rests at its counter-examples."""

from __future__ import annotations

import pytest

from alaqat.lexicon.rule_files import rules

EXAMPLES = [(rule.id, example) for rule in rules("quotes/attribution") for example in rule.examples]
COUNTER = [(rule.id, example) for rule in rules("quotes/attribution") for example in rule.counter]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_gives_its_examples(read, rule, example):
    quotes = read(example["text"], example["names"])
    assert [[quote.text, quote.speaker, quote.speaker_text] for quote in quotes] == example["found"]
    assert rule in {quote.rule for quote in quotes}


@pytest.mark.parametrize(("rule", "example"), COUNTER)
def test_a_rule_rests_at_its_counter_examples(read, rule, example):
    assert rule not in {quote.rule for quote in read(example["text"], example["names"])}


def test_every_rule_shows_both_sides():
    assert all(rule.examples and rule.counter for rule in rules("quotes/attribution"))
