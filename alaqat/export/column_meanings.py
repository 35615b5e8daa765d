"""The meaning of every column of every export, from `data/lexicon/export_columns.csv`."""

from __future__ import annotations

from dataclasses import dataclass

from alaqat.export.export_tables import TABLES
from alaqat.lexicon.load import table

# type of a column of the store → type of Frictionless' table schema
_TYPES = {
    "str": "string",
    "list": "string",
    "int": "integer",
    "offset": "integer",
    "float": "number",
    "bool": "boolean",
    "date": "date",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type, its unit ("" for none), its meaning and an example of a value."""

    name: str
    type: str
    unit: str
    meaning: str
    example: str
    is_required: bool


def meanings(name: str) -> list[Column]:
    """The columns of a table in their order. Raises KeyError for a column without a meaning."""
    described = {
        (row["table"], row["column"]): row
        for row in table("export_columns", ("table", "column", "unit", "meaning", "example"))
    }
    columns = []
    for column, kind in TABLES[name].items():
        # a column of the same meaning in several tables has one row, under `*`
        row = described.get((name, column)) or described["*", column]
        columns.append(
            Column(
                column,
                _TYPES[kind.removesuffix("!")],
                row["unit"],
                row["meaning"],
                row["example"],
                kind.endswith("!"),
            )
        )
    return columns
