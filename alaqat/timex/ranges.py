"""Readers of intervals told with both ends: what the first end leaves out it takes from the second."""

from __future__ import annotations

from datetime import timedelta

from alaqat.timex import dates, intervals
from alaqat.timex.intervals import Interval
from alaqat.timex.relative import weekday
from alaqat.timex.timex_context import Reading, Scene, Units, whole

_FIRST = {"d1": "d", "mo1": "mo", "y1": "y", "w1": "w", "num1": "date"}


def years(scene: Scene, units: Units) -> Reading | None:
    """From one year to another."""
    first, last = whole(units, "y1", "year") or 0, whole(units, "y", "year") or 0
    if not first < last:
        return None
    return _told(intervals.between(intervals.year(first), intervals.year(last)), "none")


def span(scene: Scene, units: Units) -> Reading | None:
    """From one day or month to another."""
    last = _read(scene, _last(units))
    if last is None or last.interval is None:
        return None
    first = _read(scene, _first(units))
    begin = first.interval if first else None
    if begin and begin.first > last.interval.first and not {"y1", "num1"} & units.keys():
        begin, last = _over_new_year(scene, units, begin, last)
    return _told(
        intervals.between(begin, last.interval) if begin and last.interval else None, last.anchor
    )


def _last(units: Units) -> Units:
    return {name: unit for name, unit in units.items() if name not in _FIRST}


def _first(units: Units) -> Units:
    own = {_FIRST[name]: unit for name, unit in units.items() if name in _FIRST}
    if "date" in own or ("y" in own and "mo" in own):
        return own
    shared = {
        name: unit
        for name, unit in units.items()
        if name not in _FIRST and name not in {"d", "w", "date"}
    }
    return {**shared, **own}


def _read(scene: Scene, units: Units) -> Reading | None:
    return dates.numeric(scene, units) if "date" in units else dates.calendar(scene, units)


def _over_new_year(
    scene: Scene, units: Units, begin: Interval, last: Reading
) -> tuple[Interval, Reading]:
    """«من 28 ديسمبر إلى 3 يناير»: the end is in the year after in the future, the beginning in the year before else."""
    if last.interval is None:
        return begin, last
    if scene.future() and "y" not in units:
        shifted = _years_off(last.interval, 1)
        return begin, Reading("DATE", shifted.value, shifted, anchor=last.anchor)
    return _years_off(begin, -1), last


def _years_off(interval: Interval, shift: int) -> Interval:
    first = interval.first
    if interval.granularity == "day":
        return intervals.day(
            first.replace(
                year=first.year + shift, day=min(first.day, 28) if first.month == 2 else first.day
            )
        )
    return intervals.month(first.year + shift, first.month)


def weekdays(scene: Scene, units: Units) -> Reading | None:
    """From one weekday to another: the end is found first (last, in the future: the beginning)."""
    first = {("w" if name == "w1" else name): unit for name, unit in units.items() if name != "w"}
    begin = weekday(scene, first)
    if begin is None or begin.interval is None:
        return begin and Reading("RANGE", begin.value)
    ahead = ((whole(units, "w", "weekday") or 1) - begin.interval.first.isoweekday()) % 7
    interval = intervals.days(begin.interval.first, begin.interval.first + timedelta(days=ahead))
    if not _coming(scene, units) and scene.published and interval.last > scene.published:
        interval = intervals.days(
            interval.first - timedelta(days=7), interval.last - timedelta(days=7)
        )
    return _told(interval, "published")


def _coming(scene: Scene, units: Units) -> bool:
    return "wdir" in units or (whole(units, "dir", "dir") or 0) > 0 or scene.future()


def deictic_range(scene: Scene, units: Units) -> Reading | None:
    """From yesterday, today or tomorrow to another such day."""
    if scene.published is None:
        return None
    first, last = (
        scene.published + timedelta(days=whole(units, name, "deictic") or 0) for name in ("k1", "k")
    )
    return _told(intervals.days(first, last), "published") if first <= last else None


def _told(interval: Interval | None, anchor: str | None) -> Reading | None:
    return Reading("RANGE", interval.value, interval, anchor=anchor) if interval else None
