"""Chronologies: lines that open with a date and a colon, where a year told once holds for the lines below it."""

from __future__ import annotations

import re

from alaqat.timex.timex_context import Reading, Scene

# What may stand between a line's beginning and its date, and what makes the date a heading.
_LEAD = re.compile(r"[^\w\n]{0,4}")
_MARK = re.compile(r"\s{0,2}[:\-–—]")


def year(scene: Scene) -> int | None:
    """The year that the headings above give to a day or month here; None outside a chronology."""
    scene.asked = True
    begin = _line(scene, scene.start)
    here = _heads(scene, scene.start, scene.end) or any(
        one.start >= begin and _heads(scene, one.start, one.end)
        for one in scene.done
        if one.start < scene.start
    )
    if not here:
        return None
    above = [
        one
        for one in scene.done
        if _dated(one) and one.end <= scene.start and _heads(scene, one.start, one.end)
    ]
    last = above[-1].interval if above else None
    return (
        last.last.year
        if last and (scene.published is None or last.last < scene.published)
        else None
    )


def _dated(reading: Reading) -> bool:
    return reading.interval is not None and reading.anchor in {"none", "text"}


def _line(scene: Scene, at: int) -> int:
    return scene.document.folded.rfind("\n", 0, at) + 1


def _heads(scene: Scene, start: int, end: int) -> bool:
    """Whether the expression opens its line and is set off from what follows."""
    text = scene.document.folded
    opens = _LEAD.match(text, _line(scene, start))
    return opens is not None and opens.end() == start and _MARK.match(text, end) is not None
