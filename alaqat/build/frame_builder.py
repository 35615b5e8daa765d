"""Records become the rows of the frames, one function a frame."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

import pandas as pd

from alaqat.build.deduplication import Duplicate
from alaqat.corrections.model import Correction
from alaqat.model.ids import identity
from alaqat.model.records import Actor, Annotations, Entity, Event, EventMention, Sentence, Timex
from alaqat.quotes.grouping import group_quotes
from alaqat.store.network_layout import positions
from alaqat.store.schema import FRAMES, Gathered, Row, frame, typed

# (category, mode) of PLOVER → kind, English and Arabic label; ("", "") for an event outside the ontology.
Codes = Mapping[tuple[str, str], tuple[str, str, str]]


def assemble(
    found: Sequence[Annotations],
    happenings: Sequence[Event],
    codes: Codes,
    labels: Mapping[str, tuple[str, str]] | None = None,
    corrections: Iterable[tuple[Correction, str | None]] = (),
) -> dict[str, pd.DataFrame]:
    """Frames of a whole collection; the same annotations give the same frames in whatever order they come.

    What `Assembly` does article by article, for a collection that is at hand.
    """
    builder = FrameBuilder()
    for _, one in sorted({one.article.id: one for one in found}.items()):
        builder.take(one)
    return builder.frames(happenings, codes, labels, corrections)


class FrameBuilder:
    """Frames in the making: articles are taken one by one, in the order of their ids, and need not be kept."""

    def __init__(self) -> None:
        self._gathered = {name: Gathered(name) for name in (*_PER_ARTICLE, "edges")}
        self._places: dict[str, Place] = {}
        self._entities: dict[str, _Entity] = {}

    def take(self, one: Annotations) -> None:
        """Add the rows of an article."""
        made = {name: list(make(one)) for name, make in _PER_ARTICLE.items()}
        for name, rows in made.items():
            self._gathered[name].add(rows)
        self._gathered["edges"].add(_edges(made["mentions"]))
        sentences = [
            (sentence.start, sentence.end, sentence.index) for sentence in one.document.sentences
        ]
        self._places[one.article.id] = Place(one.article.published, tuple(sentences))
        for entity in one.entities:
            self._entities.setdefault(entity.id, _Entity(entity.id, entity.type)).take(
                entity, one.article.id
            )

    def frames(
        self,
        happenings: Sequence[Event],
        codes: Codes,
        labels: Mapping[str, tuple[str, str]] | None = None,
        corrections: Iterable[tuple[Correction, str | None]] = (),
        copies: Iterable[Duplicate] = (),
    ) -> dict[str, pd.DataFrame]:
        """All frames, with the happenings that the articles taken report.

        `labels` names the events of single rules, in English and Arabic, better than their code does. `corrections`
        are those of readers, each with the event it changed, if it is one of an event and still finds it.
        """
        made = {name: gathered.frame() for name, gathered in self._gathered.items()}
        coded = (_coded(happening.lead[1], codes, labels or {}) for happening in happenings)
        events = (
            _event(one, self._places) | code for one, code in zip(happenings, coded, strict=True)
        )
        made["events"] = frame("events", events)
        made["reports"] = frame(
            "reports", (row for one in happenings for row in _reports(one, self._places))
        )
        made["quotes"] = _joined(made["quotes"], made["reports"])
        made["participants"] = frame(
            "participants", (row for one in happenings for row in _participants(one))
        )
        counts = {key: entity.mentions for key, entity in self._entities.items()}
        places = positions(counts, zip(made["edges"]["a"], made["edges"]["b"], strict=True))
        found = sorted(self._entities.items())
        made["entities"] = frame(
            "entities", (entity.row() | places.get(key, {}) for key, entity in found)
        )
        held = {*made["quotes"]["quote_id"], *self._entities}
        made["corrections"] = frame("corrections", _corrections(corrections, held))
        made["copies"] = frame("copies", map(_copy, copies))
        return {name: made[name] for name in FRAMES}


@dataclass(frozen=True, slots=True)
class Place:
    """What rows of events ask of an article: its day, and its sentences as (start, end, number)."""

    published: date | None
    sentences: tuple[tuple[int, int, int], ...]

    def sentence_at(self, start: int) -> int:
        """Number of the sentence that holds source offset `start`, −1 outside of all."""
        place = bisect_right(self.sentences, start, key=lambda sentence: sentence[0]) - 1
        return self.sentences[place][2] if place >= 0 and start < self.sentences[place][1] else -1


@dataclass(slots=True)
class _Entity:
    """An entity of several articles: how often it is named, and what they say of it."""

    id: str
    type: str
    mentions: int = 0
    articles: int = 0
    last: str = ""
    told: Counter[tuple[str, str]] = field(default_factory=Counter)

    def take(self, entity: Entity, article_id: str) -> None:
        """Add what one article says; an article's entities come one after another."""
        self.mentions += len(entity.mentions)
        self.articles += article_id != self.last
        self.last = article_id
        for name in _TOLD:
            if value := getattr(entity, name):
                self.told[name, sys.intern(value)] += 1

    def row(self) -> Row:
        """One row: the commonest name, country, link and role; of equally common ones the last in order."""
        best: dict[str, tuple[int, str]] = {}
        for (name, value), count in self.told.items():
            best[name] = max(best.get(name, (0, "")), (count, value))
        row: Row = {"entity_id": self.id, "type": self.type, "x": None, "y": None}
        row |= {"mentions": self.mentions, "articles": self.articles}
        return row | {name: best[name][1] if name in best else _UNTOLD.get(name) for name in _TOLD}


