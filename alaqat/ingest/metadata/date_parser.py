"""Days as newsrooms write them: ISO, feeds and mail, figures, Arabic and English months; never a guess."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from datetime import UTC, date, datetime, timedelta
from functools import cache
from reprlib import Repr
from typing import Any, Final

from hijridate import Hijri

from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table
from alaqat.model.errors import ArticleRefused

WANTED: Final = "write a day such as 2022-10-27"
_SHORT: Final = Repr()
_SHORT.maxstring = _SHORT.maxother = 60
_SHORT.maxlevel = 2
_ISO: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ].*)?", re.DOTALL)
_FIGURES: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d/.-])")
_IN_TEXT: Final = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)([-/])(\d{1,2})\2(\d{1,2})(?![\d/.-])")
_IN_LINK: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_])(\d{1,2})\2(\d{1,2})(?!\d)")
_OLDEST: Final = 1800
_LONGEST: Final = 80  # characters of what is said to be a day


def day(value: Any, where: str) -> date:
    """The day that `value` (text, date or time) says, its time of day left out; raises ArticleRefused."""
    if isinstance(value, datetime | date):
        return _sensible(value.date() if isinstance(value, datetime) else value, value, where)
    text = folded(value).strip() if isinstance(value, str) else ""
    if iso := _ISO.fullmatch(text):
        return _sensible(_iso(iso, value, where), value, where)
    found = written(text) if len(text) <= _LONGEST else None
    if found is None:
        two = _FIGURES.search(text) and not _IN_TEXT.search(text)
        why = ", which may be two days; " if two else "; "
        raise ArticleRefused(f"{where} is {_SHORT.repr(value)}{why}{WANTED}")
    return _sensible(found, value, where)


def _iso(match: re.Match[str], value: Any, where: str) -> date:
    year, month, number = int(match[1]), int(match[3]), int(match[4])
    if 1300 <= year < 1500:
        raise ArticleRefused(f"{where} is {_SHORT.repr(value)}: {_hijri(year, month, number)}")
    try:
        return date(year, month, number)
    except ValueError as error:
        raise ArticleRefused(
            f"{where} is {_SHORT.repr(value)}, a day that does not exist; {WANTED}"
        ) from error


def _hijri(year: int, month: int, number: int) -> str:
    try:
        same = Hijri(year, month, number).to_gregorian().isoformat()
    except (ValueError, OverflowError):
        return f"the year is not Gregorian; {WANTED}"
    return f"the year is Hijri, not Gregorian; that day is {same}, write it so"


def _sensible(found: date, value: Any, where: str) -> date:
    if found.year < _OLDEST:
        raise ArticleRefused(
            f"{where} is {_SHORT.repr(value)}: the year is not Gregorian; {WANTED}"
        )
    if found > latest():
        raise ArticleRefused(f"{where} is {_SHORT.repr(value)}, a day still to come; {WANTED}")
    return found


def latest() -> date:
    """The last day an article can be of: tomorrow, for clocks east of ours."""
    return datetime.now(UTC).date() + timedelta(days=1)


def plausible(found: date | None) -> date | None:
    """`found` where an article of our time can be of it."""
    return found if found is not None and found.year >= _OLDEST and found <= latest() else None


def written(text: str) -> date | None:
    """The day that stands first in `text` (folded), written in full; None where there is none or it may be two."""
    hits = [
        match
        for match in (_IN_TEXT.search(text), _FIGURES.search(text), _named().search(text))
        if match
    ]
    first = min(hits, key=lambda match: match.start(), default=None)
    return None if first is None else _read(first)


def span(text: str) -> tuple[int, int] | None:
    """Where the day that `written` reads stands in `text`."""
    hits = [
        match.span()
        for match in (_IN_TEXT.search(text), _FIGURES.search(text), _named().search(text))
        if match
    ]
    return min(hits, default=None)


def _read(match: re.Match[str]) -> date | None:
    if match.re is _IN_TEXT:
        return _date(int(match[1]), int(match[3]), int(match[4]))
    if match.re is _FIGURES:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if first != second and first <= 12 and second <= 12:
            return None
        return _date(year, second, first) if second <= 12 else _date(year, first, second)
    name = match["month"] or match["month2"]
    return _date(int(match["year"]), _months()[name.lower()], int(match["day"] or match["day2"]))


def in_link(url: str) -> date | None:
    """The day in a link's path, as most newsrooms write it: …/2022/10/27/…"""
    hit = _IN_LINK.search(url)
    return plausible(_date(int(hit[1]), int(hit[3]), int(hit[4]))) if hit else None


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    known = {
        name.lower(): number
        for names in (month_name, month_abbr)
        for number, name in enumerate(names)
        if name
    }
    known["sept"] = 9
    for row in table("months"):
        if not row["slot"].startswith("hijri"):
            known |= {folded(form): int(row["value"]) for form in forms(row)}
    return known


@cache
def _named() -> re.Pattern[str]:
    """«27 أكتوبر 2022», «27 تشرين الأول/أكتوبر 2022», "27 Oct 2022", "October 27, 2022"."""
    names = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    month = rf"(?P<month>{names})\.?(?: ?[/(] ?(?:{names})\)?)?"
    return re.compile(
        rf"(?<!\d)(?:(?P<day>\d{{1,2}})[ -]*{month}|(?:{month.replace('<month>', '<month2>')}) (?P<day2>\d{{1,2}}))"
        r"[،, -]{0,3}(?P<year>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )
