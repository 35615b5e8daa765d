"""The ticks of a time axis: names of days, months or years, as many as the width allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from components.charts.axis_range import MONTHS as NAMED_DAYS
from components.charts.axis_range import Window, end_share, share
from components.charts.text_width import text_width
from components.i18n.words import Words

SIZE: Final = 14  # pixels of the letters
APART: Final = 10  # pixels between two names
EDGE: Final = 30  # pixels from the ends of the axis in which the name of a month would be cut off
REMOTE: Final = 1 / 7  # of the axis to the nearest year of an event: there a round year is named
ROUND: Final = 5
LONG: Final = 26 * 31  # days; a longer axis names years
NAMED_YEARS: Final = 24  # different years of events; of more, every so many years is named
DAY_STEPS: Final = (1, 2, 5, 10, 15)
MONTH_STEPS: Final = (1, 2, 3, 6)
YEAR_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200)
Years = Iterable[int] | Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Tick:
    """A named day, month or year: its name in one or two lines, and its days."""

    lines: tuple[str, ...]
    first: date
    last: date

    def position(self, window: Window) -> float:
        """The middle of the part of it that the axis shows, from 0 to 1."""
        first = max(share(self.first, window), 0.0)
        return (first + min(end_share(self.last, window), 1.0)) / 2

    @property
    def width(self) -> int:
        """The pixels of its name."""
        return max(text_width(line, SIZE) for line in self.lines)


def ticks(window: Window, words: Words, width: int, years: Years = ()) -> list[Tick]:
    """The ticks of an axis that fit into a width, in order of time.

    A long axis names the `years` of its events (each, or their counts) if they are few, else every
    so many years; a short one names months or days.
    """
    length = (window[1] - window[0]).days + 1
    if length <= NAMED_DAYS:
        choices = (_days(window, step, words, EDGE / width) for step in DAY_STEPS)
        return _first_fitting(choices, window, width)
    if length <= LONG:
        return _first_fitting((_months(window, step, words) for step in MONTH_STEPS), window, width)
    shown = range(window[0].year, window[1].year + 1)
    counted = {year: count for year, count in Counter(years).items() if year in shown}
    if not counted or len(counted) > NAMED_YEARS:
        return _first_fitting((_years(window, step) for step in YEAR_STEPS), window, width)
    ranked = sorted(counted, key=lambda year: (-counted[year], year))
    named = _accepted([_year(year) for year in ranked], window, width)
    remote = _round_years(window, [_year(year) for year in ranked])
    return _accepted([*named, *remote], window, width)


def _first_fitting(choices: Iterable[list[Tick]], window: Window, width: int) -> list[Tick]:
    """The first list that fits whole, else what fits of the last one."""
    chosen: list[Tick] = []
    for choice in choices:
        chosen = _accepted(choice, window, width)
        if len(chosen) == len(choice):
            break
    return chosen


def _round_years(window: Window, others: Sequence[Tick]) -> list[Tick]:
    """Years divisible by `ROUND` that are far from all others."""
    positions = [other.position(window) for other in others]
    return [
        tick
        for tick in _years(window, ROUND)
        if all(abs(tick.position(window) - position) > REMOTE for position in positions)
    ]


def _accepted(ranked: Sequence[Tick], window: Window, width: int) -> list[Tick]:
    """The ticks that do not touch one before them in the list, in order of time."""
    accepted: list[tuple[float, float, Tick]] = []
    for tick in ranked:
        middle, half = tick.position(window) * width, (tick.width + APART) / 2
        if all(abs(middle - other) >= half + size for other, size, _ in accepted):
            accepted.append((middle, half, tick))
    return sorted((tick for *_, tick in accepted), key=lambda tick: tick.first)


def _year(year: int) -> Tick:
    return Tick((str(year),), date(year, 1, 1), date(year, 12, 31))


def _years(window: Window, step: int) -> list[Tick]:
    first, last = window[0].year, window[1].year
    return [_year(year) for year in range(first + -first % step, last + 1, step)]


def _months(window: Window, step: int, words: Words) -> list[Tick]:
    """Every so many months from January on; the first one and each January have their year."""
    chosen = [month for month in _month_starts(window) if (month.month - 1) % step == 0]
    return [_month(month, words, has_year=month == chosen[0]) for month in chosen]


def _month_starts(window: Window) -> Iterator[date]:
    month = window[0].replace(day=1)
    while month <= window[1]:
        yield month
        month = _next_month(month)


def _next_month(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)


def _month(month: date, words: Words, *, has_year: bool) -> Tick:
    name, year = words.month(month).rsplit(" ", 1)
    lines = (name, year) if has_year or month.month == 1 else (name,)
    return Tick(lines, month, _next_month(month) - timedelta(days=1))


def _days(window: Window, step: int, words: Words, edge: float) -> list[Tick]:
    """Every so many days of each month; the first one of each month has its name.

    It is the first one that is farther than `edge` (a part of the axis) from both ends, so that the
    name is not cut off.
    """
    days = [window[0] + timedelta(days=day) for day in range((window[1] - window[0]).days + 1)]
    chosen = [day for day in days if _is_step(day.day, step)] or days[:1]
    inner = [day for day in chosen if edge <= share(day, window) <= 1 - edge] or chosen[:1]
    named = {day for index, day in enumerate(inner) if _is_new_month(inner, index)}
    return [
        Tick((str(day.day), words.month(day)) if day in named else (str(day.day),), day, day)
        for day in chosen
    ]


def _is_step(day: int, step: int) -> bool:
    """True for the first of a month and then every `step` days, without a last one close to it."""
    return day == 1 or (day % step == 0 and 1 < day <= 31 - step // 2)


def _is_new_month(days: Sequence[date], index: int) -> bool:
    return index == 0 or days[index - 1].month != days[index].month
