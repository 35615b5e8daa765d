"""Builds the frames of the store from annotations, merged events, corrections and duplicates."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import pandas as pd

from alaqat.build.deduplication import Duplicate
from alaqat.build.named_together import edges
from alaqat.corrections.model import Correction
from alaqat.model.ids import quote_id
from alaqat.model.records import Actor, Annotations, Entity, Event, EventMention, Sentence, Timex
from alaqat.quotes.grouping import group_quotes
from alaqat.quotes.quote_topics import topic
from alaqat.store.event_row import certainty_of, event_row
from alaqat.store.network_layout import positions
from alaqat.store.schema import FRAMES, FrameRows, Row, frame, typed


class FrameBuilder:
    """Collects the rows of articles, which are added one by one in the order of their ids.

    It stores only the rows of an article, so that a large collection fits in memory.
    """

    def __init__(self) -> None:
        self._rows = {name: FrameRows(name) for name in (*_ARTICLE_FRAMES, "edges")}
        self._outlines: dict[str, _Outline] = {}
        self._entities: dict[str, _EntityCounts] = {}

    def add(self, annotations: Annotations) -> None:
        """Add the rows of an article."""
        article = annotations.article
        rows = {name: list(make(annotations)) for name, make in _ARTICLE_FRAMES.items()}
        rows["edges"] = list(edges(article.text, rows["mentions"]))
        for name, frame_rows in rows.items():
            self._rows[name].add(frame_rows)
        self._outlines[article.id] = _outline(annotations)
        for entity in annotations.entities:
            counts = self._entities.setdefault(entity.id, _EntityCounts(entity.id, entity.type))
            counts.add(entity, article.id)

    def frames(
        self,
        events: Sequence[Event],
        corrections: Iterable[tuple[Correction, str | None]] = (),
        duplicates: Iterable[Duplicate] = (),
    ) -> dict[str, pd.DataFrame]:
        """All frames, with the `events` that the articles report.

        Each correction comes with the id of the event that it changed, None for any other.
        """
        frames = {name: rows.frame() for name, rows in self._rows.items()}
        event_ids = _ids_by_trigger(events)
        frames["events"] = frame("events", (self._event(event, event_ids) for event in events))
        frames["reports"] = frame(
            "reports", (row for event in events for row in self._reports(event))
        )
        frames["participants"] = frame(
            "participants", (row for event in events for row in _participants(event))
        )
        quotes = _with_groups_and_events(frames["quotes"], frames["reports"])
        frames["quotes"] = quotes.assign(lead_rank=self._lead_ranks(quotes))
        frames["entities"] = self._entity_frame(frames["edges"])
        item_ids = {*frames["quotes"]["quote_id"], *self._entities}
        frames["corrections"] = frame("corrections", _corrections(corrections, item_ids))
        frames["copies"] = frame("copies", map(_duplicate, duplicates))
        return {name: frames[name] for name in FRAMES}

    def _event(self, event: Event, event_ids: Mapping[tuple[str, int | None], str]) -> Row:
        article_id, mention = event.lead
        cause_id = event_ids.get((article_id, mention.cause_trigger))
        own = {
            **self._location(article_id, mention),
            "event_id": event.id,
            "cause_event_id": None if cause_id == event.id else cause_id,
            "reports": len(event.reports),
            "published": self._outlines[article_id].published,
            "certainty": certainty_of(report for _, report in event.reports),
        }
        return _columns("events", event_row(mention) | own)

    def _reports(self, event: Event) -> Iterator[Row]:
        for article_id, mention in event.reports:
            own = {**self._location(article_id, mention), "event_id": event.id}
            yield _columns("reports", _fields("reports", mention) | own)

    def _location(self, article_id: str, mention: EventMention) -> Row:
        number = self._outlines[article_id].sentence_number(mention.start)
        return {"article_id": article_id, "sentence_number": number}

    def _lead_ranks(self, quotes: pd.DataFrame) -> pd.Series[int]:
        """The rank of each quote in its group; the quote of rank 0 leads the group's card.

        Quotes with a named speaker come first, then direct quotes, then those with the earlier day:
        the quote's own day or, without one, its article's.
        """
        published = [self._outlines[article_id].published for article_id in quotes["article_id"]]
        speakers = quotes["speaker"].fillna("") + quotes["speaker_ar"].fillna("")
        order = pd.DataFrame(
            {
                "is_unnamed": speakers == "",
                "is_indirect": quotes["kind"] != "direct",
                "said": quotes["date_from"].fillna(pd.to_datetime(pd.Series(published))),
                "article_id": quotes["article_id"],
                "start": quotes["start"],
                "group_id": quotes["group_id"],
            }
        )
        keys = ["is_unnamed", "is_indirect", "said", "article_id", "start"]
        ranked = order.sort_values(keys, ascending=[True, True, True, False, False])
        return ranked.groupby("group_id").cumcount()

    def _entity_frame(self, edges: pd.DataFrame) -> pd.DataFrame:
        counts = {key: entity.mentions for key, entity in self._entities.items()}
        layout = positions(counts, zip(edges["a"], edges["b"], strict=True))
        rows = (
            entity.row() | layout.get(key, {}) for key, entity in sorted(self._entities.items())
        )
        return frame("entities", rows)


@dataclass(frozen=True, slots=True)
class _Outline:
    """An article's day and its sentences as (start, end, number), for the rows of its events."""

    published: date | None
    sentences: tuple[tuple[int, int, int], ...]

    def sentence_number(self, offset: int) -> int:
        """Number of the sentence that holds a source offset, −1 outside of all sentences."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence[0]) - 1
        if index < 0:
            return -1
        _, end, number = self.sentences[index]
        return number if offset < end else -1


def _outline(annotations: Annotations) -> _Outline:
    sentences = tuple(
        (sentence.start, sentence.end, sentence.index)
        for sentence in annotations.document.sentences
    )
    return _Outline(annotations.article.published, sentences)


# Fields of an entity: its row gets the most frequent value, or the default given here.
_COUNTED_FIELDS: Final[Mapping[str, str | None]] = {
    "canonical_en": "",
    "canonical_ar": "",
    "country": None,
    "wikidata": None,
    "role": None,
    "role_en": None,
}


@dataclass(slots=True)
class _EntityCounts:
    """An entity of several articles: its mentions and how often each field has which value."""

    id: str
    type: str
    mentions: int = 0
    articles: int = 0
    last_article: str = ""
    values: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, entity: Entity, article_id: str) -> None:
        """Add the entity of an article; articles are added one after the other."""
        self.mentions += len(entity.mentions)
        self.articles += article_id != self.last_article
        self.last_article = article_id
        for name in _COUNTED_FIELDS:
            if value := getattr(entity, name):
                self.values[name, sys.intern(value)] += 1

    def row(self) -> Row:
        """The row of the entity: the most frequent value of each field, the greatest of ties."""
        best: dict[str, tuple[int, str]] = {}
        for (name, value), count in self.values.items():
            best[name] = max(best.get(name, (0, "")), (count, value))
        commonest = {name: value for name, (_, value) in best.items()}
        return {
            "entity_id": self.id,
            "type": self.type,
            "x": None,
            "y": None,
            "mentions": self.mentions,
            "articles": self.articles,
            **_COUNTED_FIELDS,
            **commonest,
        }


def _fields(name: str, record: Any) -> Row:
    """The columns of frame `name` that are fields of a record; None for the others."""
    return {column: getattr(record, column, None) for column in FRAMES[name]}


def _columns(name: str, row: Row) -> Row:
    """The part of a row that belongs to frame `name`."""
    return {column: row[column] for column in FRAMES[name]}


def _articles(annotations: Annotations) -> Iterator[Row]:
    article = annotations.article
    yield _fields("articles", article) | {"article_id": article.id}


def _sentences(annotations: Annotations) -> Iterator[Row]:
    document = annotations.document
    for sentence in document.sentences:
        date_from, date_to = _sentence_dates(annotations, sentence)
        yield {
            **_sentence_key(annotations, sentence.start),
            "start": sentence.start,
            "end": sentence.end,
            "text": document.text[sentence.start : sentence.end],
            "paragraph": sentence.paragraph,
            "date_from": date_from,
            "date_to": date_to,
        }


def _sentence_dates(
    annotations: Annotations, sentence: Sentence
) -> tuple[date | None, date | None]:
    """The dates of a sentence: its event's, or its time expression's, or the publication day."""
    records: list[EventMention | Timex] = [*annotations.events, *annotations.timexes]
    for record in records:
        if record.date_from and sentence.start <= record.start < sentence.end:
            return record.date_from, record.date_to
    published = annotations.article.published
    return published, published


def _sentence_key(annotations: Annotations, offset: int) -> Row:
    sentence = annotations.document.sentence_at(offset)
    number = -1 if sentence is None else sentence.index
    return {"article_id": annotations.article.id, "sentence": number}


def _timexes(annotations: Annotations) -> Iterator[Row]:
    for timex in annotations.timexes:
        yield _fields("timexes", timex) | _sentence_key(annotations, timex.start)


def _mentions(annotations: Annotations) -> Iterator[Row]:
    for entity in annotations.entities:
        for mention in entity.mentions:
            key = _sentence_key(annotations, mention.start)
            yield _fields("mentions", mention) | key | {"entity_id": entity.id}


def _quotes(annotations: Annotations) -> Iterator[Row]:
    """Rows of quotes; their groups and events depend on all articles and are added later."""
    for quote in annotations.quotes:
        key = _sentence_key(annotations, quote.start)
        own = {
            "quote_id": quote_id(annotations.article.id, quote),
            "lead_rank": 0,
            "topic": topic(quote.text),
        }
        yield _fields("quotes", quote) | key | own


_ARTICLE_FRAMES: Final = {
    "articles": _articles,
    "sentences": _sentences,
    "timexes": _timexes,
    "mentions": _mentions,
    "quotes": _quotes,
}
_GROUPING_COLUMNS: Final = (
    "quote_id",
    "article_id",
    "speaker_id",
    "speaker",
    "text",
    "date_from",
)


def _with_groups_and_events(quotes: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Quotes with their group of repeated quotes and the first event of their sentence."""
    groups = group_quotes(
        dict(zip(_GROUPING_COLUMNS, row, strict=True))
        for row in zip(*(quotes[name] for name in _GROUPING_COLUMNS), strict=True)
    )
    event_of: dict[tuple[str, int], str] = {}
    for article_id, sentence, event_id in zip(
        reports["article_id"], reports["sentence_number"], reports["event_id"], strict=True
    ):
        event_of.setdefault((article_id, sentence), event_id)
    keys = zip(quotes["article_id"], quotes["sentence"], strict=True)
    events = pd.Series([event_of.get(key) for key in keys], dtype="object")
    group_ids = [groups[key] for key in quotes["quote_id"]]
    return typed("quotes", quotes.assign(group_id=group_ids, event_id=events))


