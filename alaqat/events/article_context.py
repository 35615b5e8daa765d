"""The data of one article for the event rules, and the state of the extractor while it reads."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from alaqat.events import chronicle_entries, clauses, date_mentions, parties, story_date
from alaqat.events.chronicle_entries import Entry
from alaqat.events.date_mentions import DateMention
from alaqat.events.discourse import DiscourseState
from alaqat.events.event_date import EventDate
from alaqat.events.inflection import scan, topics
from alaqat.events.matched_words import Word, between, group
from alaqat.events.parties import Party
from alaqat.events.triggers import Trigger
from alaqat.lexicon.categories import Category
from alaqat.lexicon.distances import distance
from alaqat.lexicon.match import Hit
from alaqat.model.records import Document, Entity, EventMention, Quote, Status, Timex

T = TypeVar("T")
Span = tuple[int, int]
_FREQUENT = 2  # parties that "the two countries" may mean before two acted together


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or a part of a very long one, with its words, parties, dates and topics.

    Offsets are folded.
    """

    start: int
    end: int
    words: list[Word]
    parties: list[Party]
    dates: list[DateMention]
    topics: list[Hit[str]]

    def opening(self, reach: int) -> Sequence[Word]:
        """The words that begin in its first `reach` characters."""
        return between(self.words, self.start, self.start + reach)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger with its clause (folded span) and status.

    `before`: its clause opens with "before that". `relative`: it is in a relative clause.
    `tail`: the relative clause about the noun itself ("the talks that were held in Geneva in May").
    """

    trigger: Trigger
    clause: Span
    status: Status
    before: bool
    relative: bool
    tail: Span | None = None

    @property
    def word(self) -> Word:
        """The trigger word."""
        return self.trigger.word

    @property
    def category(self) -> Category:
        """The PLOVER category of its rule, with its properties."""
        return self.trigger.rule.category

    @property
    def is_noun(self) -> bool:
        """True if the trigger word is a noun, with a light verb or without."""
        return self.trigger.reading == "noun"

    @property
    def is_verbal(self) -> bool:
        """True if a verb reports it: its own or a light one."""
        return not self.is_noun or self.trigger.governed

    @property
    def is_main_verb(self) -> bool:
        """True if a verb reports it outside relative clauses."""
        return self.is_verbal and not self.relative


@dataclass
class ArticleContext:
    """The parts of a whole article, the story's day, and the events found so far.

    `undated_times`: offsets of times without a date ("of late", "some days ago"). `lapses`:
    durations with their folded span ("two days", P2D). `entries`: the entries of a chronicle.
    `sentences_since`: sentences begun since the event of `last_date`. `by_rule`: the events so far
    by the id of their rule.
    """

    document: Document
    words: list[Word]
    parties: list[Party]
    dates: list[DateMention]
    topics: Sequence[Hit[str]]
    quoted: Sequence[Span]
    undated_times: Sequence[int]
    lapses: Sequence[tuple[int, int, str]]
    entries: Sequence[Entry]
    story: EventDate | None
    discourse: DiscourseState
    last_date: EventDate | None = None
    sentences_since: int = 0
    events: list[EventMention] = field(default_factory=list)
    by_rule: dict[str, list[EventMention]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._starts = tuple(
            [item.start for item in items]
            for items in (self.words, self.parties, self.dates, self.topics)
        )

    def begin_sentence(self) -> None:
        """Count the next sentence."""
        self.sentences_since += 1

    def remember_date(self, date: EventDate) -> None:
        """Remember the date of the event read last."""
        self.last_date, self.sentences_since = date, 0

    def segments(self, start: int, end: int) -> Iterator[Segment]:
        """The sentence `start:end` with its contents, divided if it is longer than prose."""
        longest = distance("event-segment-length")
        while end - start > longest:
            space = self.document.folded.rfind(" ", start + 1, start + longest)
            stop = space if space > start else start + longest
            yield self._segment(start, stop)
            start = stop
        if start < end:
            yield self._segment(start, end)

    def _segment(self, start: int, end: int) -> Segment:
        words, party_starts, dates, topic_hits = self._starts
        return Segment(
            start,
            end,
            _within(self.words, words, start, end),
            _within(self.parties, party_starts, start, end),
            _within(self.dates, dates, start, end),
            _within(self.topics, topic_hits, start, end),
        )

    def entry(self, segment: Segment) -> Entry | None:
        """The entry of a chronicle that the segment belongs to."""
        index = bisect_right(self.entries, segment.start, key=attrgetter("start")) - 1
        is_inside = index >= 0 and segment.start < self.entries[index].end
        return self.entries[index] if is_inside else None

    def is_past(self, mention: DateMention) -> bool:
        """True if a date begins on the day of publication or before, or the article has no day."""
        published, first = self.document.article.published, mention.timex.date_from
        return published is None or (first is not None and first <= published)

    def quotation(self, position: int) -> Span | None:
        """The span of the quotation that contains `position`."""
        index = _holding(self.quoted, position)
        return None if index is None else self.quoted[index]


def _within(items: Sequence[T], starts: Sequence[int], start: int, end: int) -> list[T]:
    return list(items[bisect_left(starts, start) : bisect_left(starts, end)])


def _holding(spans: Sequence[Span], position: int) -> int | None:
    """Index of the last of the sorted spans that begins by `position`, if it contains it."""
    index = bisect_right(spans, (position, sys.maxsize)) - 1
    return index if index >= 0 and position < spans[index][1] else None


def build_context(
    document: Document,
    timexes: Sequence[Timex],
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
) -> ArticleContext:
    """Find the triggers, parties, dates and other parts of an article's events."""
    named = parties.find(document, entities)
    words = _words(document, entities)
    dates = date_mentions.find(document, timexes)
    statement_ends = [word.end for word in words if word.has_cue("telling")]
    circumstances = [word.start for word in words if word.has_cue("prior")]
    return ArticleContext(
        document,
        words,
        named,
        dates,
        topics(document.folded),
        _quotations(document, quotes),
        date_mentions.undated_times(document, timexes),
        date_mentions.lapses(document, timexes),
        chronicle_entries.find(document, dates),
        story_date.of_lead(document, dates, statement_ends, circumstances),
        _discourse(named),
    )


def _discourse(parties: Sequence[Party]) -> DiscourseState:
    """The state before the first sentence, with the parties named most often."""
    counts = Counter(party.actor for party in parties if party.kind != "place")
    return DiscourseState(frequent=tuple(actor for actor, _ in counts.most_common(_FREQUENT)))


def _words(document: Document, entities: Sequence[Entity]) -> list[Word]:
    """Trigger words and cues outside of personal names ("Sadiq" is also "ratified")."""
    names = _person_names(document, entities)
    words = group(scan(document.folded))
    return [word for word in words if _holding(names, word.start) is None]


def _person_names(document: Document, entities: Sequence[Entity]) -> list[Span]:
    """Folded spans of the names of persons, in text order."""
    people = (entity for entity in entities if entity.type == "PER")
    return sorted(
        document.folded_span(mention.start, mention.end)
        for person in people
        for mention in person.mentions
        if not mention.nominal
    )


def _quotations(document: Document, quotes: Sequence[Quote]) -> list[Span]:
    """Folded spans of quoted sentences; a shorter quotation is a name or a term."""
    shortest = distance("event-quoted-sentence")
    direct = (quote for quote in quotes if quote.kind == "direct")
    spans = {
        document.folded_span(quote.start, quote.end)
        for quote in direct
        if len(quote.text.split()) >= shortest
    }
    return sorted(spans.union(clauses.quoted(document.folded)))
