"""Values of filters as text, in links and on the command line, read into a selection.

A reader of a value returns the value, or raises ValueError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

from alaqat.model.selection import FILTERS, Filter, Selection
from alaqat.model.years import FIRST_YEAR, LAST_YEAR

LONGEST: Final = 200  # characters of one value; a link must stay short enough to send
MOST: Final = 20  # values of one filter
Reader = Callable[[str], Any]


def number(least: int, most: int) -> Reader:
    """A whole number from `least` to `most`, both included."""

    def read(value: str) -> int:
        if not least <= int(value) <= most:
            raise ValueError(value)
        return int(value)

    return read


def one_of(*allowed: str) -> Reader:
    """One of the allowed words."""

    def read(value: str) -> str:
        if value not in allowed:
            raise ValueError(value)
        return value

    return read


def text(value: str) -> str:
    """A text that is not blank and has at most `LONGEST` characters."""
    if not value.strip() or len(value) > LONGEST:
        raise ValueError(value)
    return value


def pair(value: str) -> str:
    """Two different states by their ISO 3166-1 alpha-3 codes, in alphabetical order."""
    first, second = sorted(value.split("-"))
    if not re.fullmatch("[A-Z]{3}-[A-Z]{3}", value) or first == second:
        raise ValueError(value)
    return f"{first}-{second}"


def of_filter(known: Filter, kinds: Collection[str]) -> Reader:
    """The reader of the values of a filter; `kinds` are the kinds of events."""
    readers = {
        "text": text,
        "year": number(FIRST_YEAR, LAST_YEAR),
        "pair": pair,
        "kind": one_of(*kinds),
        "choice": one_of(*known.values),
    }
    return readers[known.form]


def selection_of(
    params: Mapping[str, Sequence[str]], kinds: Collection[str]
) -> tuple[Selection, tuple[str, ...]]:
    """The selection of a link's parameters, and the values that are not valid (`from=abc`)."""
    chosen: dict[str, Any] = {}
    ignored: list[str] = []
    for name, known in FILTERS.items():
        good = []
        for value in params.get(known.parameter, ()):
            try:
                good.append(of_filter(known, kinds)(value))
            except ValueError:
                ignored.append(f"{known.parameter}={value}")
        if good:
            is_list = isinstance(getattr(Selection(), name), tuple)
            chosen[name] = tuple(dict.fromkeys(good))[:MOST] if is_list else good[-1]
    return Selection(**chosen), tuple(ignored)
