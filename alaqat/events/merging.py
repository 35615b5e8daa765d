"""Many reports, one happening: events of all articles gathered by who, what, when and the words they share.

Each report keeps its own dates and words, so that what sources disagree on stays to be seen; the `lead` is the
report most precisely dated, with most parties. The result does not depend on the order of the reports.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from alaqat.arabic.fold import folded
from alaqat.arabic.tokenize import tokens
from alaqat.lexicon.load import forms, table
from alaqat.model.records import Event, EventMention, Granularity

Report = tuple[str, EventMention]
# Reports of one happening may differ by a day (time zones, "yesterday").
_SLACK = timedelta(days=1)
# Shared content words, as a part of the smaller set, that make two reports of one kind, pair and day one happening;
# where dates are coarser than a week, or differ, more must be shared, and most where the modes differ.
_SHARED, _SHARED_COARSE, _SHARED_OTHER = 0.15, 0.3, 0.5
# Categories of deeds that are done one by one, so that another mode is another happening.
_DEEDS = frozenset(("SANCTION", "COERCE", "RETREAT", "MOBILIZE", "PROTEST"))
_FINE = timedelta(days=7)
_RANK: dict[Granularity | None, int] = {
    "day": 0,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "range": 4,
    "year": 5,
    "decade": 6,
    None: 7,
}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What two reports are compared by."""

    report: Report
    parties: frozenset[str]
    words: frozenset[str]


def merge(reports: Sequence[Report]) -> tuple[Event, ...]:
    """Happenings of all `reports` (article id, event), by date, the undated last, in whatever order reports come."""
    seen = sorted((_see(report) for report in set(reports)), key=_order)
    made = [_happening([seen[place] for place in group]) for group in _grouped(seen)]
    return tuple(sorted(made, key=_by_date))


def _by_date(happening: Event) -> tuple[date, date, str]:
    event = happening.lead[1]
    return event.date_from or date.max, event.date_to or date.max, happening.id


def _see(report: Report) -> _Seen:
    event = report[1]
    names = frozenset(actor.name for actor in (*event.actors, *event.recipients))
    return _Seen(report, names, frozenset(_content(event.sentence)))


def _content(sentence: str) -> Iterator[str]:
    """Content words of a sentence, without the words any report may hold."""
    common = _common()
    return (
        word.text
        for word in tokens(folded(sentence))
        if len(word.text) > 2 and word.text not in common
    )


@cache
def _common() -> frozenset[str]:
    classes = frozenset(
        (
            "open",
            "by",
            "on",
            "with",
            "to",
            "in",
            "from",
            "between",
            "about",
            "had",
            "already",
            "not",
            "say",
        )
    )
    rows = (row for row in table("event_cues", ("class", "forms")) if row["class"] in classes)
    return frozenset(folded(form) for row in rows for form in forms(row))


def _order(seen: _Seen) -> tuple[object, ...]:
    """A total order: the better lead first, then by place in the article."""
    article, event = seen.report
    return (
        _RANK[event.granularity],
        -len(seen.parties),
        event.date_from or date.max,
        article,
        event.start,
        event.trigger_start,
        event.rule,
    )


def _comparable(seen: Sequence[_Seen]) -> Iterator[tuple[int, int]]:
    """Pairs of places worth comparing: one category, and one party in common (or both without)."""
    for places in _blocks(seen):
        dated = sorted(places, key=lambda place: seen[place].report[1].date_from or date.max)
        yield from _near(seen, dated)


def _blocks(seen: Sequence[_Seen]) -> Iterable[list[int]]:
    blocks: dict[tuple[str | None, str, str], list[int]] = defaultdict(list)
    for place, item in enumerate(seen):
        event = item.report[1]
        for party in item.parties or ("",):
            blocks[event.plover, event.rule if event.plover is None else "", party].append(place)
    return blocks.values()


def _near(seen: Sequence[_Seen], dated: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs whose intervals overlap, by a sweep over their first days; the undated are left alone."""
    open_: list[int] = []
    for place in dated:
        first = seen[place].report[1].date_from
        if first is None:
            return
        open_ = [
            other
            for other in open_
            if (seen[other].report[1].date_to or date.min) >= first - _SLACK
        ]
        yield from ((other, place) for other in open_)
        open_.append(place)


def _same(one: _Seen, other: _Seen) -> bool:
    mine, theirs = one.report[1], other.report[1]
    if mine.status != theirs.status and "denied" in (mine.status, theirs.status):
        return False
    if not (one.parties <= other.parties or other.parties <= one.parties) or (
        not one.parties and one.words != other.words
    ):
        return False
    if _opposed(mine, theirs) or _two_acts(one.report, other.report):
        return False
    smaller = min(len(one.words), len(other.words)) or 1
    return len(one.words & other.words) / smaller >= _needed(mine, theirs)


def _opposed(mine: EventMention, theirs: EventMention) -> bool:
    """Whether the two run in opposite directions: A accuses B, B accuses A."""
    ours, yours = {actor.name for actor in mine.actors}, {actor.name for actor in theirs.actors}
    return bool(mine.recipients and theirs.recipients and ours and yours and not ours & yours)


def _two_acts(one: Report, other: Report) -> bool:
    """Whether the modes tell two acts of one quarrel: a recall and an expulsion, or two acts of one sentence."""
    (article, mine), (again, theirs) = one, other
    if mine.mode == theirs.mode:
        return False
    beside = article == again and mine.start < theirs.end and theirs.start < mine.end
    return beside or bool(mine.mode and theirs.mode and mine.plover in _DEEDS)


def _needed(mine: EventMention, theirs: EventMention) -> float:
    """How much two reports must share, given how finely they are dated and whether they say it alike."""
    exact = mine.date_from == theirs.date_from and mine.date_to == theirs.date_to
    fine = bool(mine.date_from and mine.date_to and mine.date_to - mine.date_from <= _FINE)
    if mine.mode != theirs.mode:
        return _SHARED_OTHER
    return _SHARED if exact and fine else _SHARED_COARSE


def _grouped(seen: Sequence[_Seen]) -> list[list[int]]:
    """Places of reports that are all of one happening, every one with every other, so that no chain ties strangers.

    Each report, the better lead first, joins the first group it agrees with throughout.
    """
    same: dict[int, set[int]] = defaultdict(set)
    for one, other in _comparable(seen):
        if other not in same[one] and _same(seen[one], seen[other]):
            same[one].add(other)
            same[other].add(one)
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    for place in range(len(seen)):
        near = sorted({group_of[other] for other in same[place] if other in group_of})
        at = next((group for group in near if same[place].issuperset(groups[group])), len(groups))
        if at == len(groups):
            groups.append([])
        groups[at].append(place)
        group_of[place] = at
    return groups


def _happening(group: Sequence[_Seen]) -> Event:
    lead = group[0].report
    reports = sorted((item.report for item in group), key=_place)
    return Event(_id(group[0]), lead, tuple(reports))


def _place(report: Report) -> tuple[str, int, int]:
    return report[0], report[1].start, report[1].trigger_start


def _id(lead: _Seen) -> str:
    event = lead.report[1]
    words = _content(event.sentence)
    sides = (
        *(actor.name for actor in event.actors),
        "",
        *(actor.name for actor in event.recipients),
    )
    content = (
        *sides,
        event.plover,
        event.rule,
        event.date_from,
        event.date_to,
        event.status,
        *words,
    )
    undated = (lead.report[0], event.start) if event.date_from is None else ()
    return hashlib.sha256("\x1f".join(map(str, (*content, *undated))).encode()).hexdigest()[:16]
