"""Reader of clock times: hour and minute as told (zones are not applied), on the day they are told of."""

from __future__ import annotations

import re

from alaqat.timex import intervals
from alaqat.timex.intervals import Interval
from alaqat.timex.relative import weekday
from alaqat.timex.timex_context import Reading, Scene, Units, label, whole


def clock(scene: Scene, units: Units) -> Reading | None:
    """A clock time, on the day told with it, else last told in its sentence, else on publication."""
    told = _hour_minute(units)
    if told is None:
        return None
    on = _day(scene, units)
    return Reading(
        "TIME", f"{on.value if on else 'XXXX-XX-XX'}T{told}", on, anchor="published" if on else None
    )


def _day(scene: Scene, units: Units) -> Interval | None:
    if {"w", "k"} & units.keys():
        named = weekday(scene, units)
        return named.interval if named else None
    before = scene.done[-1] if scene.done else None
    if before and before.interval and _on_day_of(scene, before):
        return before.interval
    return intervals.day(scene.published) if scene.published else None


def _on_day_of(scene: Scene, before: Reading) -> bool:
    same_sentence = scene.sentence(before.start) == scene.sentence(scene.start)
    return same_sentence and before.interval is not None and before.interval.granularity == "day"


def _hour_minute(units: Units) -> str | None:
    text = label(units, "c", "clock", "decimal")
    if text:
        hour, minute = (int(part) for part in re.split("[:.,]", text))
    else:
        hour, minute = (
            whole(units, "hr", "hour", "ord") or 0,
            30 if "h" in units else 15 if "q" in units else 0,
        )
    evening = whole(units, "pm", "ampm") or 0
    if hour > 24 or minute > 59:
        return None
    hour = hour + evening if hour < 12 else hour % 24
    return f"{hour:02d}:{minute:02d}"
