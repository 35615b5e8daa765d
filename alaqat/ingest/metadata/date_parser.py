"""Parse dates as newsrooms write them: ISO, RFC 822, digits, Arabic and English month names.

An ambiguous date (03/05/2018) is not guessed: its weekday or the rest of its column must say the
order. That is why no general date parser is used here: dateparser and htmldate choose an order for
such dates, and read partial dates as days.
"""

from __future__ import annotations

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from datetime import UTC, date, datetime, timedelta
from functools import cache
from reprlib import Repr
from typing import Any, Final, Literal

from hijridate import Hijri

from alaqat.arabic.fold import folded
from alaqat.ingest.metadata.date_figures import day_of_figures
from alaqat.lexicon.load import forms, table
from alaqat.model.errors import ArticleRefused

ADVICE: Final = "write a day such as 2022-10-27"
_SHORT: Final = Repr()
_SHORT.maxstring = _SHORT.maxother = 60
_SHORT.maxlevel = 2
_ISO: Final = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ].*)?", re.DOTALL)
_YEAR_LAST: Final = re.compile(r"(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d/.-])")
_YEAR_FIRST: Final = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)([-/])(\d{1,2})\2(\d{1,2})(?![\d/.-])")
# In links: /2022/10/27/, /2022-10/27/, /2022/1027/, and the figures of a day below a folder of its
# year. Eight figures without such a folder may be the number of the article.
_IN_URL: Final = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_])(\d{1,2})\2(\d{1,2})(?!\d)"),
    re.compile(r"/((?:19|20)\d\d)(-)(\d\d)/(\d\d)(?!\d)"),
    re.compile(r"/((?:19|20)\d\d)(/)(\d\d)(\d\d)/(?=c?\d)"),
    re.compile(r"/((?:19|20)\d\d)(?:[-/]?\d\d?)?(/)(?:[^/?#]*/)??\1(\d\d)(\d\d)(?!\d)"),
)
# The form of RFC 822, whose years may have two figures: "Thu, 03 Sep 15 00:01:01 +0200".
_SHORT_YEAR: Final = re.compile(r"(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d\d) \d\d?:\d\d.*")
# The form of C, which Twitter writes: "Tue Mar 09 10:15:00 +0000 2021".
_YEAR_AT_END: Final = re.compile(
    r"(?P<weekday>[A-Za-z]{3}) (?P<month>[A-Za-z]{3}) +(?P<day>\d{1,2}) \d\d?:\d\d:\d\d"
    r"(?: [+-]\d{4}| [A-Z]{3,4})? (?P<year>\d{4})"
)
_CENTURY: Final = 2000
_NO_DAY: Final = re.compile(r"[0\W_]*(?:t[0\W_]*z?)?")
_FIRST_YEAR: Final = 1800
_HIJRI_YEARS: Final = range(1300, 1500)
_LAST_MONTH: Final = 12
_LONGEST: Final = 80  # characters of a value that can be a date
# The order of day and month in figures.
Order = Literal["day first", "month first"]


def parse_date(value: Any, where: str, order: Order | None = None) -> date:
    """The day of `value` (a text, date, datetime or number) without its time.

    `order` is that of figures such as 03/05/2018, which are two days without it. Raises
    ArticleRefused; `where` names the place of the value in the message.
    """
    if isinstance(value, datetime):
        return _require_plausible(value.date(), value, where)
    if isinstance(value, date):
        return _require_plausible(value, value, where)
    text = _as_text(value)
    if iso := _ISO.fullmatch(text):
        return _require_plausible(_iso_date(iso, value, where), value, where)
    day = _day_of(text, order)
    if day is None:
        raise ArticleRefused(f"{where} is {_SHORT.repr(value)}{_problem(text)}")
    return _require_plausible(day, value, where)


