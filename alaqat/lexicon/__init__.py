"""The only reader of `data/`: word lists and rules, loaded once and checked."""

from __future__ import annotations

from alaqat.lexicon.load import DATA, Hit, Matcher, Row, Rule, forms, rules, table, version

__all__ = ["DATA", "Hit", "Matcher", "Row", "Rule", "forms", "rules", "table", "version"]
