"""The dashboard's queries of the published build; all answers go through the query cache."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pandas as pd

from alaqat import store
from alaqat.model.errors import StoreBroken, StoreMissing
from alaqat.model.selection import EVERYTHING, Selection
from alaqat.store import aggregates
from alaqat.store.schema import FRAMES
from components.data.frame_rows import rows
from components.data.query_cache import QUERY_CACHE, RENDER_CACHE


def build() -> store.Build:
    """The published build, or the last whole one if that is damaged; raises StoreMissing."""
    return store.served()[0]


def damage() -> StoreBroken | None:
    """The damage of the published build if another one is shown.

    None where no build can be shown at all: whoever reads the store then raises.
    """
    try:
        return store.served()[1]
    except (StoreMissing, StoreBroken):
        return None


def _frame(*question: Any, **options: Any) -> pd.DataFrame:
    """A frame of the published build; `question` is a function of the store and its arguments."""
    query, *arguments = question
    answer: pd.DataFrame = QUERY_CACHE.answer(query, build(), *arguments, **options)
    return answer


def read(
    table: str, selection: Selection = EVERYTHING, *, columns: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows of a table in a selection, with all columns or only `columns`."""
    return _frame(store.read, table, selection, columns=tuple(columns))


def count(table: str, selection: Selection = EVERYTHING) -> int:
    """The number of rows of a table in a selection."""
    return int(QUERY_CACHE.answer(aggregates.count, build(), table, selection))


def facet(name: str, selection: Selection = EVERYTHING) -> list[dict[str, Any]]:
    """The values of a filter under all other filters: rows of `value`, `label_ar`, `count`."""
    return rows(_frame(store.facet, name, selection))


def facet_counts(name: str, selection: Selection = EVERYTHING) -> dict[str, int]:
    """The values of a filter under all other filters, with the number of rows of each."""
    return {str(row["value"]): int(row["count"]) for row in facet(name, selection)}


def neighbours(
    selection: Selection = EVERYTHING,
    *,
    most: int | None = None,
    among: tuple[str, ...] | None = None,
    one: str | None = None,
) -> pd.DataFrame:
    """The edges of the network: `a`, `b`, `articles`, `sentences`; most sentences first."""
    return _frame(store.neighbours, selection, most=most, among=among, one=one)


def joined(selection: Selection = EVERYTHING) -> list[str]:
    """The ids of the entities that have an edge in a selection."""
    return list(QUERY_CACHE.answer(aggregates.joined, build(), selection))


def parties(names: tuple[str, ...], selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The parts of `names` in events of a selection: `event_id`, `name`, `polarity`, a row each."""
    found = QUERY_CACHE.answer(aggregates.parties, build(), names, selection)
    return pd.DataFrame(found, columns=["event_id", "name", "polarity"])


def rendered(make: Callable[..., Any], *given: Any) -> Any:
    """What a function makes of the published build for hashable arguments, cached."""
    return RENDER_CACHE.rendered(make, build(), *given)


def joint_sentences(a: str, b: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The sentences that name both entities."""
    return _frame(store.joint_sentences, a, b, selection)


def row_of(table: str, key: str, value: str | None) -> dict[str, Any] | None:
    """The row of a table with `value` in the column `key`; None if there is none."""
    if value is None:
        return None
    return next(iter(rows(_frame(store.read, table, only=(key, (value,))))), None)


def rows_among(
    table: str, key: str, values: Sequence[str], columns: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows of a table with one of `values` in the column `key`."""
    return _frame(store.read, table, only=(key, tuple(values)), columns=tuple(columns))


def whole(table: str, narrow: pd.DataFrame) -> pd.DataFrame:
    """All columns of the rows of `narrow`, in their order; the table's first column is the key."""
    key = next(iter(FRAMES[table]))
    if len(narrow.columns) >= len(FRAMES[table]):
        return narrow
    complete = rows_among(table, key, list(narrow[key]))
    return complete.set_index(key, drop=False).loc[list(narrow[key])].reset_index(drop=True)


def row_of_earlier_build(
    table: str, key: str, value: str
) -> tuple[store.Build, dict[str, Any]] | None:
    """A row and its build, the newest one before the current with such a row."""
    for former in store.earlier(build()):
        for row in rows(store.read(former, table, only=(key, [value]))):
            return former, row
    return None


def years() -> range:
    """All years from the first event of the store to the last."""
    ends = bounds("events")
    return range(ends[0].year, ends[1].year + 1) if ends else range(0)


def bounds(table: str) -> tuple[date, date] | None:
    """The first and the last day of the dates of a table; None without dates."""
    ends: tuple[date, date] | None = QUERY_CACHE.answer(aggregates.bounds, build(), table)
    return ends


def outlet_count() -> int:
    """The number of outlets of the articles in the store."""
    return len(QUERY_CACHE.answer(aggregates.outlets, build()))


def related_words(query: str) -> list[str]:
    """The words of the store that a search finds because they are related to those of a query."""
    return list(QUERY_CACHE.answer(store.related, build(), query))


def quote_groups(
    selection: Selection, chosen: str | None, part: tuple[int, int], arrangement: str = "newest"
) -> list[str]:
    """The ids of a part of the groups of quotes (its first and size), in their arrangement."""
    ids = QUERY_CACHE.answer(
        aggregates.sayings, build(), selection, chosen or "", part, arrangement
    )
    return list(ids)


def quotes_between(
    selection: Selection, first: date, last: date, most: int
) -> tuple[int, list[str]]:
    """The number of groups of quotes from `first` to `last`, and the lead quotes of `most`."""
    answer = QUERY_CACHE.answer(aggregates.between, build(), selection, first, last, most)
    return int(answer[0]), list(answer[1])
