"""The day of publication, and who said so: sidecar, metadata, link, dateline or page header, in that order."""

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

# A page's header is among its first lines, and such a line says little but the day.
_LINES: Final = 4
_WIDTH: Final = 80
_BESIDE: Final = 40
_FIRST: Final = 160
# What stands before the news: place, agency in brackets or slashes, day, and a dash. «القدس (وكالة) 27 أكتوبر 2022 -»
_PLACE_WORDS: Final = 6


def published(
    said: Sequence[tuple[str, Mapping[str, Any]]], *, url: str | None, text: str, where: str
) -> tuple[date | None, str | None]:
    """The day and its basis ("sidecar", "metadata", "url", "dateline", "header"), or neither.

    What is said outright must be a day: raises ArticleRefused, which names `where` it is said, where it is none.
    """
    for basis, fields in said:
        value = fields.get("published")
        if value is not None and value != "":
            return date_parser.day(value, f"{fields.get('where', where)}: 'published'"), basis
    for basis, found in (
        ("url", date_parser.in_link(url) if url else None),
        ("dateline", dateline(text)),
        ("header", header(text)),
    ):
        if found:
            return found, basis
    return None, None


def dateline(text: str) -> date | None:
    """The day before the dash that a news agency begins its report with; an agency must be named there too."""
    first = folded(next((line for line in text[:_FIRST].splitlines() if line.strip()), ""))
    at = date_parser.span(first)
    if at is None:
        return None
    agency = next((hit for hit in AGENCY.finditer(first) if hit.span() != at), None)
    if agency is None or len(first[: at[0]].split()) > _PLACE_WORDS:
        return None
    dash = CLOSING_DASH.match(first, max(at[1], agency.end()))
    return (
        date_parser.plausible(date_parser.written(first))
        if dash and agency.start() < dash.start()
        else None
    )


def header(text: str) -> date | None:
    """The day of a short line above the text that says nothing else."""
    lines = [line.strip() for line in text[: _LINES * _WIDTH * 4].splitlines() if line.strip()][
        :_LINES
    ]
    for line in lines[:-1]:
        plain = folded(line)
        at = date_parser.span(plain)
        if at and len(line) <= _WIDTH and _little(plain[: at[0]] + plain[at[1] :]):
            return date_parser.plausible(date_parser.written(plain))
    return None


def _little(rest: str) -> bool:
    """Whether what stands beside the day is no more than a weekday, a clock and words such as «نشر»."""
    return len(rest) <= _BESIDE and _beside().issuperset(re.findall(r"[^\W\d]+", rest.lower()))


@cache
def _beside() -> frozenset[str]:
    days_of_week = (form for row in table("weekdays") for form in forms(row))
    said = (form for row in table("header_words", ("forms",)) for form in forms(row))
    return frozenset(folded(form).lower() for form in (*days_of_week, *said, *day_name))
