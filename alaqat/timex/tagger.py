"""The first pass: every expression of a document, read in text order against what was told before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from alaqat.model.records import Document, Timex
from alaqat.timex import dates, durations, ranges, relative, times
from alaqat.timex.grammar import Match, matches, vocabulary
from alaqat.timex.timex_context import Reading, Scene, Units
from alaqat.timex.tokenizer import runs

Reader = Callable[[Scene, Units], Reading | None]
_MODULES = (dates, ranges, relative, durations, times)
_TATWEEL = chr(0x640)  # «1443هـ»: the folded text ends a letter earlier
NOTHING = "nothing"


@cache
def reader(name: str) -> Reader:
    """The function a rule's field `read` names."""
    found: Reader = next(getattr(module, name) for module in _MODULES if hasattr(module, name))
    return found


def tag(document: Document) -> tuple[Timex, ...]:
    """Every temporal expression that can be read without knowing the text's events, in text order.

    What is counted from publication stays unresolved (value with X, no interval, no anchor) when the
    article has no publication day.
    """
    scene = Scene(document)
    for run in runs(document.folded, vocabulary()):
        scene.done.extend(_readings(scene, list(matches(run))))
    return tuple(_timex(document, reading) for reading in scene.done)


def _readings(scene: Scene, found: list[Match]) -> list[Reading]:
    """The run's readings in text order; read again where one asked for an earlier date of the same run."""
    scene.asked = False
    first = sorted(_chosen(scene, found), key=lambda reading: reading.start)
    if not scene.asked or len(found) < 2:
        return first
    told = len(scene.done)
    scene.done.extend(first)
    second = sorted(_chosen(scene, found), key=lambda reading: reading.start)
    del scene.done[told:]
    return second


def _chosen(scene: Scene, found: list[Match]) -> Iterator[Reading]:
    """Readings of non-overlapping matches, best first; a match its reader refuses leaves room for the next."""
    taken: list[tuple[int, int]] = []
    for match in found:
        if any(match.start < end and start < match.end for start, end in taken):
            continue
        if match.pattern.read == NOTHING:
            taken.append((match.start, match.end))
            continue
        reading = _read(scene, match)
        if reading is not None:
            taken.append((match.start, match.end))
            yield reading


def _read(scene: Scene, match: Match) -> Reading | None:
    scene.start, scene.end = match.start, match.end
    try:
        reading = reader(match.pattern.read)(scene, dict(match.units))
    except (ValueError, OverflowError):  # a date outside years 1 to 9999
        return None
    return reading.at(match.start, match.end, match.pattern.id) if reading else None


def _timex(document: Document, reading: Reading) -> Timex:
    start, end = document.span(reading.start, reading.end)
    end += document.text.startswith(_TATWEEL, end)
    interval = reading.interval
    return Timex(
        start,
        end,
        document.text[start:end],
        reading.type,
        reading.value,
        reading.rule,
        reading.mod,
        interval.first if interval else None,
        interval.last if interval else None,
        interval.granularity if interval else None,
        reading.anchor,
    )