def _duplicate(duplicate: Duplicate) -> Row:
    """The row of a duplicate, with its text only if it differs from that of its original."""
    has_same_text = duplicate.kind == "same-text"
    return _fields("copies", duplicate.article) | {
        "article_id": duplicate.original.id,
        "copy_id": duplicate.article.id,
        "kind": duplicate.kind,
        "text": None if has_same_text else duplicate.article.text,
    }


def _ids_by_trigger(events: Sequence[Event]) -> dict[tuple[str, int | None], str]:
    """The id of the event that each trigger reports, by article and the trigger's offset."""
    return {
        (article_id, mention.trigger_start): event.id
        for event in reversed(events)
        for article_id, mention in event.reports
    }


def _participants(event: Event) -> Iterator[Row]:
    _, mention = event.lead
    yield from _participants_of(event.id, "actor", mention.actors)
    yield from _participants_of(event.id, "recipient", mention.recipients)


def _participants_of(event_id: str, side: str, actors: Iterable[Actor]) -> Iterator[Row]:
    for position, actor in enumerate(actors):
        own = {"event_id": event_id, "side": side, "position": position}
        yield _fields("participants", actor) | own


def _corrections(
    corrections: Iterable[tuple[Correction, str | None]], item_ids: Collection[str]
) -> Iterator[Row]:
    """Each correction with the id of the event, quote or entity it changed, if there is one."""
    for row, event_id in corrections:
        item = row.b if row.kind == "apart" else row.a
        item_id = item if item in item_ids else None
        yield _fields("corrections", row) | {"item": event_id or item_id}
