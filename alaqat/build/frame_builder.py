"""Builds the frames of the store from annotations, merged events, corrections and duplicates."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from alaqat.build.deduplication import Duplicate
from alaqat.build.event_frames import Outline, event_tables, fields_of, ids_by_trigger, outline
from alaqat.build.named_together import edges
from alaqat.corrections.model import Correction
from alaqat.entities.office_names import english_office
from alaqat.model.ids import quote_id
from alaqat.model.records import Annotations, Entity, Event, EventMention, Sentence, Timex
from alaqat.quotes.grouping import compared, group_compared
from alaqat.quotes.quote_topics import topic
from alaqat.store.network_layout import positions
from alaqat.store.schema import FRAMES, FrameRows, Row, frame, typed


class FrameBuilder:
    """Collects the rows of articles, which are added one by one in the order of their ids.

    It stores only the rows of an article, so that a large collection fits in memory; with a
    `folder` the rows of the large frames are files in it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._rows = {
            name: FrameRows(name, None if name == "quotes" else folder)
            for name in (*_ARTICLE_FRAMES, "edges")
        }
        self._folder = folder
        self._outlines: dict[str, Outline] = {}
        self._entities: dict[str, EntityCounts] = {}
        self._shingles: dict[str, frozenset[int]] = {}

    def add(self, annotations: Annotations) -> None:
        """Add the rows of an article."""
        article = annotations.article
        rows = {name: list(make(annotations)) for name, make in _ARTICLE_FRAMES.items()}
        rows["edges"] = list(edges(article.text, rows["mentions"]))
        for name, frame_rows in rows.items():
            self._rows[name].add(frame_rows)
        sentences = ((one.start, one.end, one.index) for one in annotations.document.sentences)
        self._outlines[article.id] = outline(article.published, sentences)
        for entity in annotations.entities:
            counts = self._entities.setdefault(entity.id, EntityCounts(entity.id, entity.type))
            counts.add(entity, article.id)

    @property
    def entities(self) -> Iterable[EntityCounts]:
        """The entities of the articles added so far."""
        return self._entities.values()

    @property
    def outlines(self) -> Mapping[str, Outline]:
        """The outline of each article added so far, by its id."""
        return self._outlines

    @property
    def shingles(self) -> Mapping[str, frozenset[int]]:
        """Hashes of word sequences of each quote of `frames`, by its id."""
        return self._shingles

    def article_frames(self) -> dict[str, pd.DataFrame]:
        """The frames articles, sentences, timexes, mentions, quotes and edges.

        The columns of quotes for group and event are empty, since they depend on all articles.
        """
        return {name: rows.frame() for name, rows in self._rows.items()}

    def frames(
        self,
        events: Sequence[Event],
        corrections: Iterable[tuple[Correction, str | None]] = (),
        duplicates: Iterable[Duplicate] = (),
    ) -> dict[str, pd.DataFrame]:
        """All frames, with the `events` that the articles report.

        Each correction comes with the id of the event that it changed, None for any other.
        """
        tables = self.tables(events, corrections, duplicates)
        return {
            name: table.frame() if isinstance(table, FrameRows) else table
            for name, table in tables.items()
        }

    def tables(
        self,
        events: Sequence[Event],
        corrections: Iterable[tuple[Correction, str | None]] = (),
        duplicates: Iterable[Duplicate] = (),
    ) -> dict[str, pd.DataFrame | FrameRows]:
        """The frames of `frames`, those with most rows as their parts."""
        tables: dict[str, pd.DataFrame | FrameRows] = dict(self._rows)
        happened = event_tables(events, self._outlines, ids_by_trigger(events), self._folder)
        quotes = with_events(self._rows["quotes"].frame(), happened["reports"])
        published = {key: article.published for key, article in self._outlines.items()}
        compared_quotes = list(map(compared, quote_rows(quotes)))
        self._shingles = {quote.id: quote.shingles for quote in compared_quotes}
        grouped = with_groups(quotes, group_compared(compared_quotes), published)
        item_ids = {*grouped["quote_id"], *self._entities}
        tables |= {
            **happened,
            "quotes": grouped,
            "entities": self._entity_frame(),
            "corrections": frame("corrections", _corrections(corrections, item_ids)),
            "copies": frame("copies", map(duplicate_row, duplicates)),
        }
        return {name: tables[name] for name in FRAMES}

    def _entity_frame(self) -> pd.DataFrame:
        counts = {key: entity.mentions for key, entity in self._entities.items()}
        pairs = (
            pair for part in self._rows["edges"] for pair in zip(part["a"], part["b"], strict=True)
        )
        layout = positions(counts, pairs)
        rows = (
            entity.row() | layout.get(key, {}) for key, entity in sorted(self._entities.items())
        )
        return frame("entities", rows)


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
class EntityCounts:
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
        return {
            "entity_id": self.id,
            "type": self.type,
            "x": None,
            "y": None,
            "mentions": self.mentions,
            "articles": self.articles,
            **commonest(self.values),
        }


