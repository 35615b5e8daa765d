"""The row of an event; its JSON, its preview and its row in the frames are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple

from alaqat.lexicon.certainty import CERTAINTIES, Certainty, certainty
from alaqat.lexicon.load import table
from alaqat.model.records import EventMention

Row = dict[str, Any]
_FIELDS = tuple(field.name for field in fields(EventMention))


class EventLabel(NamedTuple):
    """The kind of an event (`data/lexicon/plover.csv`) and its label in English and Arabic."""

    kind: str
    label_en: str
    label_ar: str


def event_row(event: EventMention) -> Row:
    """An event as a row: its fields with names for parties, its kind and its labels.

    `actors`, `actors_ar`, `recipients` and `recipients_ar` are lists of names; `countries` are the
    ISO 3166-1 alpha-3 codes of the parties that have one, actors first. Dates are `date` objects.
    """
    label = event_label(event)
    parties = (*event.actors, *event.recipients)
    return {
        **{name: getattr(event, name) for name in _FIELDS},
        "actors": [actor.name for actor in event.actors],
        "actors_ar": [actor.name_ar for actor in event.actors],
        "recipients": [actor.name for actor in event.recipients],
        "recipients_ar": [actor.name_ar for actor in event.recipients],
        "countries": [actor.country for actor in parties if actor.country],
        "future": event.is_future,
        "certainty": certainty_of([event]),
        **label._asdict(),
    }


def certainty_of(reports: Iterable[EventMention]) -> Certainty:
    """How sure an event is: that of its surest report."""
    return min(map(_certainty, reports), key=CERTAINTIES.index)


def _certainty(report: EventMention) -> Certainty:
    """How sure a report is; one that a person has corrected is likely."""
    if report.dated_by == "correction":
        return "likely"
    return certainty(report.read_by, report.probability)


def event_label(event: EventMention) -> EventLabel:
    """The label of the event's rule, or of its mode, or of its category: the first that exists."""
    codes, rules = _code_labels(), _rule_labels()
    category = event.plover or ""
    keys = ((category, event.mode or ""), (category, ""), ("", ""))
    label = next(codes[key] for key in keys if key in codes)
    label_en, label_ar = rules.get(event.rule, (label.label_en, label.label_ar))
    return EventLabel(label.kind, label_en, label_ar)


@cache
def _code_labels() -> Mapping[tuple[str, str], EventLabel]:
    """Labels by category and mode; ("", "") is an event outside the ontology."""
    return {
        (row["plover"], row["mode"]): EventLabel(row["kind"], row["label_en"], row["label_ar"])
        for row in table("plover")
    }


@cache
def _rule_labels() -> Mapping[str, tuple[str, str]]:
    return {row["rule"]: (row["label_en"], row["label_ar"]) for row in table("event_labels")}
