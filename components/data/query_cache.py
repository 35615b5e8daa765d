"""A cache of the store's answers, shared by all sessions.

Streamlit's own cache returns a pickled copy, which takes longer than the query for a frame of
thousands of rows. This cache returns the frame itself, so no caller may change it in place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from sys import getsizeof
from threading import Lock
from time import monotonic
from typing import Any, Final

import pandas as pd
from cachetools import LRUCache

from alaqat.store import Build

MOST_VALUES: Final = 1_500_000  # of all frames together, about 100 MB
MOST_RENDERED: Final = 300_000  # of all that is made of answers, about 20 MB
BYTES: Final = 67  # of a value, on average
SMALLEST: Final = 500  # least size of an answer, in values: its objects need as much memory


class QueryCache:
    """The latest answers; the least recently used are dropped beyond `most` values in total.

    An answer of more than `most` values is not cached. `hits` and `misses` count the questions that
    were answered from the cache and from the store.
    """

    def __init__(self, most: int = MOST_VALUES, smallest: int = SMALLEST) -> None:
        self._answers: LRUCache[Any, Any] = LRUCache(
            most, getsizeof=lambda answer: max(smallest, size(answer))
        )
        self._used: dict[Any, float] = {}
        self._lock = Lock()
        self.hits = self.misses = 0

    def answer(self, query: Callable[..., Any], build: Build, *given: Any, **options: Any) -> Any:
        """`query(build, *given, **options)` or its cached answer; all arguments are hashable."""
        key = (build.path, query, given, *sorted(options.items()))
        return self._found(key, partial(query, build, *given, **options))

    def rendered(self, make: Callable[..., Any], build: Build, *given: Any) -> Any:
        """`make(*given)`, which reads the build, or its cached result; the arguments are hashable.

        What is made twice, in two threads or while another build is published, is the same.
        """
        return self._found((build.path, make, given), partial(make, *given))

    def _found(self, key: Any, ask: Callable[[], Any]) -> Any:
        with self._lock:
            if key in self._answers:
                self._used[key] = monotonic()
                self.hits += 1
                return self._answers[key]
            self.misses += 1
        answer = ask()
        with self._lock:
            if size(answer) <= self._answers.maxsize:
                self._answers[key] = answer
                self._used[key] = monotonic()
        return answer

    def forget(self, seconds: float) -> None:
        """Drop the answers that nobody has asked for in so many seconds."""
        oldest = monotonic() - seconds
        with self._lock:
            for key, used in list(self._used.items()):
                if used < oldest:
                    self._answers.pop(key, None)
                if key not in self._answers:
                    del self._used[key]

    def clear(self) -> None:
        """Drop every answer."""
        with self._lock:
            self._answers.clear()
            self._used.clear()


def size(answer: Any) -> int:
    """The number of values in an answer, or as many as need the memory of a text."""
    if isinstance(answer, str):
        return getsizeof(answer) // BYTES
    if isinstance(answer, tuple):
        return sum(map(size, answer))
    if isinstance(answer, pd.DataFrame):
        return int(answer.size)
    if isinstance(answer, list) and answer and isinstance(answer[0], list | tuple | dict):
        return len(answer) * len(answer[0])
    return len(answer) if isinstance(answer, list) else 1


QUERY_CACHE: Final = QueryCache()
# What is made of answers (HTML, a chart); apart, so that large answers do not drop it.
RENDER_CACHE: Final = QueryCache(MOST_RENDERED)