_TOLD = ("canonical_en", "canonical_ar", "country", "wikidata", "role", "role_en")
_UNTOLD = {"canonical_en": "", "canonical_ar": ""}


def _articles(one: Annotations) -> Iterator[Row]:
    article = one.article
    yield {name: getattr(article, name, None) for name in FRAMES["articles"]} | {
        "article_id": article.id
    }


def _sentences(one: Annotations) -> Iterator[Row]:
    for sentence in one.document.sentences:
        begin, end = _sentence_dates(one, sentence)
        yield {
            **_place(one, sentence.start),
            "start": sentence.start,
            "end": sentence.end,
            "text": one.document.text[sentence.start : sentence.end],
            "paragraph": sentence.paragraph,
            "date_from": begin,
            "date_to": end,
        }


def _sentence_dates(one: Annotations, sentence: Sentence) -> tuple[date | None, date | None]:
    """What a sentence is about in time: its dated event, else its date, else the day of publication."""
    records: list[EventMention | Timex] = [*one.events, *one.timexes]
    for record in records:
        if record.date_from and sentence.start <= record.start < sentence.end:
            return record.date_from, record.date_to
    return one.article.published, one.article.published


def _place(one: Annotations, start: int) -> Row:
    sentence = one.document.sentence_at(start)
    return {"article_id": one.article.id, "sentence": sentence.index if sentence else -1}


def _timexes(one: Annotations) -> Iterator[Row]:
    for timex in one.timexes:
        yield {name: getattr(timex, name, None) for name in FRAMES["timexes"]} | _place(
            one, timex.start
        )


def _mentions(one: Annotations) -> Iterator[Row]:
    for entity in one.entities:
        for mention in entity.mentions:
            row = {name: getattr(mention, name, None) for name in FRAMES["mentions"]}
            yield row | _place(one, mention.start) | {"entity_id": entity.id}


def _quotes(one: Annotations) -> Iterator[Row]:
    for quote in one.quotes:
        row = {name: getattr(quote, name, None) for name in FRAMES["quotes"]}
        yield (
            row
            | _place(one, quote.start)
            | {"quote_id": identity(one.article.id, quote.start, quote.end)}
        )


