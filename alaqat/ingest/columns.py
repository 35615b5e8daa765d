"""Which column, or key, holds which part of an article: guessed from its header, or as the user says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from alaqat.arabic.fold import search_key
from alaqat.lexicon.load import forms, table
from alaqat.model.errors import AlaqatError, ArticleRefused

FIELDS = ("text", "published", "title", "source", "url", "language", "name")


def parse(text: str) -> dict[str, str]:
    """`text=body,published=date` as a mapping of parts to columns; raises AlaqatError on anything else."""
    found = {}
    for pair in filter(None, (pair.strip() for pair in text.split(","))):
        part, equals, column = (piece.strip() for piece in pair.partition("="))
        if not equals or not column or part not in FIELDS:
            raise AlaqatError(
                f"--columns: {pair!r} should be PART=COLUMN, with one of {', '.join(FIELDS)} as the part"
            )
        found[part] = column
    return found


def guess(header: Sequence[str], chosen: Mapping[str, str] | None = None) -> dict[str, str]:
    """The column of each part that `header` has, those `chosen` by the user first."""
    known = {_key(column): column for column in reversed(header) if column.strip()}
    found = {part: column for part, column in (chosen or {}).items() if column in header}
    for part, names in _names().items():
        named = (known[name] for name in names if name in known)
        if part not in found and (
            column := next((one for one in named if one not in found.values()), None)
        ):
            found[part] = column
    return found


def mapping(header: Sequence[str], chosen: Mapping[str, str], where: str) -> dict[str, str]:
    """As `guess`; raises ArticleRefused where a chosen column, or any column of text, is not there."""
    shown = ", ".join(header)[:200] or "nothing"
    for part, column in chosen.items():
        if column not in header:
            raise ArticleRefused(
                f"{where}: has no column {column!r} for the {part}; it has {shown}"
            )
    found = guess(header, chosen)
    if "text" not in found:
        raise ArticleRefused(
            f"{where}: has no column of text; it has {shown}: name it with --columns text=COLUMN"
        )
    return found


def shown(found: Mapping[str, str]) -> str:
    """The mapping as `--columns` takes it."""
    return ",".join(f"{part}={found[part]}" for part in FIELDS if part in found)


def _key(name: str) -> str:
    return search_key(name).strip()


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    return {
        row["field"]: tuple(map(_key, forms(row))) for row in table("columns", ("field", "forms"))
    }