def _as_text(value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return folded(value).strip() if isinstance(value, str) else ""


def _day_of(text: str, order: Order | None) -> date | None:
    """The day of a folded text, by the first way of writing that fits."""
    if len(text) > _LONGEST:
        return None
    if short := _SHORT_YEAR.fullmatch(text):
        return _short_year_date(short)
    text = _YEAR_AT_END.sub(r"\g<weekday>, \g<day> \g<month> \g<year>", text)
    match = search(text)
    if match is None:
        return day_of_figures(text)
    return date_of(match, order or order_of(text))


def is_no_day(value: Any) -> bool:
    """True if a cell says that there is no day: empty, zeros, dashes, or a word such as "null"."""
    if value is None or value != value:  # noqa: PLR0124 - NaN alone differs from itself
        return True
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return False
    text = folded(str(value)).strip().lower()
    return _NO_DAY.fullmatch(text, 0) is not None or text in _no_day_words()


@cache
def _no_day_words() -> frozenset[str]:
    rows = table("no_day_words", ("forms",))
    return frozenset(folded(form).lower() for row in rows for form in forms(row))


def order_of(text: str) -> Order | None:
    """The order of day and month that the figures of a folded text need; None if it needs none.

    Of 04/01/2022 a weekday in front says the order, if it is that of one of the two days alone.
    """
    match = _YEAR_LAST.search(text)
    if match is None or _YEAR_FIRST.search(text):
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    days: dict[Order, date | None] = {
        "day first": _date(year, second, first),
        "month first": _date(year, first, second),
    }
    weekday = _weekday_in(text) if all(days.values()) else None
    possible = [order for order, day in days.items() if day and weekday in {None, day.isoweekday()}]
    return possible[0] if len(possible) == 1 else None


def _weekday_in(text: str) -> int | None:
    """The number of the weekday that the text names first, Monday 1."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return next((_weekdays()[word] for word in words if word in _weekdays()), None)


@cache
def _weekdays() -> dict[str, int]:
    numbers = {
        name.lower(): number
        for names in (day_name, day_abbr)
        for number, name in enumerate(names, 1)
    }
    for row in table("weekdays"):
        numbers |= {folded(form): int(row["value"]) for form in forms(row)}
    return numbers


def _short_year_date(match: re.Match[str]) -> date | None:
    """The day of a date of RFC 822; None if its weekday is another one."""
    month = _months().get(match[2].lower())
    day = _date(_CENTURY + int(match[3]), month, int(match[1])) if month else None
    weekday = _weekday_in(match[0].partition(",")[0])
    return day if day and weekday in {None, day.isoweekday()} else None


def _problem(text: str) -> str:
    """What is wrong with a text that is no day, and what to do."""
    match = _YEAR_LAST.search(text)
    if match is None or _YEAR_FIRST.search(text):
        return f"; {ADVICE}"
    if int(match[4]) in _HIJRI_YEARS:
        return ", a day of the Hijri calendar; " + ADVICE
    return f", which may be two days; {ADVICE}"


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


def date_of(match: re.Match[str], order: Order | None = None) -> date | None:
    """The date of a match of `search`; None if it does not exist or needs an `order`."""
    if match.re is _YEAR_FIRST:
        return _date(int(match[1]), int(match[3]), int(match[4]))
    if match.re is _YEAR_LAST:
        return _year_last_date(int(match[1]), int(match[3]), int(match[4]), order)
    name = match["month"] or match["month2"]
    return _date(int(match["year"]), _months()[name.lower()], int(match["day"] or match["day2"]))


def _year_last_date(first: int, second: int, year: int, order: Order | None) -> date | None:
    """Day and month in the only order that is possible, or in `order` if both are."""
    if first == second or max(first, second) > _LAST_MONTH:
        month, day = (second, first) if second <= _LAST_MONTH else (first, second)
        return _date(year, month, day)
    if order is None:
        return None
    month, day = (second, first) if order == "day first" else (first, second)
    return _date(year, month, day)


def date_in_url(url: str) -> date | None:
    """The date in a URL's path, as most newsrooms write it: …/2022/10/27/…"""
    matches = (pattern.search(url) for pattern in _IN_URL)
    days = (_date(int(match[1]), int(match[3]), int(match[4])) for match in matches if match)
    return next(filter(None, map(if_plausible, days)), None)


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
