"""Readers of calendar dates: from captured units to a day, month, year, part of a year or range."""

from __future__ import annotations

from datetime import date, timedelta

from alaqat.timex import chronology, intervals
from alaqat.timex.intervals import Interval
from alaqat.timex.timex_context import Reading, Scene, Units, label, whole
from alaqat.timex.tokenizer import MONTH_SLOTS

# A day this near to publication is meant even where its weekday is told wrong.
_SURELY_NEAR = 60
# News names the year of a plan further ahead than this (about nine months).
_FAR_AHEAD = 280
# A day within three weeks is likelier meant than the same day a year ago.
_SOON = 21
# A year in figures between these is of the Islamic calendar (1931 to 2056).
_ISLAMIC_YEARS = range(1350, 1481)


def edge(units: Units) -> str | None:
    """START, MID or END where the expression names a part of its period."""
    return label(units, "edge", "edge")


def known_year(scene: Scene, units: Units) -> tuple[int | None, str]:
    """The year told or counted, and its anchor."""
    told = whole(units, "y", "year", "year3", "modern")
    if told is not None:
        return told, "none"
    if "ysame" in units:
        before = scene.antecedent("Y")
        return (
            (before.interval.first.year, "text") if before and before.interval else (None, "text")
        )
    shift = whole(units, "ydir", "dir") if "ydir" in units else 0 if "ythis" in units else None
    if shift is None or scene.published is None:
        return None, "published"
    return scene.published.year + shift, "published"


def known_month(scene: Scene, units: Units) -> tuple[int, int] | None:
    """Year and month counted from publication: «الشهر المقبل»."""
    shift = whole(units, "mdir", "dir") if "mdir" in units else 0 if "mthis" in units else None
    if shift is None or scene.published is None:
        return None
    month = intervals.month(scene.published.year, scene.published.month + shift)
    return month.first.year, month.first.month


def calendar(scene: Scene, units: Units) -> Reading | None:
    """Day, month or year as far as told; what is left out is found from publication and tense."""
    on, month = whole(units, "d", "day"), whole(units, "mo", *MONTH_SLOTS)
    if "mdir" in units or "mthis" in units or (on and month is None):
        return _in_counted_month(scene, units, on)
    year, anchor = known_year(scene, units)
    if year is None and "ysame" in units and month:
        return Reading("DATE", _open(month, on), mod=edge(units))
    if year is None and {"y", "ydir", "ythis", "ysame"} & units.keys():
        return None
    if month is None:
        return (
            Reading("DATE", f"{year:04d}", intervals.year(year), edge(units), anchor)
            if year
            else None
        )
    if year is not None:
        interval = _of(year, month, on)
        return Reading("DATE", interval.value, interval, edge(units), anchor) if interval else None
    return _without_year(scene, units, month, on)


def day_of_year(scene: Scene, units: Units) -> Reading | None:
    """«نفس اليوم من عام 1990»: the day and month told last, in another year; the year where no day was told."""
    year, before = whole(units, "y", "year", "year3", "modern"), scene.antecedent("D")
    if year is None:
        return None
    on = before.interval.first if before and before.interval else None
    interval = (_of(year, on.month, on.day) if on else None) or intervals.year(year)
    return Reading("DATE", interval.value, interval, anchor="text" if on else "none")


def _of(year: int, month: int, on: int | None) -> Interval | None:
    try:
        return intervals.day(date(year, month, on)) if on else intervals.month(year, month)
    except ValueError:
        return None


def _in_counted_month(scene: Scene, units: Units, on: int | None) -> Reading | None:
    found = known_month(scene, units)
    if found is None and scene.published and on and not {"mdir", "mthis"} & units.keys():
        found = _month_of_day(scene, scene.published, on)
    if found is None or on is None:
        return Reading("DATE", f"XXXX-XX-{on:02d}") if on and scene.published is None else None
    interval = _of(*found, on)
    return Reading("DATE", interval.value, interval, anchor="published") if interval else None


def _month_of_day(scene: Scene, published: date, on: int) -> tuple[int, int] | None:
    """The month of a bare day number: this one, or the last (next, in the future) where that day fits."""
    shift = 0 if on <= published.day else -1
    if scene.future():
        shift = 0 if on >= published.day else 1
    month = intervals.month(published.year, published.month + shift)
    return month.first.year, month.first.month


