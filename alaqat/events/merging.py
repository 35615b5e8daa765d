"""Merges the event mentions of all articles into events, by parties, category, date and words.

Each report has its own dates and words, so that differences between sources stay visible; the
`lead` is the report with the finest date and most parties. The result does not depend on the
order of the reports.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from alaqat.arabic.fold import folded
from alaqat.arabic.tokenize import tokens
from alaqat.events.cue_words import cue_words
from alaqat.lexicon.categories import category
from alaqat.lexicon.distances import distance
from alaqat.model.ids import identity
from alaqat.model.records import Actor, Event, EventMention, Granularity

# An article's id and one of its event mentions.
Report = tuple[str, EventMention]
_SHORTEST = 3  # letters of a content word
_RANKS: dict[Granularity | None, int] = {
    "day": 0,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "range": 4,
    "year": 5,
    "decade": 6,
    None: 7,
}
# Classes of cues that are function words of any report.
_FUNCTION_WORDS = ("open", "by", "on", "with", "to", "in", "from", "between", "about")
_AUXILIARIES = ("had", "already", "not", "say")


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a report for comparison: the names of its parties, its content words.

    `words` are in alphabetical order, each once: a tuple takes a tenth of the memory of a set.
    """

    report: Report
    parties: frozenset[str]
    words: tuple[str, ...]

    @property
    def mention(self) -> EventMention:
        """The event mention of the report."""
        return self.report[1]

    @property
    def blocks(self) -> list[str]:
        """The blocks in which it is compared: its category and each party.

        Outside the ontology it is the mode or rule and each party.
        """
        kind = self.mention.plover or self.mention.mode or self.mention.rule
        return [f"{kind}\x1f{party}" for party in self.parties or ("",)]


def merge(reports: Sequence[Report]) -> tuple[Event, ...]:
    """The events of `reports`, ordered by date, undated ones last."""
    return merge_features(features(report) for report in set(reports))


def merge_features(compared: Iterable[Features]) -> tuple[Event, ...]:
    """The events of reports with their features, which are computed once for other uses, too."""
    items = sorted(compared, key=_lead_order)
    events = [_event([items[index] for index in group]) for group in _groups(items)]
    return tuple(sorted(events, key=date_order))


def date_order(event: Event) -> tuple[date, date, str]:
    """Sort key: the events of a build in their order."""
    lead = event.lead[1]
    return lead.date_from or date.max, lead.date_to or date.max, event.id


def features(report: Report) -> Features:
    """The features of a report."""
    mention = report[1]
    return features_of_words(report, _content_words(mention.sentence))


def features_of_words(report: Report, words: Iterable[str]) -> Features:
    """The features of a report with these content words, which are not read again."""
    mention = report[1]
    parties = _names((*mention.actors, *mention.recipients))
    return Features(report, parties, tuple(map(sys.intern, sorted(set(words)))))


def reach(mention: EventMention) -> tuple[date, date] | None:
    """The days that another report's dates must overlap to be of one event; None if undated."""
    if mention.date_from is None or mention.date_to is None:
        return None
    slack = timedelta(days=distance("event-merge-slack"))
    return mention.date_from - slack, mention.date_to + slack


