"""The only cached doors to the store: what was read once from a build is kept for all sessions.

Streamlit's own cache gives every caller a copy, made by pickling: for a frame of thousands of rows that takes longer
than the query. What is kept here is shared instead, so nobody may change a frame in place.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
from threading import Lock
from typing import Any, Final

import pandas as pd

from alaqat import store
from alaqat.model.selection import Selection
from alaqat.store import aggregates
from alaqat.store.schema import FRAMES
from components.data.frame_rows import rows

EVERYTHING = Selection()
MOST: Final = 1_500_000  # values kept of all frames together, at most about 100 MB

ENTRIES: Final = 256  # answers kept


class Kept:
    """The answers given last, the oldest forgotten when they hold more than so many values together."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.held = 0
        self.answers: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self.lock = Lock()

    def get(self, ask: Callable[..., Any], build: store.Build, *question: Any) -> Any:
        """The answer of `ask(build, *question)`, asked only where it is not kept."""
        key = (build.path, ask, *question)
        with self.lock:
            if key in self.answers:
                self.answers.move_to_end(key)
                return self.answers[key]
        answer = ask(build, *question)
        with self.lock:
            if key not in self.answers:
                self.answers[key] = answer
                self.held += size(answer)
            while (self.held > self.most and len(self.answers) > 1) or len(self.answers) > ENTRIES:
                self.held -= size(self.answers.popitem(last=False)[1])
        return answer


def size(answer: Any) -> int:
    """How many values an answer holds; a small one counts as ten."""
    if isinstance(answer, pd.DataFrame):
        return max(10, int(answer.size))
    return max(10, len(answer) * len(answer[0]) if isinstance(answer, list) and answer else 0)


KEPT: Final = Kept(MOST)


def build() -> store.Build:
    """The published build. Raises StoreMissing when there is none yet."""
    return store.latest()


def read(
    table: str, selection: Selection = EVERYTHING, *, columns: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows of a table that a selection keeps, whole or only some columns of them."""
    return KEPT.get(_read, build(), table, selection, tuple(columns))  # type: ignore[no-any-return]


def _read(
    found: store.Build, table: str, selection: Selection, columns: Sequence[str]
) -> pd.DataFrame:
    return store.read(found, table, selection, columns=columns)


def count(table: str, selection: Selection = EVERYTHING) -> int:
    """How many rows of a table a selection keeps."""
    return KEPT.get(aggregates.count, build(), table, selection)  # type: ignore[no-any-return]


def facet(name: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The values of a facet (`value`, `label_ar`, `count`) under every other choice."""
    return KEPT.get(store.facet, build(), name, selection)  # type: ignore[no-any-return]


def values(name: str, selection: Selection = EVERYTHING) -> list[dict[str, Any]]:
    """The same as rows, which most who ask want."""
    return rows(facet(name, selection))


def neighbours(selection: Selection = EVERYTHING, *, most: int | None = None) -> pd.DataFrame:
    """The edges of the network: `a`, `b`, `articles`, `sentences`; the pairs of most sentences first."""
    return KEPT.get(_neighbours, build(), selection, most)  # type: ignore[no-any-return]


def _neighbours(found: store.Build, selection: Selection, most: int | None) -> pd.DataFrame:
    return store.neighbours(found, selection, most=most)


def joint_sentences(a: str, b: str, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The sentences that name both entities."""
    return KEPT.get(store.joint_sentences, build(), a, b, selection)  # type: ignore[no-any-return]


def one(table: str, key: str, value: str | None) -> pd.Series | None:
    """The row of a table whose `key` is `value`, whatever is selected; None when there is none."""
    if value is None:
        return None
    found = KEPT.get(_one, build(), table, key, value)
    return None if found.empty else found.iloc[0]


def _one(found: store.Build, table: str, key: str, value: str) -> pd.DataFrame:
    return store.read(found, table, only=(key, [value]))


def chosen(
    table: str, key: str, values: Sequence[str], columns: Sequence[str] = ()
) -> pd.DataFrame:
    """The rows of a table whose `key` is one of some values, whatever is selected."""
    return KEPT.get(_chosen, build(), table, key, tuple(values), tuple(columns))  # type: ignore[no-any-return]


def _chosen(
    found: store.Build, table: str, key: str, values: Sequence[str], columns: Sequence[str]
) -> pd.DataFrame:
    return store.read(found, table, only=(key, values), columns=columns)


def whole(table: str, some: pd.DataFrame) -> pd.DataFrame:
    """All columns of rows of which some columns were read, in their own order; the first column is their key."""
    key = next(iter(FRAMES[table]))
    if len(some.columns) >= len(FRAMES[table]):
        return some
    found = chosen(table, key, list(some[key]))
    return found.set_index(key, drop=False).loc[list(some[key])].reset_index(drop=True)


def once(table: str, key: str, value: str) -> tuple[store.Build, pd.Series] | None:
    """A row that the current build no longer has, from the newest earlier build that had it."""
    for former in store.earlier(build()):
        found = store.read(former, table, only=(key, [value]))
        if not found.empty:
            return former, found.iloc[0]
    return None


def years() -> range:
    """Every year from the first that an event of the store touches to the last."""
    ends = bounds("events")
    return range(ends[0].year, ends[1].year + 1) if ends else range(0)


def bounds(table: str) -> tuple[date, date] | None:
    """The first and the last day of a table's dates."""
    return KEPT.get(aggregates.bounds, build(), table)  # type: ignore[no-any-return]


def outlets() -> int:
    """How many outlets printed the articles held."""
    return len(KEPT.get(aggregates.outlets, build()))


def sayings(selection: Selection, chosen: str | None, first: int, size: int) -> list[str]:
    """The groups of a leaf of the quotes of a selection, in the order of their cards."""
    return KEPT.get(aggregates.sayings, build(), selection, chosen or "", first, size)  # type: ignore[no-any-return]
