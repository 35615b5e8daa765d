"""Dates that a model gives: only valid days are accepted, with the basis of their verification."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alaqat.model.records import Annotations, DatedBy, Granularity, Timex
from alaqat.readers.endpoint.alignment import Span, locate
from alaqat.readers.endpoint.answer_format import EventEntry

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEK = 7
_DAY = timedelta(days=1)


class WrongDate(Exception):
    """The days of an entry are no interval."""


@dataclass(frozen=True, slots=True)
class VerifiedDate:
    """An interval of days with its granularity, and what verified it; all None for no date.

    `by` is "sentence" or "context" where a time expression of the text has the same interval,
    "article" where it is the day of publication, else "model".
    """

    first: date | None = None
    last: date | None = None
    granularity: Granularity | None = None
    by: DatedBy | None = None
    mod: str | None = None


def verify(entry: EventEntry, found: Annotations, sentence: Span) -> VerifiedDate:
    """The date of an entry with its event in the source span `sentence`.

    Raises WrongDate if only one day is given, if a day is not in the calendar, or if they are in
    the wrong order.
    """
    if not entry.date_from and not entry.date_to:
        return VerifiedDate()
    first, last = _day(entry.date_from), _day(entry.date_to)
    if first > last:
        raise WrongDate
    timex = _timex(entry, found, sentence)
    if timex is not None and (timex.date_from, timex.date_to) == (first, last):
        is_inside = sentence[0] <= timex.start < sentence[1]
        by: DatedBy = "sentence" if is_inside else "context"
        return VerifiedDate(first, last, timex.granularity, by, timex.mod)
    is_published = timex is None and first == last == found.article.published
    return VerifiedDate(
        first, last, granularity(first, last), "article" if is_published else "model"
    )


def _day(text: str | None) -> date:
    if not text or not _ISO_DAY.fullmatch(text):
        raise WrongDate
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongDate from error


def _timex(entry: EventEntry, found: Annotations, sentence: Span) -> Timex | None:
    """The time expression that the entry quotes, searched in its sentence, then in the article."""
    if not entry.date_text:
        return None
    whole = (0, len(found.document.text))
    span = locate(found.document, entry.date_text, sentence) or locate(
        found.document, entry.date_text, whole
    )
    return _at(found.timexes, span) if span else None


def _at(timexes: Sequence[Timex], span: Span) -> Timex | None:
    """The dated time expression that shares most characters with a span."""

    def shared(timex: Timex) -> int:
        return min(timex.end, span[1]) - max(timex.start, span[0])

    dated = [timex for timex in timexes if timex.date_from and shared(timex) > 0]
    return max(dated, key=shared, default=None)


def granularity(first: date, last: date) -> Granularity:
    """The unit of the calendar that an interval fills, else a range."""
    days = (last - first).days + 1
    ends_month = (last + _DAY).day == 1
    if days == 1:
        return "day"
    if first.day == 1 and ends_month:
        return _months(first, last)
    return "week" if days == _WEEK else "range"


def _months(first: date, last: date) -> Granularity:
    """The unit that an interval of whole months fills."""
    units: dict[tuple[int, int], Granularity] = {(1, 12): "year"}
    if first.year != last.year:
        return "range"
    return "month" if first.month == last.month else units.get((first.month, last.month), "range")
