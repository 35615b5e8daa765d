"""The frozen records that the stages exchange; every span is `text[start:end]` of the article.

There are two kinds of offsets. A *source* offset counts characters of `Article.text` as read; a
*folded* offset counts characters of `Document.folded`. Stages search the folded text and store
source offsets; `Document.span` converts one to the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from unicodedata import combining

Granularity = Literal["day", "week", "month", "quarter", "year", "decade", "range"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET", "RANGE"]
EntityType = Literal["PER", "LOC", "ORG", "OTHER"]
Polarity = Literal["cooperation", "conflict", "neutral"]
Status = Literal["done", "planned", "denied", "hypothetical"]
DatedBy = Literal["sentence", "context", "event", "article", "correction", "model"]
QuoteKind = Literal["direct", "indirect"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. `id` is a hash of its text; `published` is None if the day is unknown.

    `published_basis` is where the day was read: the sidecar, the metadata of the page or row, the
    link, or the dateline.
    """

    id: str
    text: str
    published: date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    published_basis: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: source offsets `start:end`, folded offsets `fstart:fend`, paragraph number."""

    index: int
    start: int
    end: int
    fstart: int
    fend: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of the folded text, with folded offsets."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article prepared for the stages: its folded text, its sentences, and their offsets.

    `index[i]` is the source offset of folded character `i`; None if both texts have equal offsets.
    """

    article: Article
    folded: str
    index: Sequence[int] | None
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...] = ()

    @property
    def text(self) -> str:
        """The article's text as read."""
        return self.article.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Source offsets of the folded slice `start:end`."""
        if self.index is None:
            return start, end
        if start >= end:
            offset = self.index[start] if start < len(self.index) else len(self.text)
            return offset, offset
        return self.index[start], self._stop(self.index, end)

    def _stop(self, index: Sequence[int], end: int) -> int:
        """Source offset after folded character `end - 1` and the diacritics that follow it."""
        stop = index[end - 1] + 1
        limit = index[end] if end < len(index) else len(self.text)
        if self.text[stop - 1] == "&":
            return limit
        while stop < limit and combining(self.text[stop]):
            stop += 1
        return stop

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Folded offsets of the source slice `start:end`."""
        if self.index is None:
            return start, end
        return bisect_left(self.index, start), bisect_left(self.index, end)

    def surface(self, start: int, end: int) -> str:
        """The original spelling of the folded slice `start:end`."""
        begin, stop = self.span(start, end)
        return self.text[begin:stop]

    def sentence_at(self, start: int) -> Sentence | None:
        """The sentence that contains source offset `start`, if any."""
        for sentence in self.sentences:
            if sentence.start <= start < sentence.end:
                return sentence
        return None


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression (TIMEX3): its value, its interval in days, and the rule that read it.

    `anchor` is what a relative expression was counted from: "published", "text" (an earlier date),
    "event" (a dated event of the text), "none" (needs no anchor), or None if it is unresolved.
    `mod` is TIMEX3's (START, MID, END, APPROX, MORE_THAN, LESS_THAN, BEFORE, AFTER).
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    rule: str
    mod: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    granularity: Granularity | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named, or described (`nominal`).

    `role` is the title or office written next to the name; `reason` is why the mention belongs to
    its entity (same name, surname, spelling, role, …).
    """

    start: int
    end: int
    text: str
    recognizer: str
    nominal: bool = False
    role: str | None = None
    reason: str = "name"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place or body of one article with all its mentions, in text order.

    `country` is the ISO 3166-1 alpha-3 code of the state itself, of the state a place lies in, or
    of the state a person or body acts for; None if unknown. `role` is the office in the article's
    words, `role_en` in English. `known` is True if a row of the lexicon identified the entity.
    """

    id: str
    canonical_en: str
    canonical_ar: str
    type: EntityType
    mentions: tuple[Mention, ...]
    country: str | None = None
    wikidata: str | None = None
    role: str | None = None
    known: bool = False
    role_en: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: its span without quotation marks, its speaker, and the rule that found it.

    `speaker` is the English name (None if no speaker is named), `speaker_ar` the Arabic one,
    `speaker_text` the mention it was read from, `country` the speaker's state (ISO 3166-1 alpha-3),
    `role` the office at that time. The dates are when the words were spoken. `read_by` and
    `probability` are those of `EventMention`.
    """

    start: int
    end: int
    text: str
    kind: QuoteKind
    rule: str
    cue: str | None = None
    speaker: str | None = None
    speaker_ar: str | None = None
    speaker_id: str | None = None
    speaker_text: str | None = None
    country: str | None = None
    role: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    read_by: str = "rules"
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to an event: its names, and the code of the state it is or acts for (ISO alpha-3)."""

    name: str
    name_ar: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event as one sentence reports it, coded with PLOVER.

    `plover` is None for an event outside the ontology (an election, relations that got worse).
    `intensity` is PLOVER's score, −10…+10. `dated_by` is where the date comes from: sentence,
    context, event, article, or model if only a language model gives it; it is None for an undated
    event. `trigger` is the span of the word that fired.
    `read_by` is the reader that found it ("rules", the name of a model, "endpoint:MODEL");
    `probability` is the reader's estimate that it is right (0 to 1), None if it makes none.
    `cause` are the words that state why it happened, with their span; `cause_trigger` is where the
    trigger of the event begins that they report, if the article has one.
    """

    start: int
    end: int
    sentence: str
    plover: str | None
    polarity: Polarity
    intensity: float
    rule: str
    trigger_start: int
    trigger_end: int
    mode: str | None = None
    context: str | None = None
    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    status: Status = "done"
    date_from: date | None = None
    date_to: date | None = None
    granularity: Granularity | None = None
    dated_by: DatedBy | None = None
    mod: str | None = None
    read_by: str = "rules"
    probability: float | None = None
    cause: str | None = None
    cause_start: int | None = None
    cause_end: int | None = None
    cause_trigger: int | None = None

    @property
    def is_future(self) -> bool:
        """True if the event was still to come when it was reported."""
        return self.status == "planned"


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations of one article.

    `dropped` counts, by cause, the results of a reader that could not be verified.
    """

    document: Document
    timexes: tuple[Timex, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[EventMention, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()

    @property
    def article(self) -> Article:
        """The article these annotations belong to."""
        return self.document.article


@dataclass(frozen=True, slots=True)
class Event:
    """An event with all its reports, as (article id, mention); `lead` is the report that is shown.

    `id` is a content hash: the same reports give the same id in any order.
    """

    id: str
    lead: tuple[str, EventMention]
    reports: tuple[tuple[str, EventMention], ...]
