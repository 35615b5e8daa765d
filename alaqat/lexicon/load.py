"""Reads the word lists of `data/lexicon`, and hashes all data and code for annotations.

A word list is a CSV whose first lines may be comments (`#`: source, licence, why a word is
missing). A cell of the column `forms` holds spellings separated by `|`.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from alaqat.model.errors import LexiconError
from alaqat.model.settings import Settings

Row = Mapping[str, str]
_CODE = Path(__file__).resolve().parents[1]


def data_folder() -> Path:
    """The folder with `lexicon/` and `rules/`: `data/`, or the value of ALAQAT_DATA."""
    return Settings.from_env().data


@cache
def table(name: str, columns: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """Rows of `data/lexicon/<name>.csv`, in file order; `columns` must be among its columns."""
    path = data_folder() / "lexicon" / f"{name}.csv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LexiconError(
            f"{path}: cannot be read ({error.strerror}); restore it from the repository"
        ) from error
    body = [
        (number, line)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]
    reader = csv.DictReader(line for _, line in body)
    missing = set(columns) - set(reader.fieldnames or ())
    if missing:
        raise LexiconError(
            f"{path}: column {', '.join(sorted(missing))} is missing; add it to the header"
        )
    return tuple(
        _checked(row, path, number) for row, (number, _) in zip(reader, body[1:], strict=True)
    )


def _checked(row: dict[str, Any], path: Path, line: int) -> Row:
    if None in row or None in row.values():
        raise LexiconError(
            f"{path}, line {line}: the number of cells differs from the header; "
            "quote commas or add cells"
        )
    return {key: value.strip() for key, value in row.items()}


def forms(row: Row, column: str = "forms") -> list[str]:
    """The spellings of a row, as written."""
    return [form.strip() for form in row[column].split("|") if form.strip()]


@cache
def version() -> str:
    """Hash of every word list, rule and line of code: the same hash gives the same annotations."""
    digest = hashlib.sha256()
    for folder, pattern in (
        (data_folder() / "lexicon", "*.csv"),
        (data_folder() / "rules", "**/*.yaml"),
        (data_folder() / "rules", "*.csv"),
        (_CODE, "**/*.py"),
    ):
        for path in sorted(folder.glob(pattern)):
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:12]
