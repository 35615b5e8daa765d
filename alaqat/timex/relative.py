"""Readers of what is counted: from publication («الأسبوع الماضي», «قبل شهرين») or from an earlier date of the text."""

from __future__ import annotations

from datetime import date, timedelta

from alaqat.timex import intervals
from alaqat.timex.dates import edge
from alaqat.timex.durations import amount, holds, quantity, value
from alaqat.timex.intervals import Interval
from alaqat.timex.timex_context import Reading, Scene, Units, label, whole

# A period whose place is not known, by its unit.
_UNPLACED = {
    "D": "XXXX-XX-XX",
    "N": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "DE": "XXX",
    "C": "XX",
}


def weekday(scene: Scene, units: Units) -> Reading | None:
    """A day of the week, a deictic («أمس»), or both."""
    wanted = whole(units, "w", "weekday")
    if scene.published is None:
        return Reading("DATE", f"XXXX-WXX-{wanted}" if wanted else "XXXX-XX-XX")
    if "wdir" in units:
        on = intervals.week(scene.published, whole(units, "wdir", "dir", "this") or 0).first
        on += timedelta(days=(wanted or 1) - 1)
    elif "k" in units:
        on = _near(
            scene.published + timedelta(days=whole(units, "k", "deictic", "night") or 0), wanted
        )
    elif wanted:
        on = _directed(scene, wanted, whole(units, "dir", "dir"))
    else:
        return None
    return Reading("DATE", on.isoformat(), intervals.day(on), anchor="published")


def _near(on: date, wanted: int | None) -> date:
    """The day `wanted` nearest to `on`: papers go to press the day before they are dated."""
    shift = 0 if wanted is None else (wanted - on.isoweekday() + 3) % 7 - 3
    return on + timedelta(days=shift)


def _directed(scene: Scene, wanted: int, shift: int | None) -> date:
    published = scene.published or date.min
    ahead = (wanted - published.isoweekday()) % 7
    if shift is None or shift == 0:
        return published + timedelta(days=ahead if scene.future() else ahead - 7 if ahead else 0)
    if shift > 0:
        return published + timedelta(days=(ahead or 7) + 7 * (shift - 1))
    return published + timedelta(days=ahead - 7 + 7 * (shift + 1))


def weekday_day(scene: Scene, units: Units) -> Reading | None:
    """A weekday with the day of its month: the nearest such day around publication."""
    wanted, on = whole(units, "w", "weekday"), whole(units, "d", "day")
    if scene.published is None or on is None or ("digits" not in units["d"].values and on <= 10):
        return None
    near = (scene.published + timedelta(days=shift) for far in range(46) for shift in (-far, far))
    found = next((one for one in near if one.day == on and one.isoweekday() == wanted), None)
    return (
        Reading("DATE", found.isoformat(), intervals.day(found), anchor="published")
        if found
        else None
    )


def period(scene: Scene, units: Units) -> Reading | None:
    """The day, week, month, year, decade or century before, of, or after publication."""
    unit = label(units, "u", "the") or "Y"
    if scene.published is None:
        return Reading("DATE", _UNPLACED[unit], mod=edge(units))
    interval = intervals.holding(scene.published, unit, whole(units, "dir", "dir", "this") or 0)
    return Reading("DATE", interval.value, interval, edge(units), "published")


def weekend(scene: Scene, units: Units) -> Reading | None:
    """The weekend of the publication's week, or of one before or after."""
    if scene.published is None:
        return Reading("DATE", "XXXX-WXX-WE")
    interval = intervals.weekend(scene.published, whole(units, "dir", "dir") or 0)
    return Reading("DATE", interval.value, interval, anchor="published")


def rest(scene: Scene, units: Units) -> Reading | None:
    """From publication to the end of its period."""
    if scene.published is None:
        return None
    last = intervals.holding(scene.published, label(units, "u", "the") or "Y").last
    interval = intervals.days(scene.published, last)
    return Reading("RANGE", interval.value, interval, anchor="published")