def commonest(values: Mapping[tuple[str, str], int]) -> Row:
    """The most frequent value of each field of an entity, the greatest of ties.

    `values` says how often each field has each value.
    """
    best: dict[str, tuple[int, str]] = {}
    for (name, value), count in values.items():
        best[name] = max(best.get(name, (0, "")), (count, value))
    return {**_COUNTED_FIELDS, **{name: value for name, (_, value) in best.items()}}


def _articles(annotations: Annotations) -> Iterator[Row]:
    article = annotations.article
    yield fields_of("articles", article) | {"article_id": article.id}


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
        yield fields_of("timexes", timex) | _sentence_key(annotations, timex.start)


def _mentions(annotations: Annotations) -> Iterator[Row]:
    for entity in annotations.entities:
        for mention in entity.mentions:
            key = _sentence_key(annotations, mention.start)
            own = {"entity_id": entity.id, "role_en": english_office(mention.role or "")}
            yield fields_of("mentions", mention) | key | own


def _quotes(annotations: Annotations) -> Iterator[Row]:
    """Rows of quotes; their groups and events depend on all articles and are added later."""
    for quote in annotations.quotes:
        key = _sentence_key(annotations, quote.start)
        own = {
            "quote_id": quote_id(annotations.article.id, quote),
            "lead_rank": 0,
            "topic": topic(quote.text),
            "role_en": english_office(quote.role or ""),
        }
        yield fields_of("quotes", quote) | key | own


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


def quote_rows(quotes: pd.DataFrame) -> Iterator[Row]:
    """What `alaqat.quotes.grouping` reads of each quote of the frame."""
    for row in zip(*(quotes[name] for name in _GROUPING_COLUMNS), strict=True):
        yield dict(zip(_GROUPING_COLUMNS, row, strict=True))


def with_events(quotes: pd.DataFrame, reports: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Quotes with the event of the first report of their sentence; `reports` are in parts."""
    event_of: dict[tuple[str, int], str] = {}
    for part in reports:
        for article_id, sentence, event_id in zip(
            part["article_id"], part["sentence_number"], part["event_id"], strict=True
        ):
            event_of.setdefault((article_id, sentence), event_id)
    keys = zip(quotes["article_id"], quotes["sentence"], strict=True)
    events = pd.Series([event_of.get(key) for key in keys], dtype="object", index=quotes.index)
    return quotes.assign(event_id=events)


def with_groups(
    quotes: pd.DataFrame, groups: Mapping[str, str], published: Mapping[str, date | None]
) -> pd.DataFrame:
    """Quotes with their group of repeated quotes and their rank in it.

    The quote of rank 0 leads the group's card. Quotes with a named speaker come first, then direct
    quotes, then those with the earlier day: the quote's own day or, without one, its article's,
    which `published` has.
    """
    group_ids = [groups[key] for key in quotes["quote_id"]]
    grouped = typed("quotes", quotes.assign(group_id=group_ids))
    days = pd.Series([published[article_id] for article_id in quotes["article_id"]], dtype="object")
    order = pd.DataFrame(
        {
            "is_unnamed": grouped["speaker"].fillna("") + grouped["speaker_ar"].fillna("") == "",
            "is_indirect": grouped["kind"] != "direct",
            "said": grouped["date_from"].fillna(pd.to_datetime(days)),
            "article_id": grouped["article_id"],
            "start": grouped["start"],
            "group_id": grouped["group_id"],
        }
    )
    keys = ["is_unnamed", "is_indirect", "said", "article_id", "start"]
    ranked = order.sort_values(keys, ascending=[True, True, True, False, False])
    return grouped.assign(lead_rank=ranked.groupby("group_id").cumcount())


def duplicate_row(duplicate: Duplicate) -> Row:
    """The row of a duplicate, with its text only if it differs from that of its original."""
    has_same_text = duplicate.kind == "same-text"
    return fields_of("copies", duplicate.article) | {
        "article_id": duplicate.original.id,
        "copy_id": duplicate.article.id,
        "kind": duplicate.kind,
        "text": None if has_same_text else duplicate.article.text,
    }


def _corrections(
    corrections: Iterable[tuple[Correction, str | None]], item_ids: Collection[str]
) -> Iterator[Row]:
    """Each correction with the id of the event, quote or entity it changed, if there is one."""
    for row, event_id in corrections:
        item = row.b if row.kind == "apart" else row.a
        item_id = item if item in item_ids else None
        yield fields_of("corrections", row) | {"item": event_id or item_id}
