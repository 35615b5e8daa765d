"""Datelines: the place, agency and dash that a report opens with («دبي (رويترز) -»)."""

from __future__ import annotations

import re
from typing import Final

DASH: Final = r"[-–—]{1,2}"
AGENCY: Final = re.compile(r"\([^()\d\n]{2,40}\)|/[^/\d\n]{2,40}/")
# The dash after agency and day; some papers write a colon.
CLOSING_DASH: Final = re.compile(r"\s*[-–—:]+\s")
_PLACE = r"[^.\n()]{2,60}?"
_WITH_AGENCY = re.compile(rf"{_PLACE}\([^()\n]{{1,20}}\)\s?{DASH}")
_WITH_DASH = re.compile(rf"{_PLACE}(?:\([^()\n]{{1,20}}\)\s?{DASH}|\s{DASH}\s)")


def agency_dateline_end(text: str, start: int, end: int) -> int | None:
    """Offset after a dateline with an agency in brackets; None if none opens `start:end`."""
    dateline = _WITH_AGENCY.match(text, start, end)
    return dateline.end() if dateline else None


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Offset after a dateline, with or without agency; None if none opens `start:end`.

    A dash within a sentence looks the same: callers check that no verb is before it.
    """
    dateline = _WITH_DASH.match(text, start, end)
    return dateline.end() if dateline else None