def _without_year(scene: Scene, units: Units, month: int, on: int | None) -> Reading | None:
    told = None if {"dir", "this"} & units.keys() else chronology.year(scene)
    if told and (entry := _of(told, month, on)):
        return Reading("DATE", entry.value, entry, edge(units), "text")
    if scene.published is None:
        return Reading("DATE", _open(month, on), mod=edge(units))
    shift = whole(units, "dir", "dir", "this")
    years = range(scene.published.year - 8, scene.published.year + 9)
    found = [interval for year in years if (interval := _of(year, month, on))]
    weekday = whole(units, "w", "weekday")
    interval = _nearest(found, scene, shift)
    if interval is None or abs((interval.first - scene.published).days) > _SURELY_NEAR:
        interval = _on_weekday(found, weekday, scene.published) or interval
    return Reading("DATE", interval.value, interval, edge(units), "published") if interval else None


def _open(month: int, on: int | None) -> str:
    """The value of a month or day whose year is not known."""
    return f"XXXX-{month:02d}" + (f"-{on:02d}" if on else "")


def _on_weekday(found: list[Interval], weekday: int | None, published: date) -> Interval | None:
    """Among the years around publication, the only one where the day falls on the weekday told."""
    near = [
        one
        for one in found
        if weekday == one.first.isoweekday() and abs(one.first.year - published.year) <= 1
    ]
    return near[0] if len(near) == 1 and near[0].granularity == "day" else None


def _nearest(found: list[Interval], scene: Scene, shift: int | None) -> Interval | None:
    """Nearest past one (this month and day included), nearest coming one in the future; strictly so where directed."""
    published = scene.published or date.min
    if shift == 0:
        return next((one for one in found if one.first.year == published.year), None)
    if shift is not None and shift > 0:
        return next((one for one in found if one.first > published), None)
    if shift is not None:
        return next((one for one in reversed(found) if one.last < published), None)
    coming = next((one for one in found if one.last >= published), None)
    ahead = (coming.first - published).days if coming else _FAR_AHEAD + 1
    if ahead <= _FAR_AHEAD and scene.future():
        return coming
    if coming and coming.granularity == "day" and 0 < ahead <= _SOON and not scene.told_as_past():
        return coming
    return next((one for one in reversed(found) if one.first <= published), None)


def numeric(scene: Scene, units: Units) -> Reading | None:
    """A date in figures: year first, or day first as Arab papers write, month first where day first is impossible."""
    interval = figures(label(units, "date", "numdate") or "")
    return Reading("DATE", interval.value, interval, anchor="none") if interval else None


def numeric_spaced(scene: Scene, units: Units) -> Reading | None:
    """A date in figures with spaced slashes."""
    parts = [whole(units, name, "year", "day") for name in ("d", "m", "y")]
    interval = figures("/".join(str(part) for part in parts))
    return Reading("DATE", interval.value, interval, anchor="none") if interval else None


def figures(text: str) -> Interval | None:
    """The day written `text`, as 25/6/2021, 2021-06-25 or 16/04/21; None when no calendar has it."""
    separator = next((char for char in text if not char.isdigit()), "")
    if not separator:
        return None
    a, b, c = (int(part) for part in text.split(separator))
    widths = [len(part) for part in text.split(separator)]
    if widths[0] == 4:
        in_calendar = intervals.hijri if a in _ISLAMIC_YEARS else _of
        return in_calendar(a, b, c) if 1 <= b <= 12 and c else None
    if widths[2] != 4 and (separator == "." or max(a, c) > 99):
        return None
    year = c if widths[2] == 4 else c + 2000 if widths[0] <= 2 and c <= 31 else None
    if year is None or not 1000 <= year <= 2199:
        return None
    if year in _ISLAMIC_YEARS:
        return intervals.hijri(year, b, a) if a and 1 <= b <= 12 else None
    return (
        _of(year, b, a) if 1 <= b <= 12 and a else _of(year, a, b) if 1 <= a <= 12 and b else None
    )


def nth_weekday(scene: Scene, units: Units) -> Reading | None:
    """The n-th such weekday of a month."""
    nth, weekday = whole(units, "n", "ord"), whole(units, "w", "dayname")
    month = _month_meant(scene, units)
    if month is None or nth is None or weekday is None:
        return None
    on = month.first + timedelta(days=(weekday - month.first.isoweekday()) % 7 + 7 * (nth - 1))
    interval = intervals.day(on)
    return (
        Reading("DATE", interval.value, interval, anchor="published") if on <= month.last else None
    )


