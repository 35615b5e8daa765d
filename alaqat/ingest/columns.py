"""The column (of a table) or key (of JSON) of each article field: guessed, or named by the user."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from alaqat.arabic.fold import search_key
from alaqat.lexicon.load import forms, table
from alaqat.model.errors import AlaqatError, ArticleRefused

FIELDS: Final = ("text", "published", "title", "source", "url", "language", "name")
_SEPARATORS: Final = re.compile(r"[\W_]+")
_LONGEST_HEADER: Final = 200  # characters of a header in messages


def parse_columns(option: str) -> dict[str, str]:
    """`text=body,published=date` as a mapping of fields to columns; raises AlaqatError."""
    columns = {}
    for pair in filter(None, (pair.strip() for pair in option.split(","))):
        field, _, column = (piece.strip() for piece in pair.partition("="))
        if not column or field not in FIELDS:
            raise AlaqatError(
                f"--columns: {pair!r} should be PART=COLUMN, "
                f"with one of {', '.join(FIELDS)} as the part"
            )
        columns[field] = column
    return columns


def guess_columns(header: Sequence[str], chosen: Mapping[str, str] | None = None) -> dict[str, str]:
    """The column of each field that `header` has. Columns `chosen` by the user come first."""
    known = {_key(column): column for column in reversed(header) if column.strip()}
    columns = {field: column for field, column in (chosen or {}).items() if column in header}
    for field, names in _names().items():
        candidates = [known[name] for name in names if name in known]
        free = [column for column in candidates if column not in columns.values()]
        if free and field not in columns:
            columns[field] = free[0]
    return columns


def require_columns(header: Sequence[str], chosen: Mapping[str, str], where: str) -> dict[str, str]:
    """As `guess_columns`; raises ArticleRefused if a chosen column or the text is missing."""
    names = ", ".join(header)[:_LONGEST_HEADER] or "nothing"
    for field, column in chosen.items():
        if column not in header:
            raise ArticleRefused(
                f"{where}: has no column {column!r} for the {field}; it has {names}"
            )
    columns = guess_columns(header, chosen)
    if "text" not in columns:
        raise ArticleRefused(f"{where}: has no column of text; it has {names}: {_advice(header)}")
    return columns


def _advice(header: Sequence[str]) -> str:
    """What to do about rows without text; those that hold links alone may be fetched."""
    keys = set(map(_key, header))
    if keys.intersection(_names()["url"]):
        return "name it with --columns text=COLUMN, or give the links as a .txt, one a line"
    return "name it with --columns text=COLUMN"


def as_option(columns: Mapping[str, str]) -> str:
    """The mapping in the form that `--columns` takes."""
    return ",".join(f"{field}={columns[field]}" for field in FIELDS if field in columns)


def _key(name: str) -> str:
    """The name without case, marks, spaces and signs: "Published-Date" is "published_date"."""
    return _SEPARATORS.sub("", search_key(name))


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    return {
        row["field"]: tuple(map(_key, forms(row))) for row in table("columns", ("field", "forms"))
    }
