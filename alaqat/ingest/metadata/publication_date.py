"""The day of publication, from sidecar, metadata, URL, dateline or page header, in this order."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from alaqat.arabic.dateline import AGENCY, CLOSING_DASH
from alaqat.arabic.fold import folded
from alaqat.ingest.metadata import date_parser
from alaqat.lexicon.load import forms, table

# A header line is one of the first lines of a page, at most so long, with at most so many
# characters besides the date.
_HEADER_LINES: Final = 4
_HEADER_WIDTH: Final = 80
_MAX_REST: Final = 40
_HEADER_SEARCHED: Final = 4 * _HEADER_LINES * _HEADER_WIDTH  # characters
_DATELINE_WIDTH: Final = 160
# Words of the place in front of the date of a dateline: "القدس (وكالة) 27 أكتوبر 2022 -"
_PLACE_WORDS: Final = 6


def find(
    metadata: Sequence[tuple[str, Mapping[str, Any]]], *, url: str | None, text: str, where: str
) -> tuple[date | None, str | None]:
    """The day and its basis ("sidecar", "metadata", "url", "dateline", "header"), or two None.

    Raises ArticleRefused if the first date in `metadata` is not a day; the message names `where`.
    """
    for basis, fields in metadata:
        value = fields.get("published")
        if not date_parser.is_no_day(value):
            place = f"{fields.get('where', where)}: 'published'"
            return date_parser.parse_date(value, place), basis
    candidates = (
        ("url", date_parser.date_in_url(url) if url else None),
        ("dateline", dateline_date(text)),
        ("header", header_date(text)),
    )
    return next(((day, basis) for basis, day in candidates if day), (None, None))


def dateline_date(text: str) -> date | None:
    """The date of the dateline of a news agency's report: place, agency, date and a dash."""
    first_lines = text[:_DATELINE_WIDTH].splitlines()
    line = folded(next((line for line in first_lines if line.strip()), ""))
    match = date_parser.search(line)
    if match is None:
        return None
    agencies = (agency for agency in AGENCY.finditer(line) if agency.span() != match.span())
    agency = next(agencies, None)
    if agency is None or len(line[: match.start()].split()) > _PLACE_WORDS:
        return None
    dash = CLOSING_DASH.match(line, max(match.end(), agency.end()))
    if dash is None or agency.start() >= dash.start():
        return None
    return date_parser.if_plausible(date_parser.date_of(match))


def header_date(text: str) -> date | None:
    """The date of a short line above the text that says nothing else."""
    lines = [line.strip() for line in text[:_HEADER_SEARCHED].splitlines() if line.strip()]
    for line in lines[:_HEADER_LINES][:-1]:
        plain = folded(line)
        match = date_parser.search(plain) if len(line) <= _HEADER_WIDTH else None
        if match and _is_header(plain[: match.start()] + plain[match.end() :]):
            return date_parser.if_plausible(date_parser.date_of(match))
    return None


def _is_header(rest: str) -> bool:
    """True if the rest of the line is only a weekday, a time and words such as "published"."""
    words = re.findall(r"[^\W\d]+", rest.lower())
    return len(rest) <= _MAX_REST and _header_words().issuperset(words)


@cache
def _header_words() -> frozenset[str]:
    weekdays = (form for row in table("weekdays") for form in forms(row))
    words = (form for row in table("header_words", ("forms",)) for form in forms(row))
    return frozenset(folded(form).lower() for form in (*weekdays, *words, *day_name))
