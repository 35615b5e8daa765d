"""Chronologies: lines that open with a date and a colon or dash.

The year of such a heading holds for the lines below it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from operator import attrgetter

from alaqat.timex.intervals import Interval
from alaqat.timex.timex_context import TimexContext, TimexReading

# Characters allowed between a line's beginning and its date, and between the date and the text.
_LONGEST_LEAD = 4
_LEAD = re.compile(rf"[^\w\n]{{0,{_LONGEST_LEAD}}}")
_MARK = re.compile(r"\s{0,2}[:\-–—]")


def heading_year(context: TimexContext) -> int | None:
    """The year that the headings above give to a day or month without one.

    None outside a chronology.
    """
    context.has_looked_back = True
    if not _is_in_entry(context):
        return None
    heading = _last_heading(context, context.count_before())
    limit = context.published or date.max
    return heading.last.year if heading and heading.last < limit else None


def _is_in_entry(context: TimexContext) -> bool:
    """True if the expression, or an earlier one of its line, heads the line."""
    if _is_heading(context, context.start, context.end):
        return True
    begin = context.line_start(context.start)
    first = bisect_left(context.readings, begin, key=attrgetter("start"))
    nearest = context.readings[first : min(first + _LONGEST_LEAD + 1, context.count_before())]
    return any(_is_heading(context, *reading.place) for reading in nearest)


def _last_heading(context: TimexContext, count: int) -> Interval | None:
    """The interval of the last heading among the first `count` readings.

    `context.headings` holds the answer for each count, so that no reading is looked at twice.
    """
    headings = context.headings
    for reading in context.readings[len(headings) : count]:
        earlier = headings[-1] if headings else None
        headings.append(_heading_interval(context, reading) or earlier)
    return headings[count - 1] if count else None


def _heading_interval(context: TimexContext, reading: TimexReading) -> Interval | None:
    """The interval of a heading whose date is written in full, or in part below another heading."""
    is_dated = reading.anchor in {"none", "text"}
    return reading.interval if is_dated and _is_heading(context, *reading.place) else None


def _is_heading(context: TimexContext, start: int, end: int) -> bool:
    """True if the expression `start:end` opens its line and is set off from what follows."""
    text = context.document.folded
    lead = _LEAD.match(text, context.line_start(start))
    return lead is not None and lead.end() == start and _MARK.match(text, end) is not None