def ago(scene: Scene, units: Units) -> Reading | None:
    """A known number of units before publication; an unknown number is left to the duration rules."""
    return _counted(scene, units, scene.published, -1)


def later(scene: Scene, units: Units) -> Reading | None:
    """A known number of units after publication in the future, after the last date told in the past."""
    if scene.future():
        return _counted(scene, units, scene.published, 1)
    before = scene.then()
    if (
        before is None
        or before.interval is None
        or before.interval.granularity not in {"day", "month", "year"}
    ):
        return None
    return _from(scene, units, before.interval, 1)


def _counted(scene: Scene, units: Units, base: date | None, way: int) -> Reading | None:
    if holds(scene, units):
        return None
    count, unit = quantity(units)
    interval = intervals.moved(base, way * count, unit) if base and count is not None else None
    return (
        Reading("DATE", interval.value, interval, label(units, "mod", "approx"), "published")
        if interval
        else None
    )


# «قبل أسبوع من الانتخابات» is news of the day; «قبل عام من» is more often history.
_NEAR_DAYS = 62


def before_happening(scene: Scene, units: Units) -> Reading | None:
    """A length of time before a happening named next; in news of the day, its interval is where that happening lies."""
    count, unit = quantity(units)
    mod = label(units, "mod", "approx")
    interval = None
    if scene.published and count is not None and scene.opens_paragraph():
        interval = told_by(intervals.day(scene.published), count, unit, 1, mod)
    if (
        interval
        and scene.published
        and interval.last - scene.published > timedelta(days=_NEAR_DAYS)
    ):
        interval = None
    return Reading("DURATION", value(count, unit), interval, mod, "published" if interval else None)


def told_by(base: Interval, count: float, unit: str, way: int, mod: str | None) -> Interval | None:
    """Where «less than», «about» or exactly so many units from `base` lie; None for «more than»."""
    if mod == "MORE_THAN":
        return None
    far = reached(base, count, unit, way)
    if far is None or mod != "LESS_THAN":
        return far
    end = _exactly(base.first if way < 0 else base.last, way * count, unit)
    return intervals.days(min(end, base.first), max(end, base.last))


def from_then(scene: Scene, units: Units) -> Reading | None:
    """A number of units before or after the last date told: «بعد شهرين من ذلك»."""
    back = {"ago", "before"} & units["way"].values.keys() and "after" not in units["way"].values
    before = scene.antecedent("Y")
    return (
        _from(scene, units, before.interval, -1 if back else 1)
        if before and before.interval
        else None
    )


def _from(scene: Scene, units: Units, base: Interval, way: int) -> Reading | None:
    interval = reached(base, *quantity(units), way)
    return (
        Reading("DATE", interval.value, interval, label(units, "mod", "approx"), "text")
        if interval
        else None
    )


def reached(base: Interval, count: float | None, unit: str, way: int) -> Interval | None:
    """Where `count` units lead from `base`; None when base is told more coarsely than the unit."""
    if count is None or (unit in intervals.DAYS_IN and base.granularity != "day"):
        return None
    if unit == "M" and base.granularity not in {"day", "month"}:
        return None
    return intervals.moved(
        base.first if way < 0 or base.granularity != "day" else base.last, way * count, unit
    )


def sum_from_now(scene: Scene, units: Units) -> Reading | None:
    """Several units from now: «بعد عام و21 يوما من الآن»."""
    if scene.published is None:
        return None
    way = 1 if scene.future() else -1
    on: date | None = scene.published
    parts = sorted(
        (amount(units, number) for number in "123" if "u" + number in units),
        key=lambda part: -_size(part[1]),
    )
    for count, unit in parts:
        if on is None or unit not in intervals.DAYS_IN | intervals.MONTHS_IN:
            return None
        on = _exactly(on, way * count, unit)
    return Reading("DATE", on.isoformat(), intervals.day(on), anchor="published") if on else None


def _size(unit: str) -> int:
    return intervals.MONTHS_IN.get(unit, 0) * 31 or intervals.DAYS_IN.get(unit, 0)


