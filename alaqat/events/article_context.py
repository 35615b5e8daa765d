"""What the coder knows of one article, and what it remembers while it reads on."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from alaqat.events import (
    chronicle_entries,
    clauses,
    date_choice,
    date_mentions,
    matched_words,
    parties,
)
from alaqat.events.chronicle_entries import Entry
from alaqat.events.date_choice import EventDate
from alaqat.events.date_mentions import DateMention
from alaqat.events.discourse import DiscourseState
from alaqat.events.inflection import scan, topics
from alaqat.events.matched_words import Word
from alaqat.events.parties import Party
from alaqat.events.triggers import Trigger
from alaqat.lexicon.match import Hit
from alaqat.model.records import Document, Entity, EventMention, Quote, Status, Timex

T = TypeVar("T")
# Words a quotation must have to be somebody's sentence and not a name.
_SAID = 4
# A longer stretch without a full stop (folded characters) is read segment by segment, so that time stays linear.
_PIECE = 2500


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a segment of a very long one: folded offsets, and the words, parties, dates and topics in it."""

    start: int
    end: int
    words: list[Word]
    parties: list[Party]
    dates: list[DateMention]
    topics: list[Hit[str]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with its clause and status; `before` in a clause of "before that", `relative` in a relative clause.

    `tail`: the relative clause that tells of a noun itself ("the talks that were held in Geneva in May").
    """

    trigger: Trigger
    clause: tuple[int, int]
    status: Status
    before: bool
    relative: bool
    tail: tuple[int, int] | None = None

    @property
    def is_verbal(self) -> bool:
        """Whether it reports by a verb, its own or a light one."""
        return self.trigger.reading != "noun" or self.trigger.governed


@dataclass
class ArticleContext:
    """Findings of the whole article, the story's day, and the memory of what was told so far.

    `vague`: where times without a date stand ("of late", "some days ago"). `lapses`: spans of time with their place
    ("two days", P2D). `entries`: the heads of a chronicle. `topics`: the words that show a context. `silent` counts
    the sentences begun since `last`, the date told last.
    """

    document: Document
    words: list[Word]
    parties: list[Party]
    dates: list[DateMention]
    quoted: list[tuple[int, int]]
    story: EventDate | None
    discourse: DiscourseState
    vague: Sequence[int] = ()
    lapses: Sequence[tuple[int, int, str]] = ()
    entries: Sequence[Entry] = ()
    topics: Sequence[Hit[str]] = ()
    last: EventDate | None = None
    silent: int = 0
    events: list[EventMention] = field(default_factory=list)
    told: dict[str, list[EventMention]] = field(default_factory=lambda: defaultdict(list))

    def turn(self) -> None:
        """Read on to the next sentence."""
        self.silent += 1

    def remember(self, when: EventDate) -> None:
        """Take the date of what was told last."""
        self.last, self.silent = when, 0

    def segments(self, start: int, end: int) -> Iterator[Segment]:
        """The sentence `start:end` with what was found in it, cut where it is longer than prose."""
        while start < end:
            stop = end
            if end - start > _PIECE:
                space = self.document.folded.rfind(" ", start + 1, start + _PIECE)
                stop = space if space > start else start + _PIECE
            yield self._segment(start, stop)
            start = stop

    def _segment(self, start: int, end: int) -> Segment:
        return Segment(
            start,
            end,
            _within(self.words, self._starts[0], start, end),
            _within(self.parties, self._starts[1], start, end),
            _within(self.dates, self._starts[2], start, end),
            _within(self.topics, self._starts[3], start, end),
        )

    def __post_init__(self) -> None:
        self._starts = tuple(
            [item.start for item in items]
            for items in (self.words, self.parties, self.dates, self.topics)
        )

    def entry(self, segment: Segment) -> Entry | None:
        """The entry of a chronicle that the sentence belongs to."""
        at = bisect_right(self.entries, segment.start, key=attrgetter("start")) - 1
        return self.entries[at] if at >= 0 and segment.start < self.entries[at].end else None

    def is_past(self, mention: DateMention) -> bool:
        """Whether an expression lies before publication, or the day of it."""
        published, first = self.document.article.published, mention.timex.date_from
        return published is None or (first is not None and first <= published)

    def quotation(self, position: int) -> tuple[int, int] | None:
        """The quotation that holds `position`."""
        at = bisect_right(self.quoted, (position, len(self.document.folded))) - 1
        return self.quoted[at] if at >= 0 and position < self.quoted[at][1] else None


def _within(items: Sequence[T], starts: Sequence[int], start: int, end: int) -> list[T]:
    return list(items[bisect_left(starts, start) : bisect_left(starts, end)])


def _names(document: Document, entities: Sequence[Entity]) -> list[tuple[int, int]]:
    """Folded spans of the names of persons, in text order."""
    named = (
        one
        for entity in entities
        if entity.type == "PER"
        for one in entity.mentions
        if not one.nominal
    )
    return sorted(document.folded_span(one.start, one.end) for one in named)


def _personal(position: int, names: Sequence[tuple[int, int]]) -> bool:
    """Whether `position` lies in the name of a person ("Nabil Sadiq", whose name reads as "ratified")."""
    at = bisect_right(names, (position, sys.maxsize)) - 1
    return at >= 0 and position < names[at][1]


def build_context(
    document: Document,
    timexes: Sequence[Timex],
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
) -> ArticleContext:
    """Search an article for everything its events are made of."""
    named = parties.find(document, entities)
    counts = Counter(party.actor for party in named if party.kind != "place")
    discourse = DiscourseState(frequent=tuple(actor for actor, _ in counts.most_common(2)))
    direct = [
        quote for quote in quotes if quote.kind == "direct" and len(quote.text.split()) >= _SAID
    ]
    said = {document.folded_span(quote.start, quote.end) for quote in direct}
    people = _names(document, entities)
    quoted = sorted({*said, *clauses.quoted(document.folded)})
    words = [
        word
        for word in matched_words.group(scan(document.folded))
        if not _personal(word.start, people)
    ]
    tellings = [word.end for word in words if word.has_cue("telling")]
    dated = date_mentions.find(document, timexes)
    return ArticleContext(
        document,
        words,
        named,
        dated,
        quoted,
        date_choice.story_day(document, dated, tellings),
        discourse,
        vague=date_mentions.vague(document, timexes),
        lapses=date_mentions.lapses(document, timexes),
        entries=chronicle_entries.find(document, dated),
        topics=topics(document.folded),
    )
