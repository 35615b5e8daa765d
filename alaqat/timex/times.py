"""Reader of clock times: hour and minute as written, with their day.

Time zones are not applied.
"""

from __future__ import annotations

import re

from alaqat.timex import intervals
from alaqat.timex.intervals import Interval
from alaqat.timex.relative import weekday
from alaqat.timex.timex_context import (
    Captures,
    TimexContext,
    TimexReading,
    code,
    integer_or_zero,
)

_NOON, _HOURS, _MINUTES = 12, 24, 60
# Minutes of the captures «half» and «quarter».
_PARTS_OF_HOUR = {"h": 30, "q": 15}


def clock(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A clock time, on the day named with it, or of its sentence, or of publication."""
    time = _hour_minute(captures)
    if time is None:
        return None
    on = _day(context, captures)
    if on is None:
        return TimexReading("TIME", f"XXXX-XX-XXT{time}")
    return TimexReading("TIME", f"{on.value}T{time}", on, anchor="published")


def _day(context: TimexContext, captures: Captures) -> Interval | None:
    if {"w", "k"} & captures.keys():
        named = weekday(context, captures)
        return named.interval if named else None
    previous = context.readings[-1] if context.readings else None
    if previous and _is_day_of_sentence(context, previous):
        return previous.interval
    return intervals.day(context.published) if context.published else None


def _is_day_of_sentence(context: TimexContext, reading: TimexReading) -> bool:
    """True if a reading is a day in the sentence of the expression."""
    is_day = reading.interval is not None and reading.interval.granularity == "day"
    return is_day and context.sentence_number(reading.start) == context.sentence_number(
        context.start
    )


def _hour_minute(captures: Captures) -> str | None:
    """«HH:MM» of 24 hours; None if no clock shows it."""
    hour, minute = _written(captures)
    if hour > _HOURS or minute >= _MINUTES:
        return None
    evening = integer_or_zero(captures, "pm", "ampm")
    hour = hour + evening if hour < _NOON else hour % _HOURS
    return f"{hour:02d}:{minute:02d}"


def _written(captures: Captures) -> tuple[int, int]:
    """Hour and minute as written in figures («10:30»), or in words («العاشرة والنصف»)."""
    figures = code(captures, "c", "clock", "decimal")
    if figures:
        hour, minute = re.split("[:.,]", figures)
        return int(hour), int(minute)
    part = next((minutes for name, minutes in _PARTS_OF_HOUR.items() if name in captures), 0)
    return integer_or_zero(captures, "hr", "hour", "ord"), part
