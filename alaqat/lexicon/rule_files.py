"""Reads the rule files of `data/rules`: YAML lists of mappings, each checked against its schema.

`data/README.md` is the manual of the fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from alaqat.lexicon.load import data_folder
from alaqat.lexicon.rule_schema import Schema, problem, schema_of
from alaqat.model.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, its fields as written, its example texts, and its file and line."""

    id: str
    fields: Mapping[str, Any]
    examples: tuple[Any, ...]
    counter: tuple[Any, ...]
    where: str


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """Rules of `data/rules/<name>.yaml`, in file order; `name` is "family/file".

    Raises LexiconError, with file and line, on an unknown field or value and on an id used twice.
    """
    path = data_folder() / "rules" / f"{name}.yaml"
    schema = schema_of(name)
    by_id: dict[str, Rule] = {}
    for node in _items(path):
        rule = _rule(node, path, schema)
        if rule.id in by_id:
            raise _error(path, node, f"two rules share the id {rule.id!r}; rename one")
        by_id[rule.id] = rule
    return tuple(by_id.values())


def _items(path: Path) -> list[yaml.Node]:
    """The nodes of a file's rules."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"{path}: cannot be read: {error}") from error
    if not isinstance(root, yaml.SequenceNode):
        raise LexiconError(f"{path}: should be a list of rules, each starting with '- id:'")
    return list(root.value)


def _rule(node: yaml.Node, path: Path, schema: Schema) -> Rule:
    if not isinstance(node, yaml.MappingNode):
        raise _error(path, node, "should be a rule; start it with '- id: some-name'")
    item: dict[str, Any] = {}
    for key, value_node in node.value:
        name, value = _value(key), _value(value_node)
        wrong = (
            "stands twice in the rule; delete one" if name in item else problem(schema, name, value)
        )
        if wrong:
            raise _error(path, key, f"{name} {wrong}")
        item[name] = value
    missing = [name for name, field in schema.items() if field.is_required and name not in item]
    if missing:
        raise _error(path, node, f"the rule has no {missing[0]}; add it")
    identifier, examples, counter = (item.pop(key, ()) for key in ("id", "examples", "counter"))
    return Rule(identifier, item, tuple(examples), tuple(counter), _where(path, node))


def _value(node: yaml.Node) -> Any:
    """The Python value of a node."""
    return yaml.constructor.SafeConstructor().construct_document(node)


def _where(path: Path, node: yaml.Node) -> str:
    return f"{path}, line {node.start_mark.line + 1}"


def _error(path: Path, node: yaml.Node, message: str) -> LexiconError:
    return LexiconError(f"{_where(path, node)}: {message}")
