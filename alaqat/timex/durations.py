"""Readers of lengths: durations, windows counted from publication, repeated times."""

from __future__ import annotations

from datetime import timedelta

from alaqat.timex import intervals
from alaqat.timex.intervals import Interval
from alaqat.timex.timex_context import Reading, Scene, Units, label, number, whole

# TIMEX3 writes decades and centuries in years, and clock units after T.
_LETTERS = {"MIN": "M", "N": "D", "DE": "Y", "C": "Y"}
_FACTORS = {"DE": 10, "C": 100}
_UNKNOWN = {"DE": "DE", "C": "CE"}
_UNDER_A_DAY = frozenset({"S", "MIN", "H"})
_UNIT_SLOTS = ("unit", "unitx", "plural", "dual", "the", "thes", "thetwo", "hourword")


def amount(units: Units, suffix: str = "") -> tuple[float, str]:
    """How many of which unit the captures n and u tell (a dual is two, a lone unit one)."""
    unit = label(units, "u" + suffix, *_UNIT_SLOTS) or "D"
    dual = suffix != "" and "dual" in units["u" + suffix].values
    told = number(units, "n" + suffix)
    return (2 if dual else 1 if told is None else told), unit


def quantity(units: Units) -> tuple[float | None, str]:
    """Number and unit of a duration; None for an unknown number («عدة أشهر», «سنوات»)."""
    dual = "u2" in units
    unit = label(units, "u2" if dual else "u", *_UNIT_SLOTS) or "D"
    extra = 0.5 if "h" in units else 0
    if dual:
        return 2 + extra, unit
    told = number(units, "n")
    if told is not None:
        return told + extra, unit
    if "x" in units or {"plural", "thes"} & units["u"].values.keys():
        return None, unit
    return (0.5 if _half_alone(units) else 1 + extra), unit


def _half_alone(units: Units) -> bool:
    """«نصف ساعة», not «ساعة ونصف»."""
    return "h" in units and units["h"].start < units["u"].start


def holds(scene: Scene, units: Units) -> bool:
    """Whether a lone «decade» is rather the verbal noun written the same, its object following."""
    lone = "u" in units and "unitx" in units["u"].values and not {"n", "h", "one"} & units.keys()
    return lone and scene.definite_follows()


def value(count: float | None, unit: str) -> str:
    """ISO 8601 duration: P10Y, PT24H, PXM for an unknown number."""
    head = "PT" if unit in _UNDER_A_DAY else "P"
    letter = _LETTERS.get(unit, unit)
    if count is None:
        return f"{head}X{_UNKNOWN.get(unit, letter)}"
    total = count * _FACTORS.get(unit, 1)
    return f"{head}{int(total) if total == int(total) else total}{letter}"


def duration(scene: Scene, units: Units) -> Reading | None:
    """A length of time with its modifier."""
    if holds(scene, units):
        return None
    return Reading("DURATION", value(*quantity(units)), mod=label(units, "mod", "approx"))


def duration_sum(scene: Scene, units: Units) -> Reading | None:
    """Years, months and days told together."""
    parts = {
        unit: count
        for count, unit in (amount(units, number) for number in "123" if "u" + number in units)
    }
    if len(parts) < 2 or set(parts) - {"Y", "M", "W", "D", "H", "MIN", "S"}:
        return None
    days = "".join(value(parts[unit], unit)[1:] for unit in ("Y", "M", "W", "D") if unit in parts)
    clock = "".join(value(parts[unit], unit)[2:] for unit in ("H", "MIN", "S") if unit in parts)
    return Reading("DURATION", "P" + days + ("T" + clock if clock else ""))


def unknown_duration(scene: Scene, units: Units) -> Reading | None:
    """«فترة معينة»: a length without unit or number."""
    return Reading("DURATION", label(units, "ref", "period") or "PX")


def window(scene: Scene, units: Units) -> Reading | None:
    """The last or next so many units: a duration whose days are counted from publication."""
    count, unit = quantity(units)
    shift = whole(units, "dir", "dir") or 0
    shift = -1 if "dir" not in units else shift
    interval = _window(scene, count, unit, shift) if count is not None and shift else None
    return Reading(
        "DURATION", value(count, unit), interval, anchor="published" if interval else None
    )


def _window(scene: Scene, count: float, unit: str, way: int) -> Interval | None:
    """The days from publication to `count` units from it: the last two days end today, the next two begin tomorrow."""
    if scene.published is None:
        return None
    if unit == "H":
        count, unit = count / 24, "D"
    if unit in intervals.DAYS_IN:
        far = scene.published + timedelta(days=way * max(1, round(count * intervals.DAYS_IN[unit])))
    elif unit in intervals.MONTHS_IN:
        months = way * round(count * intervals.MONTHS_IN[unit])
        month = intervals.month(scene.published.year, scene.published.month + months)
        far = month.first.replace(day=min(scene.published.day, month.last.day))
    else:
        return None
    near = scene.published + timedelta(days=max(way, 0))
    return intervals.days(min(far, near), max(far, near))


def repeated(scene: Scene, units: Units) -> Reading | None:
    """«سنويا»: how often."""
    return Reading("SET", label(units, "value", "set") or "P1D")


def every(scene: Scene, units: Units) -> Reading | None:
    """«كل أسبوعين»."""
    return Reading("SET", value(*quantity(units)))


def every_weekday(scene: Scene, units: Units) -> Reading | None:
    """«كل جمعة»."""
    return Reading("SET", f"XXXX-WXX-{whole(units, 'w', 'dayname')}")
