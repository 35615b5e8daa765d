"""Readers of single values of a link: each returns the value, or raises ValueError."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from alaqat.model import filter_values
from alaqat.model.filter_values import Reader, number, one_of, pair, text
from alaqat.model.selection import Filter
from alaqat.model.years import FIRST_YEAR, LAST_YEAR, is_within_years
from components.theme.event_kinds import KINDS

LONGEST: Final = filter_values.LONGEST
OUTLET: Final = "outlet:"  # prefix of an outlet in a parameter that also takes pairs of states
__all__ = ["Reader", "number", "one_of", "pair", "text"]


def matching(pattern: str) -> Reader:
    """A text that a regular expression matches completely."""

    def read(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(value)
        return value

    return read


def is_on(value: str) -> bool:
    """True for "1", the only value of a switch; a switch that is off is not in the URL."""
    if value != "1":
        raise ValueError(value)
    return True


def period(value: str) -> str:
    """A year (`2018`), month (`2018-06`) or day, from `FIRST_YEAR` to `LAST_YEAR`."""
    if not re.fullmatch("[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?", value):
        raise ValueError(value)
    date.fromisoformat(f"{value}-01-01"[:10])
    number(FIRST_YEAR, LAST_YEAR)(value[:4])
    return value


def days(value: str) -> str:
    """A first and a later last day, `FIRST_YEAR` to `LAST_YEAR`: `2018-05-01_2018-06-30`."""
    first, last = map(date.fromisoformat, value.split("_"))
    if first >= last or not is_within_years(first, last):
        raise ValueError(value)
    return f"{first}_{last}"


def pair_or_outlet(value: str) -> str:
    """A pair of states, or an outlet with the prefix `outlet:`."""
    if not value.startswith(OUTLET):
        return pair(value)
    text(value.removeprefix(OUTLET))
    return text(value)


def of_filter(known: Filter) -> Reader:
    """The reader of the values of a filter."""
    return filter_values.of_filter(known, KINDS)
