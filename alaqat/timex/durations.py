"""Readers of lengths of time: durations, windows counted from publication, repeated times."""

from __future__ import annotations

from datetime import timedelta

from alaqat.timex import intervals
from alaqat.timex.intervals import Interval
from alaqat.timex.timex_context import (
    Captures,
    TimexContext,
    TimexReading,
    code,
    integer,
    integer_or_zero,
    number,
)

# TIMEX3 writes decades and centuries in years, and clock units after T.
_LETTERS = {"MIN": "M", "N": "D", "DE": "Y", "C": "Y"}
_FACTORS = {"DE": 10, "C": 100}
_UNKNOWN = {"DE": "DE", "C": "CE"}
_CALENDAR_UNITS = ("Y", "M", "W", "D")
_CLOCK_UNITS = ("H", "MIN", "S")
_UNIT_SLOTS = ("unit", "unitx", "plural", "dual", "the", "thes", "thetwo", "hourword")
_HOURS_OF_DAY = 24
_PARTS_OF_SUM = "123"


def _unit(captures: Captures, name: str) -> str:
    return code(captures, name, *_UNIT_SLOTS) or "D"


def parts_of_sum(captures: Captures) -> list[tuple[float, str]]:
    """Count and unit of each part of a sum («عام و21 يوما»), in text order."""
    return [_part(captures, suffix) for suffix in _PARTS_OF_SUM if "u" + suffix in captures]


def _part(captures: Captures, suffix: str) -> tuple[float, str]:
    """Count and unit of one part: a dual is two, a unit without number one."""
    unit = _unit(captures, "u" + suffix)
    if "dual" in captures["u" + suffix].values:
        return 2, unit
    count = number(captures, "n" + suffix)
    return (1 if count is None else count), unit


def quantity(captures: Captures) -> tuple[float | None, str]:
    """Count and unit of a duration; None for an unknown count («عدة أشهر», «سنوات»)."""
    half = 0.5 if "h" in captures else 0
    if "u2" in captures:
        return 2 + half, _unit(captures, "u2")
    unit = _unit(captures, "u")
    count = number(captures, "n")
    if count is not None:
        return count + half, unit
    if "x" in captures or {"plural", "thes"} & captures["u"].values.keys():
        return None, unit
    return (0.5 if _is_half_alone(captures) else 1 + half), unit


def _is_half_alone(captures: Captures) -> bool:
    """True for «نصف ساعة», false for «ساعة ونصف»."""
    return "h" in captures and captures["h"].start < captures["u"].start


def is_verbal_noun(context: TimexContext, captures: Captures) -> bool:
    """True if «عقد» is the verbal noun "holding (a meeting)", its object next, and not "decade"."""
    is_ambiguous = "u" in captures and "unitx" in captures["u"].values
    if not is_ambiguous or {"n", "h", "one"} & captures.keys():
        return False
    return context.is_before_definite_noun()


def iso_duration(count: float | None, unit: str) -> str:
    """ISO 8601 duration: P10Y, PT24H, PXM for an unknown number."""
    head = "PT" if unit in _CLOCK_UNITS else "P"
    letter = _LETTERS.get(unit, unit)
    if count is None:
        return f"{head}X{_UNKNOWN.get(unit, letter)}"
    total = count * _FACTORS.get(unit, 1)
    return f"{head}{int(total) if total == int(total) else total}{letter}"


def duration(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A length of time with its modifier."""
    if is_verbal_noun(context, captures):
        return None
    value = iso_duration(*quantity(captures))
    return TimexReading("DURATION", value, mod=code(captures, "mod", "approx"))


def duration_sum(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A length in several units: «سنة وثلاثة أشهر»."""
    parts = {unit: count for count, unit in parts_of_sum(captures)}
    if len(parts) == 1 or parts.keys() - {*_CALENDAR_UNITS, *_CLOCK_UNITS}:
        return None
    days, clock = (_joined(parts, units) for units in (_CALENDAR_UNITS, _CLOCK_UNITS))
    return TimexReading("DURATION", f"P{days}T{clock}" if clock else f"P{days}")


def _joined(parts: dict[str, float], units: tuple[str, ...]) -> str:
    """The parts in these units as ISO 8601 writes them, without their P or PT."""
    return "".join(iso_duration(parts[unit], unit).lstrip("PT") for unit in units if unit in parts)


def unknown_duration(context: TimexContext, captures: Captures) -> TimexReading | None:
    """A length without unit or number: «فترة معينة»."""
    return TimexReading("DURATION", code(captures, "ref", "period") or "PX")


def window(context: TimexContext, captures: Captures) -> TimexReading | None:
    """The last or next so many units: a duration whose days are counted from publication."""
    count, unit = quantity(captures)
    direction = integer_or_zero(captures, "dir", "dir") if "dir" in captures else -1
    interval = _window(context, count, unit, direction) if count is not None else None
    anchor = "published" if interval else None
    return TimexReading("DURATION", iso_duration(count, unit), interval, anchor=anchor)


def _window(context: TimexContext, count: float, unit: str, direction: int) -> Interval | None:
    """The days from publication to `count` units before or after it.

    The last two days end on the day of publication, the next two begin the day after it. None for
    no direction, for units under an hour, and without a day of publication.
    """
    if context.published is None or not direction:
        return None
    if unit == "H":
        count, unit = count / _HOURS_OF_DAY, "D"
    if unit in intervals.DAYS_IN:
        count, unit = max(1, round(count * intervals.DAYS_IN[unit])), "D"
    elif unit not in intervals.MONTHS_IN:
        return None
    far = intervals.day_at(context.published, direction * count, unit)
    near = context.published + timedelta(days=max(direction, 0))
    return intervals.days(min(far, near), max(far, near))


def repeated(context: TimexContext, captures: Captures) -> TimexReading | None:
    """How often: «سنويا»."""
    return TimexReading("SET", code(captures, "value", "set") or "P1D")


def every(context: TimexContext, captures: Captures) -> TimexReading | None:
    """Once in a length of time: «كل أسبوعين»."""
    return TimexReading("SET", iso_duration(*quantity(captures)))


def weekly(context: TimexContext, captures: Captures) -> TimexReading | None:
    """Several days of every week: «أيام الثلاثاء والخميس من كل أسبوع»."""
    return TimexReading("SET", "P1W")


def every_weekday(context: TimexContext, captures: Captures) -> TimexReading | None:
    """Every week on a day: «كل جمعة»."""
    return TimexReading("SET", f"XXXX-WXX-{integer(captures, 'w', 'dayname')}")
