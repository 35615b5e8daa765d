"""Dates and numbers in the format of a CLDR locale.

Babel parses a pattern on every call and a page shows the same few hundred days on every run, so the
results are cached.
"""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache

import pandas as pd
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from components.i18n.escape import is_missing

DateLike = datetime.date | pd.Timestamp | None


@lru_cache(maxsize=10_000)
def format_number(value: float, lang: str) -> str:
    """A number with the language's grouping and Latin digits (`1,234`)."""
    return format_decimal(value, locale=lang, numbering_system="latn")


@lru_cache(maxsize=10_000)
def format_day(day: datetime.date, locale: str) -> str:
    """A day in full: `17 August 2022`."""
    return format_date(day, "d MMMM y", locale=locale)


@lru_cache(maxsize=10_000)
def format_fields(skeleton: str, day: datetime.date, locale: str) -> str:
    """The fields of a day that a CLDR skeleton names: `yMMMM` gives `August 2022`."""
    return format_skeleton(skeleton, day, locale=locale)


def to_date(value: DateLike) -> datetime.date | None:
    """The calendar day of a cell; None for an empty one."""
    if is_missing(value):
        return None
    return value.date() if isinstance(value, datetime.datetime) else value


def is_whole_years(start: datetime.date, end: datetime.date) -> bool:
    """True if `start`–`end` runs from a 1 January to a 31 December."""
    return (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def is_whole_months(start: datetime.date, end: datetime.date) -> bool:
    """True if `start` is the first day of a month and `end` the last day of one."""
    return start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
