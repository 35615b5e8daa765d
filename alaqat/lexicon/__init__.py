"""The only reader of `data/`: word lists and rules, loaded once and checked."""

from __future__ import annotations

from alaqat.lexicon.load import Row, data_folder, forms, table, version
from alaqat.lexicon.match import Hit, Matcher
from alaqat.lexicon.rule_files import Rule, rules
from alaqat.lexicon.rule_index import rule_named

__all__ = [
    "Hit",
    "Matcher",
    "Row",
    "Rule",
    "data_folder",
    "forms",
    "rule_named",
    "rules",
    "table",
    "version",
]
