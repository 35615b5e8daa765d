"""Annotated articles as the training takes them: a view, and the happenings a person marked in
it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from alaqat.readers.trained.view import PartyMention, RuleHit, Time, View

_STOP = frozenset(("al", "el", "the", "of", "ben", "bin", "ibn"))
_PLAIN = str.maketrans({"ı": "i", "İ": "I", "ø": "o", "ł": "l", "đ": "d", "’": "", "'": ""})


@dataclass(frozen=True, slots=True)
class Marked:
    """A happening that a person marked: its trigger's and clause's spans, and what it is."""

    start: int
    end: int
    trigger: int
    plover: str | None
    polarity: str
    status: str
    first: date
    last: date
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An article with its annotation."""

    name: str
    view: View
    events: tuple[Marked, ...]


def marked(event: Mapping[str, Any]) -> Marked:
    """One event of an annotation file."""
    return Marked(
        start=event["start"],
        end=event["end"],
        trigger=event["trigger_start"],
        plover=event["plover"],
        polarity=event["polarity"],
        status=event.get("status", "done"),
        first=date.fromisoformat(event["date_from"]),
        last=date.fromisoformat(event["date_to"]),
        actors=tuple(event.get("actors", ())),
        recipients=tuple(event.get("recipients", ())),
    )


def view_of(found: Mapping[str, Any]) -> View:
    """A view from the JSON of an annotated article (with `text`, `sentences` and `parties`)."""
    published = found.get("published")
    return View(
        text=found["text"],
        published=date.fromisoformat(published) if published else None,
        sentences=tuple((one["start"], one["end"]) for one in found["sentences"]),
        times=tuple(
            Time(
                one["start"],
                one["end"],
                date.fromisoformat(one["date_from"]),
                date.fromisoformat(one["date_to"]),
                one["granularity"] or "",
            )
            for one in found["timexes"]
            if one["date_from"]
        ),
        parties=tuple(
            PartyMention(
                one["start"], one["end"], one["name"], one["name_ar"], one["country"], one["kind"]
            )
            for one in found["parties"]
        ),
        hits=tuple(
            RuleHit(
                one["trigger_start"],
                one["trigger_end"],
                one["plover"],
                date.fromisoformat(one["date_from"]) if one["date_from"] else None,
                date.fromisoformat(one["date_to"]) if one["date_to"] else None,
                tuple(actor["name"] for actor in one["actors"]),
                tuple(actor["name"] for actor in one["recipients"]),
            )
            for one in found["events"]
        ),
        quotes=tuple((one["start"], one["end"], one["kind"]) for one in found["quotes"]),
    )


def _key(name: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN)).encode("ascii", "ignore")
    return frozenset(re.findall(r"[a-z]+", plain.decode().lower())) - _STOP


def is_same_party(one: str, other: str) -> bool:
    """Whether two English names are one party's: equal, or the words of one are among the
    other's."""
    if one.lower() == other.lower():
        return True
    a, b = _key(one), _key(other)
    return bool(a and b) and (a <= b or b <= a)


def roles(event: Marked, names: Sequence[str]) -> list[int]:
    """For each party name: 0 no part in the event, 1 an actor, 2 a recipient."""
    out = [0] * len(names)
    for side, given in ((2, event.recipients), (1, event.actors)):
        for wanted in given:
            exact = [at for at, name in enumerate(names) if name == wanted]
            alike = [at for at, name in enumerate(names) if is_same_party(name, wanted)]
            for at in exact or alike:
                out[at] = side
    return out