def _joined(quotes: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Quotes with the group of the same words in other articles, and with the event that their sentence reports."""
    asked = ("quote_id", "article_id", "speaker_id", "speaker", "text", "date_from")
    groups = group_quotes(
        dict(zip(asked, row, strict=True))
        for row in zip(*(quotes[name] for name in asked), strict=True)
    )
    places = zip(
        reports["article_id"], reports["sentence_number"], reports["event_id"], strict=True
    )
    told = {
        (article_id, sentence): event_id
        for article_id, sentence, event_id in reversed(list(places))
    }
    events = [
        told.get(place) for place in zip(quotes["article_id"], quotes["sentence"], strict=True)
    ]
    groups_of = [groups[quote] for quote in quotes["quote_id"]]
    return typed(
        "quotes", quotes.assign(group_id=groups_of, event_id=pd.Series(events, dtype="object"))
    )


def _copy(copy: Duplicate) -> Row:
    """What a copy tells of itself; its text only where it is another."""
    row = {name: getattr(copy.article, name, None) for name in FRAMES["copies"]}
    text = None if copy.kind == "same-text" else copy.article.text
    return row | {
        "article_id": copy.original.id,
        "copy_id": copy.article.id,
        "kind": copy.kind,
        "text": text,
    }


def _told(article_id: str, event: EventMention, places: Mapping[str, Place]) -> Row:
    return {
        "article_id": article_id,
        "sentence_number": places[article_id].sentence_at(event.start),
    }


def _event(happening: Event, places: Mapping[str, Place]) -> Row:
    article_id, event = happening.lead
    return {
        **{name: getattr(event, name, None) for name in FRAMES["events"]},
        **_told(article_id, event, places),
        "event_id": happening.id,
        "actors": [actor.name for actor in event.actors],
        "actors_ar": [actor.name_ar for actor in event.actors],
        "recipients": [actor.name for actor in event.recipients],
        "recipients_ar": [actor.name_ar for actor in event.recipients],
        "reports": len(happening.reports),
        "published": places[article_id].published,
    }


def _coded(event: EventMention, codes: Codes, labels: Mapping[str, tuple[str, str]]) -> Row:
    category = event.plover or ""
    code = codes.get((category, event.mode or "")) or codes.get((category, "")) or codes["", ""]
    english, arabic = labels.get(event.rule, code[1:])
    return {"kind": code[0], "label_en": english, "label_ar": arabic}


def _reports(happening: Event, places: Mapping[str, Place]) -> Iterator[Row]:
    for article_id, event in happening.reports:
        row = {name: getattr(event, name, None) for name in FRAMES["reports"]}
        yield row | _told(article_id, event, places) | {"event_id": happening.id}


def _participants(happening: Event) -> Iterator[Row]:
    sides: list[tuple[str, Iterable[Actor]]] = [
        ("actor", happening.lead[1].actors),
        ("recipient", happening.lead[1].recipients),
    ]
    for side, actors in sides:
        for position, actor in enumerate(actors):
            yield {
                "event_id": happening.id,
                "name": actor.name,
                "name_ar": actor.name_ar,
                "country": actor.country,
                "side": side,
                "position": position,
            }


def _corrections(
    rows: Iterable[tuple[Correction, str | None]], held: Collection[str]
) -> Iterator[Row]:
    """Each correction with the id of what it changed: an event, a quote or an entity; None where there is none now."""
    for row, event in rows:
        named = row.b if row.kind == "apart" else row.a
        item = event or (named if named in held else None)
        yield {name: getattr(row, name) for name in ("kind", "a", "b", "reason", "by", "day")} | {
            "item": item
        }


def _edges(mentions: Sequence[Row]) -> list[Row]:
    """A row for each two entities that one sentence names."""
    named: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in mentions:
        named[row["article_id"], row["sentence"]].add(row["entity_id"])
    return [
        {"a": a, "b": b, "article_id": article_id, "sentence": sentence}
        for (article_id, sentence), entities in named.items()
        for a, b in combinations(sorted(entities), 2)
    ]


_PER_ARTICLE = {
    "articles": _articles,
    "sentences": _sentences,
    "timexes": _timexes,
    "mentions": _mentions,
    "quotes": _quotes,
}
