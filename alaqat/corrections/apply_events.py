"""Corrections of happenings and quotes carried out on what the stages found; reports keep their own records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from alaqat.arabic.fold import folded
from alaqat.corrections.model import Correction
from alaqat.lexicon.load import forms, table
from alaqat.model.ids import identity
from alaqat.model.records import (
    Actor,
    Annotations,
    Entity,
    Event,
    EventMention,
    Granularity,
    Polarity,
    Quote,
)

Names = Mapping[str, Actor]


@dataclass(frozen=True, slots=True)
class Carried:
    """Happenings after all corrections; `done` says which happening each correction of one changed (None: none)."""

    happenings: tuple[Event, ...]
    done: Mapping[Correction, str | None]


def place(report: tuple[str, EventMention]) -> str:
    """What a correction calls a report: its article and where its trigger begins (`47d3d796223e098a:120`)."""
    return f"{report[0]}:{report[1].trigger_start}"


def quote_id(article_id: str, quote: Quote) -> str:
    """What a correction calls a quote: its id in the frames."""
    return identity(article_id, quote.start, quote.end)


def respoken(found: Sequence[Annotations], rows: Sequence[Correction]) -> list[Annotations]:
    """Annotations with quotes hidden or given to another speaker, and hidden entities left out."""
    return list(map(respeaker(found, rows), found))


def respeaker(
    found: Iterable[Annotations], rows: Sequence[Correction]
) -> Callable[[Annotations], Annotations]:
    """What `respoken` does to one article; `found`, all of them, is gone through once when speakers are corrected."""
    speakers = {row.a: row.b for row in rows if row.kind == "speaker"}
    hidden = {row.a for row in rows if row.kind == "hide"}
    wanted = set(speakers.values())
    known: dict[str, Entity] = {}
    for one in found if speakers else ():
        for entity in one.entities:
            if entity.id in wanted:
                known.setdefault(entity.id, entity)

    def spoken(key: str, quote: Quote) -> Quote:
        entity = known.get(speakers.get(key, ""))
        if entity is None:
            return quote
        return replace(
            quote,
            speaker=entity.canonical_en,
            speaker_ar=entity.canonical_ar,
            speaker_id=entity.id,
            country=entity.country,
            role=entity.role,
            rule="correction",
        )

    def respoken_in(one: Annotations) -> Annotations:
        keyed = [(quote_id(one.article.id, quote), quote) for quote in one.quotes]
        quotes = tuple(spoken(key, quote) for key, quote in keyed if key not in hidden)
        entities = tuple(entity for entity in one.entities if entity.id not in hidden)
        return replace(one, quotes=quotes, entities=entities)

    return respoken_in if speakers or hidden else lambda one: one


def carried(
    happenings: Sequence[Event], rows: Sequence[Correction], found: Iterable[Annotations] = ()
) -> Carried:
    """Happenings with the corrections carried out in the order of the file; `found` knows names beside the states'."""
    kept = {happening.id: happening for happening in happenings}
    where = {
        place(report): happening.id for happening in happenings for report in happening.reports
    }
    asked = [
        row
        for row in rows
        if row.kind in _CHANGES or (row.kind == "hide" and ":" in row.a and row.a in where)
    ]
    names = (
        _names(found, happenings)
        if any(row.kind in ("actors", "recipients") for row in asked)
        else {}
    )
    done: dict[Correction, str | None] = {}
    for row in asked:
        target = where.get(row.a)
        done[row] = target if target in kept else None
        if target not in kept:
            continue
        if row.kind == "hide":
            del kept[target]
        elif row.kind == "join":
            done[row] = _join(kept, where, target, where.get(row.b))
        elif row.kind == "split":
            done[row] = _split(kept, where, target, row.a)
        else:
            happening = kept[target]
            kept[target] = replace(
                happening, lead=(happening.lead[0], _changed(happening.lead[1], row, names))
            )
    return Carried(tuple(kept.values()), done)


_CHANGES = ("date", "code", "actors", "recipients", "join", "split")


def _changed(event: EventMention, row: Correction, names: Names) -> EventMention:
    if row.kind == "date":
        return _dated(event, row.b)
    if row.kind == "code":
        return _coded(event, row.b)
    actors = tuple(_actor(name, names) for name in row.b.split("|") if name.strip())
    return (
        replace(event, actors=actors) if row.kind == "actors" else replace(event, recipients=actors)
    )


def _dated(event: EventMention, interval: str) -> EventMention:
    if not interval:
        return replace(
            event, date_from=None, date_to=None, granularity=None, dated_by=None, mod=None
        )
    first, last = map(date.fromisoformat, interval.split("/"))
    fine = granularity(first, last)
    return replace(
        event, date_from=first, date_to=last, granularity=fine, dated_by="correction", mod=None
    )


def granularity(first: date, last: date) -> Granularity:
    """How fine an interval is: a day, a whole month or year, else a range."""
    if first == last:
        return "day"
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole and (first.year, first.month) == (last.year, last.month):
        return "month"
    return (
        "year" if whole and (first.year, first.month, last.month) == (last.year, 1, 12) else "range"
    )


def _coded(event: EventMention, code: str) -> EventMention:
    plover, _, mode = code.partition("/")
    row = next(row for row in table("plover") if (row["plover"], row["mode"]) == (plover, mode))
    side: Polarity = "cooperation" if row["polarity"] == "cooperation" else "conflict"
    side = "neutral" if row["polarity"] == "neutral" else side
    score = float(row["score"])
    return replace(
        event,
        plover=plover or None,
        mode=mode or None,
        polarity=side,
        intensity=score,
        rule="correction",
    )


def _names(found: Iterable[Annotations], happenings: Iterable[Event]) -> dict[str, Actor]:
    """Parties by any name a reader may write: a state's code or names, or those of an entity."""
    known: dict[str, Actor] = {}
    for one in found:
        for entity in one.entities:
            actor = Actor(entity.canonical_en, entity.canonical_ar, entity.country)
            known |= {
                folded(name).lower(): actor for name in (entity.canonical_en, entity.canonical_ar)
            }
    for happening in happenings:
        for actor in (*happening.lead[1].actors, *happening.lead[1].recipients):
            known |= {folded(name).lower(): actor for name in (actor.name, actor.name_ar)}
    for row in table("countries"):
        actor = Actor(row["name_en"], row["name_ar"], row["iso3"])
        known |= {
            folded(name).lower(): actor
            for name in (row["iso3"], row["name_en"], row["name_ar"], *forms(row))
        }
    return known


def _actor(name: str, names: Names) -> Actor:
    plain = name.strip()
    return names.get(folded(plain).lower()) or Actor(plain, plain)


def _join(
    kept: dict[str, Event], where: dict[str, str], target: str, other: str | None
) -> str | None:
    """Two happenings as the first, with the reports of both."""
    if other is None or other not in kept or other == target:
        return None
    one, two = kept[target], kept.pop(other)
    kept[target] = replace(one, reports=tuple(sorted((*one.reports, *two.reports), key=place)))
    where.update((place(report), target) for report in two.reports)
    return target


def _split(kept: dict[str, Event], where: dict[str, str], target: str, report: str) -> str | None:
    """One report taken out of a happening of several, as a happening of its own."""
    happening = kept[target]
    alone = next(one for one in happening.reports if place(one) == report)
    left = tuple(one for one in happening.reports if one is not alone)
    if not left:
        return None
    lead = happening.lead if place(happening.lead) != report else left[0]
    kept[target] = replace(happening, lead=lead, reports=left)
    made = identity(target, report)
    kept[made] = Event(made, alone, (alone,))
    where[report] = made
    return made
