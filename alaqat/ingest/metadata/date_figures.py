"""Days written as figures alone: 20221027, seconds since 1970, and the serial days of Excel."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

# 20221027, with or without a time: 20221027T100000Z, 20221027100000.
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4}(?:\d\d)?(?:\.\d+)?Z?)?")
# Seconds since 1970 have 9 or 10 figures from 1973 to 2286, milliseconds three more, and so on.
_EPOCH: Final = re.compile(r"(\d{9,10})(\d{3}){0,3}(?:\.\d+)?")
# Days of Excel, counted from the end of 1899: 1954 to 2064, with the time as a fraction.
_SERIAL: Final = re.compile(r"([2-5]\d{4})(?:\.\d+)?")
_SERIAL_ZERO: Final = date(1899, 12, 30)


def day_of_figures(text: str) -> date | None:
    """The day that `text` says in figures alone, in UTC; None if it says none."""
    if match := _COMPACT.fullmatch(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    if match := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(match[1]), UTC).date()
    if match := _SERIAL.fullmatch(text):
        return _SERIAL_ZERO + timedelta(days=int(match[1]))
    return None
