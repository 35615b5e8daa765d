"""Between the project's records and the trained reader: a view from records, records from
findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from alaqat.arabic.dateline import agency_dateline_end
from alaqat.events import parties
from alaqat.events.event_date import part_of_period
from alaqat.lexicon.load import table
from alaqat.model.records import (
    Actor,
    Annotations,
    DatedBy,
    Document,
    Entity,
    EventMention,
    Granularity,
    Timex,
)
from alaqat.readers.trained.date_candidates import Interval
from alaqat.readers.trained.decoding import Finding
from alaqat.readers.trained.finding_selection import Selected
from alaqat.readers.trained.reader import Reading, TrainedReader
from alaqat.readers.trained.view import PartyMention, RuleHit, Time, View
from alaqat.readers.trained.windows import TRIGGERS, annotated_name, trigger_label
from alaqat.readers.trained.word_pieces import Word

_WEEK = 7


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event, and how likely the model finds it one and dated right; None if it cannot tell."""

    event: EventMention
    probability: float | None


def view_of(found: Annotations) -> View:
    """An article as the model sees it; `found` is what the rules found, their events among it."""
    document = found.document
    return View(
        text=document.text,
        published=document.article.published,
        sentences=tuple((sentence.start, sentence.end) for sentence in document.sentences),
        times=tuple(_times(found.timexes)),
        parties=tuple(_parties(document, found.entities)),
        hits=tuple(_hit(event) for event in found.events),
        quotes=tuple((quote.start, quote.end, quote.kind) for quote in found.quotes),
    )


def _times(timexes: Iterable[Timex]) -> Iterator[Time]:
    """The expressions with their days, those of the part where one names a part of its period."""
    for timex in timexes:
        if timex.date_from and timex.date_to:
            days = part_of_period((timex.date_from, timex.date_to), timex.mod)
            yield Time(timex.start, timex.end, *days, timex.granularity or "")


def _parties(document: Document, entities: Sequence[Entity]) -> Iterator[PartyMention]:
    """The mentions of parties after the dateline; the place it names takes part in no event."""
    begin = agency_dateline_end(document.text, 0, len(document.text)) or 0
    for party in parties.find(document, entities):
        start, end = document.span(party.start, party.end)
        actor = party.actor
        if start >= begin:
            yield PartyMention(start, end, actor.name, actor.name_ar, actor.country, party.kind)


def _hit(event: EventMention) -> RuleHit:
    return RuleHit(
        event.trigger_start,
        event.trigger_end,
        event.plover,
        event.date_from,
        event.date_to,
        tuple(actor.name for actor in event.actors),
        tuple(actor.name for actor in event.recipients),
    )


def read_events(reader: TrainedReader, found: Annotations) -> list[FoundEvent]:
    """The events of an article as the model reads it, in text order; `found` is what the rules
    found."""
    view = view_of(found)
    return found_events(reader.name, view, reader.read(view), found.events)


def found_events(
    name: str, view: View, reading: Reading, rules: Sequence[EventMention]
) -> list[FoundEvent]:
    """Records of what the model `name` selected; where `rules` has the same trigger, its mode
    and context."""
    maker = RecordMaker(name, view, reading, rules)
    return [FoundEvent(maker.event(one), one.probability) for one in reading.selected]


@cache
def _intensities() -> Mapping[tuple[str, str], float]:
    """PLOVER's scores by category and mode."""
    rows = table("plover", ("plover", "mode", "score"))
    return {(row["plover"], row["mode"]): float(row["score"]) for row in rows}


class RecordMaker:
    """Makes records of the findings of one article."""

    def __init__(
        self, name: str, view: View, reading: Reading, events: Sequence[EventMention]
    ) -> None:
        self.rule = f"model:{name}"
        self.view, self.words, self.events = view, reading.words, events
        self.actors = {
            party.name: Actor(party.name, party.name_ar, party.country) for party in view.parties
        }

    def event(self, one: Selected) -> EventMention:
        """The record of one finding."""
        finding = one.finding
        word = self.words[finding.word]
        start, end = one.span
        rule_event = self._rule_event(word)
        category = _category(finding, rule_event)
        same = rule_event is not None and rule_event.plover == category
        mode = rule_event.mode if rule_event and same else None
        days = finding.interval
        sides = self.sides(finding)
        return EventMention(
            start=start,
            end=end,
            sentence=self.view.text[start:end],
            plover=category,
            polarity=finding.polarity,
            intensity=_intensities()[category or "", mode or ""],
            rule=self.rule,
            trigger_start=word.start,
            trigger_end=word.end,
            mode=mode,
            context=rule_event.context if rule_event and same else None,
            actors=sides[0],
            recipients=sides[1],
            status=finding.status,
            date_from=days[0] if days else None,
            date_to=days[1] if days else None,
            granularity=_granularity(days) if days else None,
            dated_by=self._dated_by(finding, word) if days else None,
        )

    def sides(self, finding: Finding) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """The actors and the recipients of a finding, both in the order of the text."""
        actors = tuple(self.actors[name] for name, _ in finding.actors)
        return actors, tuple(self.actors[name] for name, _ in finding.recipients)

    def _rule_event(self, word: Word) -> EventMention | None:
        """The rules' event with this trigger, if any."""
        for event in self.events:
            if event.trigger_start < word.end and word.start < event.trigger_end:
                return event
        return None

    def _dated_by(self, finding: Finding, word: Word) -> DatedBy:
        if finding.date_mention < 0:
            return "article"
        start, end = self.view.sentences[word.sentence]
        inside = start <= self.view.times[finding.date_mention].start < end
        return "sentence" if inside else "context"


def _category(finding: Finding, rule_event: EventMention | None) -> str | None:
    """PLOVER's category: that of the rules where the annotations do not tell the two apart."""
    name = TRIGGERS[finding.category]
    if finding.category == trigger_label(None):
        return None
    if rule_event and rule_event.plover and annotated_name(rule_event.plover) == name:
        return rule_event.plover
    same = [row["plover"] for row in table("annotation_categories") if row["annotated"] == name]
    return same[-1] if same else name


def _granularity(days: Interval) -> Granularity:
    """The calendar unit that an interval fills, else a range."""
    first, last = days
    length = (last - first).days + 1
    if length == 1:
        return "day"
    if first.day == 1 and (last + timedelta(1)).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return "month"
        if (first.year, first.month, last.month) == (last.year, 1, 12):
            return "year"
    return "week" if length == _WEEK else "range"
