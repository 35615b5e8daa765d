"""Chronologies: lines that open with a date and a colon or dash.

The year of such a heading holds for the lines below it.
"""

from __future__ import annotations

import re
from datetime import date

from alaqat.timex.intervals import Interval
from alaqat.timex.timex_context import TimexContext, TimexReading

# Characters allowed between a line's beginning and its date, and between the date and the text.
_LEAD = re.compile(r"[^\w\n]{0,4}")
_MARK = re.compile(r"\s{0,2}[:\-–—]")


def heading_year(context: TimexContext) -> int | None:
    """The year that the headings above give to a day or month without one.

    None outside a chronology.
    """
    context.has_looked_back = True
    if not _is_in_entry(context):
        return None
    headings = (_heading_interval(context, reading) for reading in reversed(context.before()))
    heading = next(filter(None, headings), None)
    limit = context.published or date.max
    return heading.last.year if heading and heading.last < limit else None


def _is_in_entry(context: TimexContext) -> bool:
    """True if the expression, or an earlier one of its line, heads the line."""
    begin = _line_start(context, context.start)
    places = [(context.start, context.end)]
    places += [reading.place for reading in context.before()]
    return any(start >= begin and _is_heading(context, start, end) for start, end in places)


def _heading_interval(context: TimexContext, reading: TimexReading) -> Interval | None:
    """The interval of a heading whose date is written in full, or in part below another heading."""
    is_dated = reading.anchor in {"none", "text"}
    return reading.interval if is_dated and _is_heading(context, *reading.place) else None


def _line_start(context: TimexContext, offset: int) -> int:
    return context.document.folded.rfind("\n", 0, offset) + 1


def _is_heading(context: TimexContext, start: int, end: int) -> bool:
    """True if the expression `start:end` opens its line and is set off from what follows."""
    text = context.document.folded
    lead = _LEAD.match(text, _line_start(context, start))
    return lead is not None and lead.end() == start and _MARK.match(text, end) is not None
