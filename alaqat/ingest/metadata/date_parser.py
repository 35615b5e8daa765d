"""Parse dates as newsrooms write them: ISO, RFC 822, digits, Arabic and English month names.

An ambiguous date (03/05/2018) is not guessed. That is why no general date parser is used here:
dateparser and htmldate choose an order for such dates, and read partial dates as days.
"""

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

ADVICE: Final = "write a day such as 2022-10-27"
_SHORT: Final = Repr()
_SHORT.maxstring = _SHORT.maxother = 60
_SHORT.maxlevel = 2
_ISO: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ].*)?", re.DOTALL)
_YEAR_LAST: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d/.-])")
_YEAR_FIRST: Final = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)([-/])(\d{1,2})\2(\d{1,2})(?![\d/.-])")
_IN_URL: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_])(\d{1,2})\2(\d{1,2})(?!\d)")
_FIRST_YEAR: Final = 1800
_HIJRI_YEARS: Final = range(1300, 1500)
_LAST_MONTH: Final = 12
_LONGEST: Final = 80  # characters of a value that can be a date


def parse_date(value: Any, where: str) -> date:
    """The day of `value` (a text, date or datetime) without its time; raises ArticleRefused.

    `where` names the place of the value in the message.
    """
    if isinstance(value, datetime):
        return _require_plausible(value.date(), value, where)
    if isinstance(value, date):
        return _require_plausible(value, value, where)
    text = folded(value).strip() if isinstance(value, str) else ""
    if iso := _ISO.fullmatch(text):
        return _require_plausible(_iso_date(iso, value, where), value, where)
    day = date_in(text) if len(text) <= _LONGEST else None
    if day is None:
        problem = ", which may be two days; " if _is_ambiguous(text) else "; "
        raise ArticleRefused(f"{where} is {_SHORT.repr(value)}{problem}{ADVICE}")
    return _require_plausible(day, value, where)


def _is_ambiguous(text: str) -> bool:
    return _YEAR_LAST.search(text) is not None and _YEAR_FIRST.search(text) is None


def _iso_date(match: re.Match[str], value: Any, where: str) -> date:
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    if year in _HIJRI_YEARS:
        raise ArticleRefused(f"{where} is {_SHORT.repr(value)}: {_hijri_advice(year, month, day)}")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ArticleRefused(
            f"{where} is {_SHORT.repr(value)}, a day that does not exist; {ADVICE}"
        ) from error


def _hijri_advice(year: int, month: int, day: int) -> str:
    try:
        gregorian = Hijri(year, month, day).to_gregorian().isoformat()
    except (ValueError, OverflowError):
        return f"the year is not Gregorian; {ADVICE}"
    return f"the year is Hijri, not Gregorian; that day is {gregorian}, write it so"


def _require_plausible(day: date, value: Any, where: str) -> date:
    if day.year < _FIRST_YEAR:
        raise ArticleRefused(
            f"{where} is {_SHORT.repr(value)}: the year is not Gregorian; {ADVICE}"
        )
    if day > latest_date():
        raise ArticleRefused(f"{where} is {_SHORT.repr(value)}, a day still to come; {ADVICE}")
    return day


def latest_date() -> date:
    """The last possible day of publication: tomorrow in UTC, for time zones east of it."""
    return datetime.now(UTC).date() + timedelta(days=1)


def if_plausible(day: date | None) -> date | None:
    """`day` if an article can be published on it, else None."""
    if day is None or day.year < _FIRST_YEAR or day > latest_date():
        return None
    return day


def search(text: str) -> re.Match[str] | None:
    """The first complete date in `text` (folded); `date_of` reads it."""
    matches = [
        match
        for match in (_YEAR_FIRST.search(text), _YEAR_LAST.search(text), _named().search(text))
        if match
    ]
    return min(matches, key=lambda match: match.start(), default=None)


def date_in(text: str) -> date | None:
    """The first complete date in `text` (folded); None if there is none or it is ambiguous."""
    match = search(text)
    return None if match is None else date_of(match)


def date_of(match: re.Match[str]) -> date | None:
    """The date of a match of `search`; None if it does not exist or is ambiguous."""
    if match.re is _YEAR_FIRST:
        return _date(int(match[1]), int(match[3]), int(match[4]))
    if match.re is _YEAR_LAST:
        return _year_last_date(int(match[1]), int(match[3]), int(match[4]))
    name = match["month"] or match["month2"]
    return _date(int(match["year"]), _months()[name.lower()], int(match["day"] or match["day2"]))


def _year_last_date(first: int, second: int, year: int) -> date | None:
    """Day and month in the only order that is possible; None if both are."""
    if first != second and max(first, second) <= _LAST_MONTH:
        return None
    month, day = (second, first) if second <= _LAST_MONTH else (first, second)
    return _date(year, month, day)


def date_in_url(url: str) -> date | None:
    """The date in a URL's path, as most newsrooms write it: …/2022/10/27/…"""
    match = _IN_URL.search(url)
    return if_plausible(_date(int(match[1]), int(match[3]), int(match[4]))) if match else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    months = {
        name.lower(): number
        for names in (month_name, month_abbr)
        for number, name in enumerate(names)
        if name
    }
    months["sept"] = 9
    for row in table("months"):
        if not row["slot"].startswith("hijri"):
            months |= {folded(form): int(row["value"]) for form in forms(row)}
    return months


@cache
def _named() -> re.Pattern[str]:
    """Dates with a month name, with a second name of the month (Levantine/Egyptian) or without.

    Day first ("27 Oct 2022") or, as in English, month first ("October 27, 2022").
    """
    names = "|".join(re.escape(name) for name in sorted(_months(), key=len, reverse=True))
    month = rf"(?P<month>{names})\.?(?: ?[/(] ?(?:{names})\)?)?"
    month_first = month.replace("<month>", "<month2>")
    return re.compile(
        rf"(?<!\d)(?:(?P<day>\d{{1,2}})[ -]*{month}|(?:{month_first}) (?P<day2>\d{{1,2}}))"
        r"[،, -]{0,3}(?P<year>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )
