"""What the dashboard reads from the published build, each answer kept in the query cache."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from alaqat import store
from alaqat.model.selection import EVERYTHING, Selection
from alaqat.store import aggregates
from alaqat.store.schema import FRAMES
from components.data.frame_rows import rows
from components.data.query_cache import QUERY_CACHE


def build() -> store.Build:
    """The published build. Raises StoreMissing when there is none yet."""
    return store.latest()


def _frame(*question: Any, **options: Any) -> pd.DataFrame:
    """A frame of the published build; the question is a function of the store and its arguments."""
    ask, *arguments = question
    answer: pd.DataFrame = QUERY_CACHE.answer(ask, build(), *arguments, **options)
    return answer


def read(
    table: str, selection: Selection = EVERYTHING, *, columns: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows of a table that a selection keeps, whole or only some columns of them."""
    return _frame(store.read, table, selection, columns=tuple(columns))


def count(table: str, selection: Selection = EVERYTHING) -> int:
    """How many rows of a table a selection keeps."""
    return int(QUERY_CACHE.answer(aggregates.count, build(), table, selection))


def facet(name: str, selection: Selection = EVERYTHING) -> list[dict[str, Any]]:
    """The values of a filter under every other choice: rows of `value`, `label_ar` and `count`."""
    return rows(_frame(store.facet, name, selection))


def facet_counts(name: str, selection: Selection = EVERYTHING) -> dict[str, int]:
    """The values of a filter under every other choice, with how many rows each keeps."""
    return {str(row["value"]): int(row["count"]) for row in facet(name, selection)}


def neighbours(selection: Selection = EVERYTHING, *, most: int | None = None) -> pd.DataFrame:
    """The edges of the network: `a`, `b`, `articles`, `sentences`; the pairs of most sentences first."""
    return _frame(store.neighbours, selection, most=most)


def joint_sentences(a: str, b: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The sentences that name both entities."""
    return _frame(store.joint_sentences, a, b, selection)


def row_of(table: str, key: str, value: str | None) -> dict[str, Any] | None:
    """The row of a table whose `key` is `value`, whatever is selected; None when there is none."""
    if value is None:
        return None
    return next(iter(rows(_frame(store.read, table, only=(key, (value,))))), None)


def rows_among(
    table: str, key: str, values: Sequence[str], columns: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows of a table whose `key` is one of some values, whatever is selected."""
    return _frame(store.read, table, only=(key, tuple(values)), columns=tuple(columns))


def whole(table: str, narrow: pd.DataFrame) -> pd.DataFrame:
    """All columns of rows of which some columns were read, in their own order; the first column is their key."""
    key = next(iter(FRAMES[table]))
    if len(narrow.columns) >= len(FRAMES[table]):
        return narrow
    complete = rows_among(table, key, list(narrow[key]))
    return complete.set_index(key, drop=False).loc[list(narrow[key])].reset_index(drop=True)


def row_of_earlier_build(
    table: str, key: str, value: str
) -> tuple[store.Build, dict[str, Any]] | None:
    """A row that the current build no longer has, from the newest earlier build that had it."""
    for former in store.earlier(build()):
        for row in rows(store.read(former, table, only=(key, [value]))):
            return former, row
    return None


def years() -> range:
    """Every year from the first that an event of the store touches to the last."""
    ends = bounds("events")
    return range(ends[0].year, ends[1].year + 1) if ends else range(0)


def bounds(table: str) -> tuple[date, date] | None:
    """The first and the last day of a table's dates."""
    ends: tuple[date, date] | None = QUERY_CACHE.answer(aggregates.bounds, build(), table)
    return ends


def outlet_count() -> int:
    """How many outlets printed the articles held."""
    return len(QUERY_CACHE.answer(aggregates.outlets, build()))


def quote_groups(selection: Selection, chosen: str | None, first: int, size: int) -> list[str]:
    """The groups of a leaf of the quotes of a selection, in the order of their cards."""
    return list(
        QUERY_CACHE.answer(aggregates.sayings, build(), selection, chosen or "", first, size)
    )
