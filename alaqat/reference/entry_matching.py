"""Matches the entries of a chronology with extracted events: pure, the same for any order of rows.

An entry and an event can match if their intervals overlap: the same day, or a day within the month
or year that the other is known to. Each event matches at most one entry; as many entries as
possible are matched. Among several, the nearest dates come first, then the most shared words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np

MOST: Final = 60  # events tried for an entry, the best ones; bounds the time for entries of years
_MONTH: Final = 31  # days of the longest month


@dataclass(frozen=True, slots=True)
class Dated:
    """An entry or an event: its first and last day, and its words in a form that compares."""

    first: date
    last: date
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Matching:
    """The numbers of the events of each matched entry, the entries missing, the events extra."""

    matched: dict[int, list[int]] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)
    extra: list[int] = field(default_factory=list)


def precision(entry: Dated, event: Dated) -> str:
    """How exactly the dates of a match agree: `day`, `month` or `year`, by the wider interval."""
    days = max((one.last - one.first).days for one in (entry, event)) + 1
    if days == 1:
        return "day"
    return "month" if days <= _MONTH else "year"


class _Intervals:
    """The first and last days of many intervals, to find those that overlap one."""

    def __init__(self, intervals: Sequence[Dated]) -> None:
        self.first = np.array([one.first.toordinal() for one in intervals], dtype=np.int64)
        self.last = np.array([one.last.toordinal() for one in intervals], dtype=np.int64)

    def over(self, interval: Dated) -> list[int]:
        """The numbers of those that overlap an interval."""
        begins = self.first <= interval.last.toordinal()
        return [int(n) for n in np.flatnonzero(begins & (self.last >= interval.first.toordinal()))]


def match(entries: Sequence[Dated], events: Sequence[Dated]) -> Matching:
    """The entries matched with their events, the best first; those missing; the events extra."""
    every_entry, every_event = _Intervals(entries), _Intervals(events)
    choices = [_best(entry, events, every_event.over(entry)) for entry in entries]
    lengths = [entry.last - entry.first for entry in entries]
    order = sorted(range(len(entries)), key=lambda number: (lengths[number], len(choices[number])))
    entry_of: dict[int, int] = {}
    for number in order:
        _assign(number, choices, entry_of)
    matched = {number: [event] for event, number in entry_of.items()}
    extra = []
    for number, event in enumerate(events):
        fitting = every_entry.over(event)
        if not fitting:
            extra.append(number)
        elif number not in entry_of:
            _attach(
                number, event, entries, [entry for entry in fitting if entry in matched], matched
            )
    missing = [number for number in range(len(entries)) if number not in matched]
    return Matching({number: matched[number] for number in sorted(matched)}, missing, extra)


def _rank(entry: Dated, event: Dated) -> tuple[int, int]:
    """The distance of the ends of both intervals in days; the shared words, more first."""
    distance = abs((entry.first - event.first).days) + abs((entry.last - event.last).days)
    return distance, -len(entry.words & event.words)


def _best(entry: Dated, events: Sequence[Dated], fitting: Iterable[int]) -> list[int]:
    """The events that can match an entry, the best first."""
    return sorted(fitting, key=lambda number: (_rank(entry, events[number]), number))[:MOST]


def _assign(start: int, choices: Sequence[list[int]], entry_of: dict[int, int]) -> None:
    """Give an entry an event, moving others to their next ones if needed (an augmenting path)."""
    tried: set[int] = set()
    stack = [(start, iter(choices[start]))]
    path: list[tuple[int, int]] = []  # the entries of the stack, each with the event tried for it
    while stack:
        number, left = stack[-1]
        event = next((event for event in left if event not in tried), None)
        path = path[: len(stack) - 1]
        if event is None:
            stack.pop()
            continue
        tried.add(event)
        path.append((number, event))
        if event not in entry_of:
            entry_of.update({chosen: mover for mover, chosen in path})
            return
        holder = entry_of[event]
        stack.append((holder, iter(choices[holder])))


def _attach(
    number: int,
    event: Dated,
    entries: Sequence[Dated],
    fitting: Sequence[int],
    matched: dict[int, list[int]],
) -> None:
    """Add a further event to the matched entry that it fits best, if it fits one."""
    if fitting:
        best = min(fitting, key=lambda entry: (_rank(entries[entry], event), entry))
        matched[best].append(number)
