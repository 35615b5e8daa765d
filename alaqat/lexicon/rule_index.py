"""Finds a rule of any family by its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from alaqat.lexicon.load import data_folder
from alaqat.lexicon.rule_files import Rule, rules

FAMILIES = ("events", "timex", "quotes")
_SHARED = "parts"  # patterns that time rules share, which read nothing themselves


def rule_named(identifier: str) -> tuple[str, Rule] | None:
    """The family and the rule of an id; None if no rule has it."""
    return _index().get(identifier)


@cache
def _index() -> Mapping[str, tuple[str, Rule]]:
    index: dict[str, tuple[str, Rule]] = {}
    for family, rule in _all_rules():
        index.setdefault(rule.id, (family, rule))
    return MappingProxyType(index)


def _all_rules() -> Iterator[tuple[str, Rule]]:
    for family in FAMILIES:
        for path in sorted((data_folder() / "rules" / family).glob("*.yaml")):
            if path.stem != _SHARED:
                yield from ((family, rule) for rule in rules(f"{family}/{path.stem}"))
