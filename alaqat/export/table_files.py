"""Tables of a store as files for other programs; no cell of them is a formula to a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from alaqat.model.errors import AlaqatError
from alaqat.store.builds import Build
from alaqat.store.query import read
from alaqat.store.schema import FRAMES

KINDS = ("events", "quotes", "articles", "copies", "entities", "reports", "corrections")
# What a spreadsheet takes for a formula when it begins a cell (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(build: Build, kind: str, path: Path) -> int:
    """Write the rows of frame `kind` in the format that the file's name ends in; gives back how many they are.

    CSV is UTF-8 with the mark by which spreadsheets know it; lists are joined by `|`. Raises AlaqatError for an
    unknown format or kind, and where the file cannot be written.
    """
    if kind not in KINDS or path.suffix not in FORMATS:
        raise AlaqatError(
            f"{path}: give one of {', '.join(KINDS)} and a file that ends in {', '.join(FORMATS)}"
        )
    table = read(build, kind)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        FORMATS[path.suffix](table, path, kind)
    except OSError as error:
        raise AlaqatError(
            f"{path}: cannot be written ({error.strerror}); choose another place"
        ) from error
    return len(table)


def neutral(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula, led by an apostrophe; any other value as it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _csv(table: pd.DataFrame, path: Path, kind: str) -> None:
    plain = table.copy()
    for column, sort in FRAMES[kind].items():
        if sort.startswith("list"):
            plain[column] = plain[column].map("|".join)
        if sort.startswith(("list", "str")):
            plain[column] = plain[column].map(neutral)
    plain.to_csv(path, index=False, encoding="utf-8-sig", date_format="%Y-%m-%d", errors="replace")


def _json(table: pd.DataFrame, path: Path, kind: str) -> None:
    """A list of objects, one a line."""
    plain = table.astype("object").where(table.notna(), None)
    for column, sort in FRAMES[kind].items():
        if sort.startswith("date"):
            plain[column] = [
                None if day is None else day.date().isoformat() for day in plain[column]
            ]
    rows = (json.dumps(row, ensure_ascii=False) for row in plain.to_dict("records"))
    path.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8", errors="replace")


def _parquet(table: pd.DataFrame, path: Path, kind: str) -> None:
    del kind  # the table brings its types with it
    table.to_parquet(path, index=False)


FORMATS: Mapping[str, Callable[[pd.DataFrame, Path, str], None]] = {
    ".csv": _csv,
    ".json": _json,
    ".parquet": _parquet,
}
