"""Every rule of data/rules/entities/mentions.yaml fires on its examples and not on its counter-examples."""

import pytest

from alaqat import entities, lexicon
from tests.entities.helpers import document

RULES = lexicon.rules("entities/mentions")
EXAMPLES = [
    pytest.param(rule.id, *case, id=f"{rule.id}-{n}")
    for rule in RULES
    for n, case in enumerate(rule.examples)
]
COUNTER = [
    pytest.param(*case, id=f"{rule.id}-{n}")
    for rule in RULES
    for n, case in enumerate(rule.counter)
]


def found(text):
    """(type with * for descriptions, text, rule) of each mention."""
    for entity in entities.find(document(text)):
        for mention in entity.mentions:
            yield (
                entity.type + "*" * mention.nominal,
                mention.text,
                mention.reason if mention.nominal else mention.recognizer,
            )


@pytest.mark.parametrize(("rule", "text", "kind", "surface"), EXAMPLES)
def test_a_rule_finds_its_examples(rule, text, kind, surface):
    assert (kind, surface, rule) in set(found(text))


@pytest.mark.parametrize(("text", "kind", "surface"), COUNTER)
def test_a_rule_leaves_its_counter_examples_alone(text, kind, surface):
    assert (kind, surface) not in {(type_, text_) for type_, text_, _ in found(text)}
