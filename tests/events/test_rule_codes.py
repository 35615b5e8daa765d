"""Each event rule gives the PLOVER code and the side that the codebook has for what it looks for."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from alaqat import events, timex
from alaqat.arabic.document import prepare
from alaqat.events.event_rules import rules_as_written
from alaqat.model.records import Article

LINES = Path(__file__).with_name("rule_codes.csv").read_text(encoding="utf-8").splitlines()
CODES = {row["rule"]: row for row in csv.DictReader(LINES[1:])}


def found_codes(rule_id: str, text: str) -> set[tuple[str, str, str]]:
    """Category, mode and side of the events that a rule finds in a text."""
    document = prepare(Article("x", text, date(2020, 1, 15)))
    mentions = events.find(document, timex.tag(document), (), ())
    return {(m.plover or "", m.mode or "", m.polarity) for m in mentions if m.rule == rule_id}


@pytest.mark.parametrize("rule", rules_as_written(), ids=lambda rule: rule.id)
def test_a_rule_gives_the_code_of_the_codebook(rule):
    wanted = CODES[rule.id]
    code = (wanted["plover"], wanted["mode"], wanted["polarity"])
    assert [found_codes(rule.id, text) for text in rule.examples] == [{code}] * len(rule.examples)


def test_every_code_belongs_to_a_rule():
    assert set(CODES) == {rule.id for rule in rules_as_written()}