def _month_meant(scene: Scene, units: Units) -> Interval | None:
    found = known_month(scene, units)
    if found:
        return intervals.month(*found)
    reading = calendar(scene, {name: unit for name, unit in units.items() if name != "d"})
    return (
        reading.interval
        if reading and reading.interval and reading.interval.granularity == "month"
        else None
    )


def decade(scene: Scene, units: Units) -> Reading | None:
    """A decade, of the century told, of the one before, or of the one just past when none is told."""
    tens = whole(units, "dec", "decade") or 0
    told = whole(units, "c", "ord")
    base = 1900 if told is None else 100 * (told - 1)
    if told is None and scene.published and 2000 + tens <= scene.published.year:
        base = 2000
    if "dir" in units and scene.published:
        base = scene.published.year // 100 * 100 + 100 * (whole(units, "dir", "dir") or 0)
    interval = intervals.decade(base + tens)
    return Reading("DATE", interval.value, interval, edge(units), "none")


def century(scene: Scene, units: Units) -> Reading | None:
    """A century told by its ordinal."""
    told = whole(units, "c", "ord") or 0
    if not 1 <= told <= 22:
        return None
    interval = intervals.century(told)
    return Reading("DATE", interval.value, interval, edge(units), "none")


def part(scene: Scene, units: Units) -> Reading | None:
    """A quarter or half of a year, or a half of a month (then the month, with START or END)."""
    nth = whole(units, "n", "ord", "final") or 0
    month = _month_meant(scene, units) if {"mo", "mdir", "mthis"} & units.keys() else None
    if month:
        return Reading("DATE", month.value, month, "START" if nth == 1 else "END", "published")
    year, anchor = known_year(scene, units)
    quarters = label(units, "part", "part") == "Q"
    nth = (4 if quarters else 2) if nth == -1 else nth
    if year is None or not 1 <= nth <= (4 if quarters else 2):
        return None
    interval = (intervals.quarter if quarters else intervals.half)(year, nth)
    return Reading("DATE", interval.value, interval, edge(units), anchor)


def week_of(scene: Scene, units: Units) -> Reading | None:
    """The n-th or last week of a month or year: ISO weeks, counted by their Mondays in a month."""
    nth = whole(units, "n", "ord", "final") or 0
    month = _month_meant(scene, units) if {"mo", "mdir", "mthis"} & units.keys() else None
    if month:
        first = month.first + timedelta(days=-month.first.weekday() % 7)
        monday = first + timedelta(weeks=nth - 1) if nth > 0 else _last_monday(month)
        interval = intervals.week(monday)
        return (
            Reading("DATE", interval.value, interval, anchor="published")
            if monday <= month.last
            else None
        )
    year, anchor = known_year(scene, units)
    if year is None or nth > 53:
        return None
    interval = (
        intervals.week(date(year, 1, 4), nth - 1) if nth > 0 else intervals.week(date(year, 12, 28))
    )
    return Reading("DATE", interval.value, interval, anchor=anchor)


def _last_monday(month: Interval) -> date:
    """The Monday of the month's last whole week."""
    start = month.last - timedelta(days=6)
    return start - timedelta(days=start.weekday())


def season(scene: Scene, units: Units) -> Reading | None:
    """A season of the year told, or the last or next one."""
    code = label(units, "s", "season") or "SP"
    year, anchor = known_year(scene, units)
    shift = whole(units, "dir", "dir")
    if scene.published and ("ythis" in units or (year is None and shift is not None)):
        years = range(scene.published.year - 1, scene.published.year + 2)
        year = _season_year([intervals.season(one, code) for one in years], scene.published, shift)
    if year is None:
        return None
    interval = intervals.season(year, code)
    return Reading("DATE", interval.value, interval, edge(units), anchor)


def _season_year(found: list[Interval], published: date, shift: int | None) -> int | None:
    if shift is None:
        near = min(found, key=lambda one: max(one.first - published, published - one.last))
        return near.last.year
    if shift < 0:
        return next((one.last.year for one in reversed(found) if one.last < published), None)
    return next(
        (
            one.last.year
            for one in found
            if (one.first > published if shift else one.last >= published)
        ),
        None,
    )
