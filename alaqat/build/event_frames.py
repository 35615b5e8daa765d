"""The frames of events: `events`, `reports` and `participants`."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from alaqat.model.records import Actor, Event, EventMention
from alaqat.store.event_row import certainty_of, event_row
from alaqat.store.schema import FRAMES, FrameRows, Row

# An article and where the trigger of a report begins in it.
Trigger = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Outline:
    """An article's day and where its sentences begin and end, for the rows of its events.

    `numbers` are those of the sentences. Arrays take a sixth of the memory of tuples.
    """

    published: date | None
    starts: array[int]
    ends: array[int]
    numbers: array[int]

    def sentence_number(self, offset: int) -> int:
        """Number of the sentence that holds a source offset, −1 outside of all sentences."""
        index = bisect_right(self.starts, offset) - 1
        is_inside = index >= 0 and offset < self.ends[index]
        return self.numbers[index] if is_inside else -1


def outline(published: date | None, sentences: Iterable[tuple[int, int, int]]) -> Outline:
    """The outline of an article with that day and sentences, as (start, end, number)."""
    columns = tuple(zip(*sentences, strict=True)) or ((), (), ())
    starts, ends, numbers = (array("i", column) for column in columns)
    return Outline(published, starts, ends, numbers)


def event_frames(
    events: Sequence[Event],
    outlines: Mapping[str, Outline],
    event_ids: Mapping[Trigger, str],
) -> dict[str, pd.DataFrame]:
    """The frames `events`, `reports` and `participants` of `events`, as `event_tables` has them."""
    tables = event_tables(events, outlines, event_ids)
    return {name: rows.frame() for name, rows in tables.items()}


def event_tables(
    events: Iterable[Event],
    outlines: Mapping[str, Outline],
    event_ids: Mapping[Trigger, str],
    folder: Path | None = None,
) -> dict[str, FrameRows]:
    """The rows of the frames `events`, `reports` and `participants`; in `folder` if there is one.

    `outlines` has one entry for each article of the events, by its id. `event_ids` gives the id of
    the event that a trigger reports, to find the events that caused others.
    """
    tables = {name: FrameRows(name, folder) for name in ("events", "reports", "participants")}
    rows = _EventRows(outlines, event_ids)
    for event in events:
        tables["events"].add([rows.event(event)])
        tables["reports"].add(rows.reports(event))
        tables["participants"].add(_participants(event))
    return tables


def ids_by_trigger(events: Sequence[Event]) -> dict[Trigger, str]:
    """The id of the event that each trigger reports, the first of several."""
    return {
        (article_id, mention.trigger_start): event.id
        for event in reversed(events)
        for article_id, mention in event.reports
    }


def fields_of(name: str, record: Any) -> Row:
    """The columns of frame `name` that are fields of a record; None for the others."""
    return {column: getattr(record, column, None) for column in FRAMES[name]}


@dataclass(frozen=True, slots=True)
class _EventRows:
    outlines: Mapping[str, Outline]
    event_ids: Mapping[Trigger, str]

    def event(self, event: Event) -> Row:
        article_id, mention = event.lead
        cause_id = self.event_ids.get((article_id, mention.cause_trigger))
        own = {
            **self._location(article_id, mention),
            "event_id": event.id,
            "cause_event_id": None if cause_id == event.id else cause_id,
            "reports": len(event.reports),
            "published": self.outlines[article_id].published,
            "certainty": certainty_of(report for _, report in event.reports),
        }
        return _columns("events", event_row(mention) | own)

    def reports(self, event: Event) -> Iterator[Row]:
        for article_id, mention in event.reports:
            own = {**self._location(article_id, mention), "event_id": event.id}
            yield _columns("reports", fields_of("reports", mention) | own)

    def _location(self, article_id: str, mention: EventMention) -> Row:
        number = self.outlines[article_id].sentence_number(mention.start)
        return {"article_id": article_id, "sentence_number": number}


def _columns(name: str, row: Row) -> Row:
    """The part of a row that belongs to frame `name`."""
    return {column: row[column] for column in FRAMES[name]}


def _participants(event: Event) -> Iterator[Row]:
    _, mention = event.lead
    yield from _participants_of(event.id, "actor", mention.actors)
    yield from _participants_of(event.id, "recipient", mention.recipients)


def _participants_of(event_id: str, side: str, actors: Iterable[Actor]) -> Iterator[Row]:
    for position, actor in enumerate(actors):
        own = {"event_id": event_id, "side": side, "position": position}
        yield fields_of("participants", actor) | own
