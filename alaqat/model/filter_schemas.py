"""The JSON Schema of the values of each filter, which documents and checks them.

`filter_values` reads the values into a selection; here they are described.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, Final

from alaqat.model.filter_values import LONGEST, MOST
from alaqat.model.selection import FILTERS, Filter, Selection
from alaqat.model.years import FIRST_YEAR, LAST_YEAR

Schema = Mapping[str, Any]
# A text with a character that is neither a space nor a control character
TEXT: Final[Schema] = {
    "type": "string",
    "minLength": 1,
    "maxLength": LONGEST,
    "pattern": r"[^\s\x00-\x1f\x7f-\x9f]",
}
PAIR: Final[Schema] = {"type": "string", "pattern": r"^([A-Z]{3})-(?!\1)[A-Z]{3}$"}
# form of a filter → what its values are, for who writes one
MEANINGS: Final[Mapping[str, str]] = {
    "pair": "two states by their codes, e.g. ISR-TUR",
    "year": "a year, e.g. 2016",
    "kind": "a kind of event",
    "choice": "one of the values of the link",
    "text": "as in the link",
}
_NUMBER: Final = re.compile("0|-?[1-9][0-9]{0,8}")


def schema_of(known: Filter, kinds: Collection[str]) -> Schema:
    """The schema of one value of a filter; `kinds` are the kinds of events."""
    schemas: Mapping[str, Schema] = {
        "text": TEXT,
        "year": number(FIRST_YEAR, LAST_YEAR),
        "pair": PAIR,
        "kind": {"type": "string", "enum": list(kinds)},
        "choice": {"type": "string", "enum": list(known.values)},
    }
    return schemas[known.form]


def filter_schemas(kinds: Collection[str]) -> dict[str, Schema]:
    """The schema of each filter by its parameter in links; several values are an array."""
    one = {name: schema_of(known, kinds) for name, known in FILTERS.items()}
    return {
        FILTERS[name].parameter: _list(schema) if _is_list(name) else schema
        for name, schema in one.items()
    }


def number(least: int, most: int) -> Schema:
    """The schema of a whole number within bounds."""
    return {"type": "integer", "minimum": least, "maximum": most}


def has_valid_values(schema: Schema, values: Collection[str]) -> bool:
    """True if the values of a parameter in a link agree with its schema."""
    if schema["type"] != "array":
        return len(values) == 1 and all(_is_valid(schema, value) for value in values)
    return len(values) <= MOST and all(_is_valid(schema["items"], value) for value in values)


def _is_valid(schema: Schema, value: str) -> bool:
    if schema["type"] == "integer":
        is_number = _NUMBER.fullmatch(value) is not None
        return is_number and schema["minimum"] <= int(value) <= schema["maximum"]
    if "enum" in schema:
        return value in schema["enum"]
    is_short = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", LONGEST)
    return is_short and re.search(schema["pattern"].replace("$", r"\Z"), value) is not None


def _list(schema: Schema) -> Schema:
    return {"type": "array", "items": schema, "maxItems": MOST}


def _is_list(name: str) -> bool:
    return isinstance(getattr(Selection(), name), tuple)
