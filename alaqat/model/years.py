"""The years that events, corrections and links may have: others are mistakes of writing or reading."""

from __future__ import annotations

from datetime import date
from typing import Final

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2100
FIRST_DAY: Final = date(FIRST_YEAR, 1, 1)
LAST_DAY: Final = date(LAST_YEAR, 12, 31)


def is_within_years(first: date, last: date) -> bool:
    """True if both days lie in the years that are kept."""
    return first >= FIRST_DAY and last <= LAST_DAY


def clamp(day: date) -> date:
    """The day, or the first or last one that is kept where it lies outside."""
    return min(max(day, FIRST_DAY), LAST_DAY)
