"""Answers of the store, kept for all sessions.

Streamlit's own cache gives every caller a copy, made by pickling: for a frame of thousands of rows that takes longer
than the query. What is kept here is shared instead, so nobody may change a frame in place.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any, Final

import pandas as pd
from cachetools import LRUCache

from alaqat.store import Build

MOST_VALUES: Final = 1_500_000  # of all frames together, at most about 100 MB
SMALLEST: Final = (
    500  # values that any answer counts for: the objects around them take as much memory
)


class QueryCache:
    """The answers given last; the oldest are dropped when they hold more than `most` values together.

    An answer that is larger than all of that is given and not kept.
    """

    def __init__(self, most: int = MOST_VALUES, smallest: int = SMALLEST) -> None:
        self._answers: LRUCache[Any, Any] = LRUCache(
            most, getsizeof=lambda answer: max(smallest, size(answer))
        )
        self._lock = Lock()

    def answer(self, ask: Callable[..., Any], build: Build, *question: Any, **options: Any) -> Any:
        """`ask(build, *question, **options)`, called only where its answer is not kept; arguments are hashable."""
        key = (build.path, ask, question, *sorted(options.items()))
        with self._lock:
            if key in self._answers:
                return self._answers[key]
        answer = ask(build, *question, **options)
        with self._lock:
            if size(answer) <= self._answers.maxsize:
                self._answers[key] = answer
        return answer

    def clear(self) -> None:
        """Drop every answer."""
        with self._lock:
            self._answers.clear()


def size(answer: Any) -> int:
    """How many values an answer holds."""
    if isinstance(answer, pd.DataFrame):
        return int(answer.size)
    if isinstance(answer, list) and answer and isinstance(answer[0], list | tuple | dict):
        return len(answer) * len(answer[0])
    return len(answer) if isinstance(answer, list) else 1


QUERY_CACHE: Final = QueryCache()
