"""Makes records of a model's answer; entries that the article does not support are dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, get_args

from alaqat.arabic.quotation_marks import quoted_span
from alaqat.entities.romanization import english
from alaqat.lexicon.load import table
from alaqat.model.records import Actor, Annotations, EventMention, Polarity, Quote, Status
from alaqat.readers.endpoint import verified_dates
from alaqat.readers.endpoint.alignment import Span, locate, occurrences
from alaqat.readers.endpoint.answer_format import Answer, EventEntry, PartyEntry, QuoteEntry
from alaqat.readers.endpoint.verified_dates import VerifiedDate, WrongDate
from alaqat.readers.endpoint.verified_names import ArticleNames

RULE: Final = "endpoint"
_POLARITIES: Final[Mapping[str, Polarity]] = {value: value for value in get_args(Polarity)}
_STATUSES: Final[Mapping[str, Status]] = {"done": "done", "planned": "planned", "denied": "denied"}
# what a model may write for an event outside the categories
_OUTSIDE: Final = frozenset(("", "OTHER", "NONE", "NULL"))
_MARKS: Final = "\"'«»“”„‟‹›‘’ \n\t"
# a quote of fewer words is a word in marks
_FEWEST_WORDS: Final = 2


class _Dropped(Exception):
    """An entry is not borne out; the message is the cause."""


@dataclass(frozen=True, slots=True)
class _Coding:
    """A category with the polarity and intensity that the table gives it."""

    code: str | None
    polarity: Polarity
    intensity: float


@cache
def _codings() -> Mapping[str, _Coding]:
    """The categories of plover.csv by code; "" is an event outside of them."""
    return {
        row["plover"]: _Coding(
            row["plover"] or None, _POLARITIES[row["polarity"]], float(row["score"])
        )
        for row in table("plover", ("plover", "mode", "polarity", "score"))
        if not row["mode"]
    }


@dataclass(slots=True)
class Verifier:
    """Verifies the answers about one article; `read_by` goes into every record."""

    found: Annotations
    read_by: str
    dropped: Counter[str] = field(default_factory=Counter)
    events: list[EventMention] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    _names: ArticleNames = field(init=False)

    def __post_init__(self) -> None:
        self._names = ArticleNames(self.found)

    def add(self, answer: Answer, part: Span) -> None:
        """Add the entries of the answer about the source span `part` that the article supports.

        Entries that an answer about an overlapping part already had are skipped.
        """
        earlier_triggers = [_trigger(event) for event in self.events]
        earlier_quotes = [(quote.start, quote.end) for quote in self.quotes]
        for entry in answer.events:
            try:
                self.events.append(self._event(entry, part, earlier_triggers))
            except _Dropped as cause:
                self._count(cause)
        for quote_entry in answer.quotes:
            try:
                self.quotes.append(self._quote(quote_entry, part, earlier_quotes))
            except _Dropped as cause:
                self._count(cause)

    def _count(self, cause: _Dropped) -> None:
        if str(cause):
            self.dropped[str(cause)] += 1

    def _event(self, entry: EventEntry, part: Span, earlier: Iterable[Span]) -> EventMention:
        sentence, trigger = self._place(entry, part, earlier)
        coding = _coding(entry)
        date = self._date(entry, sentence)
        text = self.found.document.text
        return EventMention(
            start=sentence[0],
            end=sentence[1],
            sentence=text[slice(*sentence)],
            plover=coding.code,
            polarity=_POLARITIES.get(_plain(entry.polarity), coding.polarity),
            intensity=coding.intensity,
            rule=RULE,
            trigger_start=trigger[0],
            trigger_end=trigger[1],
            actors=self._actors(entry.actors, sentence),
            recipients=self._actors(entry.recipients, sentence),
            status=self._status(entry, date),
            date_from=date.first,
            date_to=date.last,
            granularity=date.granularity,
            dated_by=date.by,
            mod=date.mod,
            read_by=self.read_by,
        )

    def _place(self, entry: EventEntry, part: Span, earlier: Iterable[Span]) -> tuple[Span, Span]:
        """The spans of the clause and of its trigger: the first ones that no other event has."""
        document = self.found.document
        clauses = list(occurrences(document, entry.sentence, part))
        if not clauses:
            raise _Dropped("sentence not in the text")
        places = [
            (clause, trigger)
            for clause in clauses
            for trigger in occurrences(document, entry.trigger, clause)
        ]
        if not places:
            raise _Dropped("trigger not in its sentence")
        used = [_trigger(event) for event in self.events]
        free = next((place for place in places if not _has_overlap(place[1], used)), None)
        if free is not None:
            return free
        is_earlier = _has_overlap(places[0][1], earlier)
        raise _Dropped("" if is_earlier else "trigger told twice")

    def _date(self, entry: EventEntry, sentence: Span) -> VerifiedDate:
        try:
            return verified_dates.verify(entry, self.found, sentence)
        except WrongDate as error:
            raise _Dropped("date is no interval of days") from error

    def _status(self, entry: EventEntry, date: VerifiedDate) -> Status:
        """The status of the entry; an event done after the publication day is planned."""
        status = _STATUSES.get(_plain(entry.status) or "done")
        if status is None:
            raise _Dropped("status is not known")
        published = self.found.article.published
        is_coming = bool(date.first and published and date.first > published)
        return "planned" if is_coming and status == "done" else status

    def _actors(self, entries: Iterable[PartyEntry], sentence: Span) -> tuple[Actor, ...]:
        """The parties that the article names, each once."""
        actors: dict[str, Actor] = {}
        for entry in entries:
            actor = self._names.actor(entry, sentence)
            if actor is None:
                self.dropped["party not in the text"] += 1
            else:
                actors.setdefault(actor.name, actor)
        return tuple(actors.values())

    def _quote(self, entry: QuoteEntry, part: Span, earlier: Iterable[Span]) -> Quote:
        document = self.found.document
        span = locate(document, entry.text.strip(_MARKS), part)
        if span is None:
            raise _Dropped("quote not in the text")
        if len(document.text[slice(*span)].split()) < _FEWEST_WORDS:
            raise _Dropped("quote of one word")
        if _has_overlap(span, [(quote.start, quote.end) for quote in self.quotes]):
            raise _Dropped("" if _has_overlap(span, earlier) else "quote told twice")
        cue = locate(document, entry.cue or "", part)
        return Quote(
            start=span[0],
            end=span[1],
            text=document.text[slice(*span)],
            kind="direct" if self._is_marked(span) else "indirect",
            rule=RULE,
            cue=document.text[slice(*cue)] if cue else None,
            **self._speaker(entry, part),
            read_by=self.read_by,
        )

    def _is_marked(self, span: Span) -> bool:
        """True if a source span is between quotation marks."""
        document = self.found.document
        start, end = document.folded_span(*span)
        matches = quoted_span().finditer(document.folded)
        return any(match.start() < start and end < match.end() for match in matches)

    def _speaker(self, entry: QuoteEntry, part: Span) -> dict[str, Any]:
        """The fields of the speaker; none if no speaker is named.

        The mention next to the quote may be wrong although the speaker's name is right.
        """
        document = self.found.document
        named = self._words(entry.speaker, (0, len(document.text)))
        near = self._words(entry.mention, part)
        spans = [span for span in (named, near) if span]
        if not spans and not (entry.speaker or entry.mention):
            return {}
        if not spans or (entry.speaker and not named):
            raise _Dropped("speaker not in the text")
        written = document.text[slice(*spans[0])]
        own = {"speaker_text": document.text[slice(*spans[-1])]}
        entity = next((one for one in map(self._names.speaker, spans) if one), None)
        if entity is None:
            return own | {"speaker": english(written), "speaker_ar": written}
        return own | {
            "speaker": entity.canonical_en,
            "speaker_ar": entity.canonical_ar,
            "speaker_id": entity.id,
            "country": entity.country,
            "role": entity.role,
        }

    def _words(self, copy: str | None, within: Span) -> Span | None:
        """The source span of the words of `copy`, None if they are not in the article."""
        return locate(self.found.document, copy.strip(_MARKS), within) if copy else None


def _coding(entry: EventEntry) -> _Coding:
    code = (entry.category or "").strip().upper()
    coding = _codings().get("" if code in _OUTSIDE else code)
    if coding is None:
        raise _Dropped("category is not in the table")
    return coding


def _plain(text: str | None) -> str:
    return (text or "").strip().lower()


def _trigger(event: EventMention) -> Span:
    return event.trigger_start, event.trigger_end


def _has_overlap(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
