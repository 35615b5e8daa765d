"""Writes tables of a store as CSV, JSON and Parquet files; formulas in CSV cells are escaped."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from alaqat.model import plain_text
from alaqat.model.errors import AlaqatError
from alaqat.store.builds import Build
from alaqat.store.query import read
from alaqat.store.schema import FRAMES

KINDS = ("events", "quotes", "articles", "copies", "entities", "reports", "corrections")


def write(build: Build, kind: str, path: Path) -> int:
    """Write the rows of frame `kind` in the format of the file's suffix; return their number.

    Raises AlaqatError for an unknown format or kind, and if the file cannot be written.
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


def csv_bytes(table: pd.DataFrame, kind: str) -> bytes:
    """The rows of frame `kind` as CSV, with ISO 8601 dates and lists joined by `|`.

    The encoding is UTF-8 with a byte order mark, by which spreadsheets recognize it.
    """
    plain = table.copy()
    for column, column_type in FRAMES[kind].items():
        if column_type.startswith("list"):
            plain[column] = plain[column].map("|".join)
        if column_type.startswith(("list", "str")):
            plain[column] = plain[column].map(escape_formula)
    text = plain.to_csv(index=False, date_format="%Y-%m-%d")
    return text.encode("utf-8-sig", errors="replace")


def escape_formula(value: Any) -> Any:
    """Put an apostrophe before a text that a spreadsheet would run as a formula."""
    return plain_text.escape_formula(value) if isinstance(value, str) else value


def _write_csv(table: pd.DataFrame, path: Path, kind: str) -> None:
    path.write_bytes(csv_bytes(table, kind))


def _write_json(table: pd.DataFrame, path: Path, kind: str) -> None:
    """A list of objects, one per line."""
    plain = table.astype("object").where(table.notna(), None)
    for column, column_type in FRAMES[kind].items():
        if column_type.startswith("date"):
            plain[column] = [
                None if day is None else day.date().isoformat() for day in plain[column]
            ]
    rows = (json.dumps(row, ensure_ascii=False) for row in plain.to_dict("records"))
    path.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8", errors="replace")


def _write_parquet(table: pd.DataFrame, path: Path, kind: str) -> None:
    del kind  # the table has its types
    table.to_parquet(path, index=False)


FORMATS: Mapping[str, Callable[[pd.DataFrame, Path, str], None]] = {
    ".csv": _write_csv,
    ".json": _write_json,
    ".parquet": _write_parquet,
}