def _exactly(on: date, count: float, unit: str) -> date:
    if unit in intervals.DAYS_IN:
        return on + timedelta(days=round(count * intervals.DAYS_IN[unit]))
    month = intervals.month(on.year, on.month + round(count * intervals.MONTHS_IN[unit]))
    return month.first.replace(day=min(on.day, month.last.day))


def text_period(scene: Scene, units: Units) -> Reading | None:
    """The same period as the last date told, or the next or previous one."""
    unit = label(units, "u", "the") or "Y"
    shift = whole(units, "off", "text", "same", "that") or 0
    before = scene.antecedent(unit)
    if before is None or before.interval is None:
        return Reading("DATE", _UNPLACED[unit], mod=edge(units))
    interval = intervals.holding(before.interval.first, unit, shift)
    return Reading("DATE", interval.value, interval, edge(units), "text")


def then(scene: Scene, units: Units) -> Reading | None:
    """«آنذاك»: the date just told, or merely the past; what comes is meant where a future verb follows."""
    if scene.future_follows():
        return Reading("DATE", "FUTURE_REF")
    before = scene.then()
    if before is None or before.interval is None:
        return Reading("DATE", "PAST_REF")
    return Reading("DATE", before.interval.value, before.interval, anchor="text")


def reference(scene: Scene, units: Units) -> Reading | None:
    """Now, once, some day: no interval."""
    return Reading("DATE", label(units, "ref", "present", "pastref", "futureref") or "PAST_REF")


def hijri(scene: Scene, units: Units) -> Reading | None:
    """A day, month or year of the Islamic calendar; without a year the one nearest in the tense's direction."""
    on, month, year = (
        whole(units, "d", "day"),
        whole(units, "hm", "hijri", "hijrix"),
        whole(units, "hy", "num"),
    )
    if year is not None:
        interval = intervals.hijri(year, month, on) if 1300 <= year <= 1500 else None
    else:
        interval = _islamic_near(scene, month or 1, on, whole(units, "dir", "dir"))
    if interval is None:
        return Reading("DATE", f"XXXX-{'XX' if on else ''}".rstrip("-")) if year is None else None
    if on and (wanted := whole(units, "w", "weekday")):
        interval = _sighted(interval, wanted)
    anchor = "published" if year is None else "none"
    return Reading("DATE", interval.value, interval, edge(units), anchor)


def _sighted(interval: Interval, wanted: int) -> Interval:
    """The day told with its weekday: where the moon was sighted the count may be a day off the tables."""
    near = [interval.first + timedelta(days=shift) for shift in (0, 1, -1)]
    return next((intervals.day(one) for one in near if one.isoweekday() == wanted), interval)


def _islamic_near(scene: Scene, month: int, on: int | None, shift: int | None) -> Interval | None:
    around = intervals.hijri_year(scene.published) if scene.published else None
    if around is None or scene.published is None:
        return None
    found = [
        one
        for year in (around - 1, around, around + 1)
        if (one := intervals.hijri(year, month, on))
    ]
    if (shift or 0) > 0 or (shift is None and scene.future()):
        return next((one for one in found if one.last >= scene.published), None)
    return next((one for one in reversed(found) if one.first <= scene.published), None)


def holiday(scene: Scene, units: Units) -> Reading | None:
    """A feast: its day in the year nearest to publication."""
    kind, month, on = (label(units, "hol", "holiday") or "g-1-1").split("-")
    if scene.published is None:
        return Reading("DATE", "XXXX-XX-XX")
    shift = whole(units, "dir", "dir")
    if kind == "h":
        interval = _islamic_near(scene, int(month), int(on), shift)
    else:
        interval = _feast_near(scene, int(month), int(on), shift)
    return Reading("DATE", interval.value, interval, anchor="published") if interval else None


def _feast_near(scene: Scene, month: int, on: int, shift: int | None) -> Interval:
    published = scene.published or date.min
    days = [date(year, month, on) for year in range(published.year - 1, published.year + 2)]
    if (shift or 0) > 0 or (shift is None and scene.future()):
        return intervals.day(next(one for one in days if one >= published))
    return intervals.day(next(one for one in reversed(days) if one <= published))
