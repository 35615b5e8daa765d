"""Records become the rows of the frames, one function a frame."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

import pandas as pd

from alaqat.correction import Correction
from alaqat.folding import fold
from alaqat.frames import FRAMES, Row, frame
from alaqat.layout import positions
from alaqat.records import Actor, Annotations, Entity, Event, Happening, Sentence, Timex, identity

# (category, mode) of PLOVER → kind, English and Arabic label; ("", "") for an event outside the ontology.
Codes = Mapping[tuple[str, str], tuple[str, str, str]]


def assemble(
    found: Sequence[Annotations],
    happenings: Sequence[Happening],
    codes: Codes,
    labels: Mapping[str, tuple[str, str]] | None = None,
    corrections: Iterable[tuple[Correction, str | None]] = (),
) -> dict[str, pd.DataFrame]:
    """Frames of a whole collection; the same annotations give the same frames in whatever order they come.

    `labels` names the events of single rules, in English and Arabic, better than their code does. `corrections` are
    those of readers, each with the event it changed, if it is one of an event and still finds it.
    """
    ordered = {one.article.id: one for one in sorted(found, key=lambda one: one.article.id)}
    tables = {name: [row for one in ordered.values() for row in make(one)] for name, make in _PER_ARTICLE.items()}
    tables["events"] = [
        _event(happening, ordered) | _coded(happening.lead[1], codes, labels or {}) for happening in happenings
    ]
    tables["reports"] = [row for happening in happenings for row in _reports(happening, ordered)]
    tables["quotes"] = _joined(tables["quotes"], tables["reports"])
    tables["participants"] = [row for happening in happenings for row in _participants(happening)]
    tables["edges"] = _edges(tables["mentions"])
    tables["entities"] = _entities(ordered.values(), tables["mentions"], tables["edges"])
    tables["corrections"] = list(_corrections(corrections, tables))
    return {name: frame(name, tables[name]) for name in FRAMES}


def _articles(one: Annotations) -> Iterator[Row]:
    article = one.article
    yield {name: getattr(article, name, None) for name in FRAMES["articles"]} | {"article_id": article.id}


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
    records: list[Event | Timex] = [*one.events, *one.timexes]
    for record in records:
        if record.date_from and sentence.start <= record.start < sentence.end:
            return record.date_from, record.date_to
    return one.article.published, one.article.published


def _place(one: Annotations, start: int) -> Row:
    sentence = one.document.sentence_at(start)
    return {"article_id": one.article.id, "sentence": sentence.index if sentence else -1}


def _timexes(one: Annotations) -> Iterator[Row]:
    for timex in one.timexes:
        yield {name: getattr(timex, name, None) for name in FRAMES["timexes"]} | _place(one, timex.start)


def _mentions(one: Annotations) -> Iterator[Row]:
    for entity in one.entities:
        for mention in entity.mentions:
            row = {name: getattr(mention, name, None) for name in FRAMES["mentions"]}
            yield row | _place(one, mention.start) | {"entity_id": entity.id}


def _quotes(one: Annotations) -> Iterator[Row]:
    for quote in one.quotes:
        row = {name: getattr(quote, name, None) for name in FRAMES["quotes"]}
        yield row | _place(one, quote.start) | {"quote_id": identity(one.article.id, quote.start, quote.end)}


def _joined(quotes: Sequence[Row], reports: Sequence[Row]) -> list[Row]:
    """Quotes with the group of the same words in other articles, and with the event that their sentence reports."""
    groups = fold(quotes)
    told = {(row["article_id"], row["sentence_number"]): row["event_id"] for row in reversed(reports)}
    return [
        row | {"group_id": groups[row["quote_id"]], "event_id": told.get((row["article_id"], row["sentence"]))}
        for row in quotes
    ]


def _told(article_id: str, event: Event, places: Mapping[str, Annotations]) -> Row:
    sentence = places[article_id].document.sentence_at(event.start)
    return {"article_id": article_id, "sentence_number": sentence.index if sentence else -1}


def _event(happening: Happening, places: Mapping[str, Annotations]) -> Row:
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
        "published": places[article_id].article.published,
    }


def _coded(event: Event, codes: Codes, labels: Mapping[str, tuple[str, str]]) -> Row:
    category = event.plover or ""
    code = codes.get((category, event.mode or "")) or codes.get((category, "")) or codes["", ""]
    english, arabic = labels.get(event.rule, code[1:])
    return {"kind": code[0], "label_en": english, "label_ar": arabic}


def _reports(happening: Happening, places: Mapping[str, Annotations]) -> Iterator[Row]:
    for article_id, event in happening.reports:
        row = {name: getattr(event, name, None) for name in FRAMES["reports"]}
        yield row | _told(article_id, event, places) | {"event_id": happening.id}


def _participants(happening: Happening) -> Iterator[Row]:
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


def _corrections(rows: Iterable[tuple[Correction, str | None]], tables: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    """Each correction with the id of what it changed: an event, a quote or an entity; None where there is none now."""
    held = {row["quote_id"] for row in tables["quotes"]} | {row["entity_id"] for row in tables["entities"]}
    for row, event in rows:
        named = row.b if row.kind == "apart" else row.a
        item = event or (named if named in held else None)
        yield {name: getattr(row, name) for name in ("kind", "a", "b", "reason", "by", "day")} | {"item": item}


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


def _entities(found: Iterable[Annotations], mentions: Sequence[Row], edges: Sequence[Row]) -> list[Row]:
    counts = Counter(row["entity_id"] for row in mentions)
    articles: dict[str, set[str]] = defaultdict(set)
    for row in mentions:
        articles[row["entity_id"]].add(row["article_id"])
    known: dict[str, list[Entity]] = defaultdict(list)
    for one in found:
        for entity in one.entities:
            known[entity.id].append(entity)
    places = positions(counts, ((row["a"], row["b"]) for row in edges))
    return [
        _entity(known[entity_id])
        | {"mentions": counts[entity_id], "articles": len(articles[entity_id])}
        | places.get(entity_id, {})
        for entity_id in sorted(known)
    ]


def _entity(same: Sequence[Entity]) -> Row:
    """One row for an entity of several articles: the commonest name, the first known country, link and role."""
    row: Row = {"entity_id": same[0].id, "type": same[0].type, "x": None, "y": None}
    for name in ("canonical_en", "canonical_ar"):
        row[name] = max(Counter(getattr(entity, name) for entity in same).items(), key=lambda item: (item[1], item[0]))[
            0
        ]
    for name in ("country", "wikidata", "role", "role_en"):
        values = [value for entity in same if (value := getattr(entity, name))]
        row[name] = max(Counter(values).items(), key=lambda item: (item[1], item[0]))[0] if values else None
    return row


_PER_ARTICLE = {
    "articles": _articles,
    "sentences": _sentences,
    "timexes": _timexes,
    "mentions": _mentions,
    "quotes": _quotes,
}
