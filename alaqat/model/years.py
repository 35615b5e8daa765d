"""The valid years of events, corrections and links; other years are errors of text or reader."""

from __future__ import annotations

from datetime import date
from typing import Final

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2100
FIRST_DAY: Final = date(FIRST_YEAR, 1, 1)
LAST_DAY: Final = date(LAST_YEAR, 12, 31)


def is_within_years(first: date, last: date) -> bool:
    """True if both days are within the valid years."""
    return first >= FIRST_DAY and last <= LAST_DAY


def clamp(day: date) -> date:
    """The day, or the first or last valid day if it is outside of them."""
    return min(max(day, FIRST_DAY), LAST_DAY)