def _names(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(actor.name for actor in actors)


def _content_words(sentence: str) -> Iterator[str]:
    """Content words of a sentence, folded, in text order."""
    function_words = cue_words(*_FUNCTION_WORDS, *_AUXILIARIES)
    words = (token.text for token in tokens(folded(sentence)))
    return (word for word in words if len(word) >= _SHORTEST and word not in function_words)


def _lead_order(item: Features) -> tuple[object, ...]:
    """A total order: the better lead first, then by position in the article."""
    article, mention = item.report
    return (
        _RANKS[mention.granularity],
        -len(item.parties),
        mention.date_from or date.max,
        article,
        mention.start,
        mention.trigger_start,
        mention.rule,
    )


def _pairs(items: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs of indices to compare: same category, overlapping dates, a common party or none."""
    for block in _blocks(items):
        dated = sorted(block, key=lambda index: items[index].mention.date_from or date.max)
        yield from _overlapping(items, dated)


def _blocks(items: Sequence[Features]) -> Iterable[list[int]]:
    """Indices of the reports of each block."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for block in item.blocks:
            blocks[block].append(index)
    return blocks.values()


def _overlapping(items: Sequence[Features], dated: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of indices of reports whose dates overlap, with some days of slack.

    `dated` has the indices in `items` ordered by first day, undated ones last; those have no pair.
    """
    slack = timedelta(days=distance("event-merge-slack"))
    active: list[int] = []
    for index in dated:
        first = items[index].mention.date_from
        if first is None:
            return
        active = [
            other for other in active if (items[other].mention.date_to or date.min) >= first - slack
        ]
        yield from ((other, index) for other in active)
        active.append(index)


def is_same_event(item: Features, other: Features) -> bool:
    """True if two reports of one block with overlapping dates may be of one event."""
    mine, theirs = item.mention, other.mention
    if not _has_compatible_parties(item, other) or _is_one_denied(mine, theirs):
        return False
    if _is_reversed(mine, theirs) or _is_another_act(item.report, other.report):
        return False
    smaller = min(len(item.words), len(other.words)) or 1
    percent = 100 * len(_word_set(item.words) & _word_set(other.words)) / smaller
    return percent >= _needed_percent(mine, theirs)


@lru_cache(maxsize=4096)
def _word_set(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a report as a set; cached, as a report is compared with many in a row."""
    return frozenset(words)


def _has_compatible_parties(item: Features, other: Features) -> bool:
    """True if one report names all parties of the other; without parties, if words are equal."""
    if not item.parties and item.words != other.words:
        return False
    return item.parties <= other.parties or other.parties <= item.parties


def _is_one_denied(mine: EventMention, theirs: EventMention) -> bool:
    """True if one report denies the event and the other does not."""
    return mine.status != theirs.status and "denied" in (mine.status, theirs.status)


def _is_reversed(mine: EventMention, theirs: EventMention) -> bool:
    """True if the two have opposite directions: A accuses B, B accuses A."""
    sides = mine.actors, mine.recipients, theirs.actors, theirs.recipients
    return all(sides) and _names(mine.actors).isdisjoint(_names(theirs.actors))


def _is_another_act(report: Report, other: Report) -> bool:
    """True if two modes are separate acts: in one sentence, or as a recall and an expulsion are."""
    mine, theirs = report[1], other[1]
    if mine.mode == theirs.mode:
        return False
    overlaps = mine.start < theirs.end and theirs.start < mine.end
    if overlaps and report[0] == other[0]:
        return True
    has_modes = bool(mine.mode and theirs.mode)
    return has_modes and category(mine.plover).separates_modes_between_articles


def _needed_percent(mine: EventMention, theirs: EventMention) -> int:
    """The percentage of the smaller set of content words that reports of one event must share."""
    if mine.mode != theirs.mode:
        return distance("event-merge-words-other-mode")
    is_same_date = (mine.date_from, mine.date_to) == (theirs.date_from, theirs.date_to)
    is_fine = is_same_date and _is_fine(mine)
    return distance("event-merge-words" if is_fine else "event-merge-words-coarse")


def _is_fine(mention: EventMention) -> bool:
    """True if the date is an interval of about a week or less."""
    if mention.date_from is None or mention.date_to is None:
        return False
    return (mention.date_to - mention.date_from).days <= distance("event-merge-fine-date")


def _groups(items: Sequence[Features]) -> list[list[int]]:
    """Indices of the reports of each event, by complete linkage.

    Each report, in the order of leads, joins the first group in which it matches every member, so
    that two different reports are never joined through a third one.
    """
    matches = _matches(items)
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    for index in range(len(items)):
        near = sorted({group_of[other] for other in matches[index] if other in group_of})
        joined = (group for group in near if matches[index].issuperset(groups[group]))
        group_of[index] = next(joined, len(groups))
        if group_of[index] == len(groups):
            groups.append([])
        groups[group_of[index]].append(index)
    return groups


def _matches(items: Sequence[Features]) -> dict[int, set[int]]:
    """For each index, the indices of the reports that may be of the same event."""
    matches: dict[int, set[int]] = defaultdict(set)
    for index, other in _pairs(items):
        if other not in matches[index] and is_same_event(items[index], items[other]):
            matches[index].add(other)
            matches[other].add(index)
    return matches


def _event(group: Sequence[Features]) -> Event:
    reports = sorted((item.report for item in group), key=_text_order)
    return Event(_identity(group[0]), group[0].report, tuple(reports))


def _text_order(report: Report) -> tuple[str, int, int]:
    return report[0], report[1].start, report[1].trigger_start


def _identity(lead: Features) -> str:
    """The id of an event: a hash of its lead's content, and of its position if it is undated."""
    mention = lead.mention
    position = (lead.report[0], mention.start) if mention.date_from is None else ()
    return identity(
        *(actor.name for actor in mention.actors),
        "",
        *(actor.name for actor in mention.recipients),
        mention.plover,
        mention.rule,
        mention.date_from,
        mention.date_to,
        mention.status,
        *_content_words(mention.sentence),
        *position,
    )
