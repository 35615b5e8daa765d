"""A reader's corrections of who is who: rows of a file that merge two entities or keep them apart, at every build."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal, get_args

from alaqat.entities.romanization import english
from alaqat.errors import LexiconError
from alaqat.lexicon import DATA
from alaqat.records import Actor, Annotations, Entity, Event, Mention, Quote
from alaqat.text import folded

PATH = DATA / "corrections.csv"
COLUMNS = ("kind", "a", "b", "reason", "by", "day")
Kind = Literal["merge", "apart"]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader said of the entity ids `a` and `b`: one entity (which keeps the id `a`), or two."""

    kind: Kind
    a: str
    b: str
    reason: str = ""
    by: str = ""
    day: date | None = None


def read(path: Path = PATH) -> tuple[Correction, ...]:
    """The corrections of a file, none where there is no file; raises LexiconError that names the first broken row."""
    if not path.exists():
        return ()
    lines = [(n, line) for n, line in enumerate(path.read_text("utf-8-sig").splitlines(), 1) if line.strip()]
    body = [(n, line) for n, line in lines if not line.startswith("#")]
    if not body:
        return ()
    if tuple(next(csv.reader([body[0][1]]))) != COLUMNS:
        raise LexiconError(f"{path}, line {body[0][0]}: the header should be {','.join(COLUMNS)}")
    found: list[Correction] = []
    for number, line in body[1:]:
        found.append(_row(f"{path}, line {number}", next(csv.reader([line]))))
        _check(f"{path}, line {number}", found)
    return tuple(found)


def _row(where: str, cells: Sequence[str]) -> Correction:
    if len(cells) != len(COLUMNS):
        raise LexiconError(f"{where}: has {len(cells)} cells instead of {len(COLUMNS)}; quote commas or add cells")
    kind, a, b, reason, by, day = (cell.strip() for cell in cells)
    if kind not in get_args(Kind):
        raise LexiconError(f"{where}: kind {kind!r} should be merge or apart")
    for name in (a, b):
        if name.partition(":")[0] not in ("per", "loc", "org", "other") or not name.partition(":")[2]:
            raise LexiconError(f"{where}: {name!r} is no entity id, such as per:benny-gantz")
    try:
        said = date.fromisoformat(day) if day else None
    except ValueError as error:
        raise LexiconError(f"{where}: the day {day!r} is no date such as 2022-10-27") from error
    return Correction("merge" if kind == "merge" else "apart", a, b, reason, by, said)


def _check(where: str, rows: Sequence[Correction]) -> None:
    """The last row against those before it: nothing is merged with itself, in a ring, or with what is kept apart."""
    last = rows[-1]
    kept = survivors(rows[:-1])
    a, b = kept.get(last.a, last.a), kept.get(last.b, last.b)
    if a == b:
        raise LexiconError(f"{where}: {last.a} and {last.b} are one entity already; remove this row or the other one")
    merged = survivors(rows)
    for row in rows:
        if row.kind == "apart" and merged.get(row.a, row.a) == merged.get(row.b, row.b):
            raise LexiconError(
                f"{where}: {row.a} and {row.b} would be merged and are kept apart; remove one of the rows"
            )


def survivors(rows: Iterable[Correction]) -> dict[str, str]:
    """The id that each merged id gives way to, at the end of all merges."""
    gives_way = {row.b: row.a for row in rows if row.kind == "merge"}
    kept: dict[str, str] = {}
    for name in gives_way:
        end, steps = name, 0
        while end in gives_way and steps <= len(gives_way):
            end, steps = gives_way[end], steps + 1
        kept[name] = end
    return kept


def append(row: Correction, path: Path = PATH) -> None:
    """Add a row to the file, today's where it has no day; raises LexiconError where it contradicts the file."""
    where = f"{path}, new row"
    cells = [row.kind, row.a, row.b, row.reason, row.by, (row.day or datetime.now(UTC).date()).isoformat()]
    _check(where, [*read(path), _row(where, cells)])
    fresh = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as out:
        if fresh:
            out.write(",".join(COLUMNS) + "\n")
        csv.writer(out, lineterminator="\n").writerow(cells)


def corrected(found: Sequence[Annotations], corrections: Sequence[Correction]) -> list[Annotations]:
    """Annotations of all articles with the corrections carried out: entities, speakers of quotes, parties of events."""
    apart = [row for row in corrections if row.kind == "apart"]
    kept = survivors(corrections)
    if not (apart or kept):
        return list(found)
    split = [_kept_apart(one, apart) for one in found]
    named = {entity.id: entity for one in reversed(split) for entity in one.entities}
    return [_merged(one, kept, named) for one in split]


def _kept_apart(one: Annotations, rows: Sequence[Correction]) -> Annotations:
    for row in rows:
        wrong = next((entity for entity in one.entities if entity.id == row.a), None)
        name = row.b.partition(":")[2].replace("-", " ")
        if wrong is not None and any(_spells(mention, name) for mention in wrong.mentions):
            one = _split(one, wrong, row.b, name)
    return one


def _spells(mention: Mention, name: str) -> bool:
    return not mention.nominal and folded(mention.text) == name


def _split(one: Annotations, wrong: Entity, other_id: str, name: str) -> Annotations:
    """The entity without the mentions that spell `name`, which make the other; with all where no other name is full."""
    full = [mention for mention in wrong.mentions if not mention.nominal and mention.reason != "surname"]
    whole = all(_spells(mention, name) or " " not in mention.text for mention in full)
    moved = tuple(mention for mention in wrong.mentions if whole or _spells(mention, name))
    left = tuple(mention for mention in wrong.mentions if mention not in moved)
    written = next(mention.text for mention in moved if _spells(mention, name))
    roles = [mention.role for mention in moved if mention.role and not mention.nominal]
    other = Entity(other_id, english(name, written), written, wrong.type, moved, role=max(roles, key=len, default=None))
    entities = [replace(wrong, mentions=left) if entity.id == wrong.id else entity for entity in one.entities]
    remaining = [entity for entity in (*entities, other) if entity.mentions]
    quotes = tuple(_moved(quote, wrong, other, name, whole=whole) for quote in one.quotes)
    return replace(one, entities=_sorted(remaining), quotes=quotes)


def _moved(quote: Quote, wrong: Entity, other: Entity, name: str, *, whole: bool) -> Quote:
    if quote.speaker_id != wrong.id or not (whole or folded(quote.speaker_text or "") == name):
        return quote
    return replace(_spoken_by(quote, other), country=other.country, role=other.role)


def _spoken_by(quote: Quote, entity: Entity) -> Quote:
    return replace(quote, speaker=entity.canonical_en, speaker_ar=entity.canonical_ar, speaker_id=entity.id)


def _merged(one: Annotations, kept: dict[str, str], named: dict[str, Entity]) -> Annotations:
    if not any(entity.id in kept for entity in one.entities):
        return one
    together: dict[str, Entity] = {}
    renamed: dict[str, Entity] = {}
    for entity in one.entities:
        target = kept.get(entity.id, entity.id)
        became = _as(entity, target, named.get(target)) if target != entity.id else entity
        together[target] = _joined(together[target], became) if target in together else became
        if target != entity.id:
            renamed[entity.id] = became
    names = {entity.canonical_en: renamed[entity.id] for entity in one.entities if entity.id in renamed}
    quotes = tuple(_respoken(quote, renamed) for quote in one.quotes)
    events = tuple(_reparty(event, names) for event in one.events)
    return replace(one, entities=_sorted(together.values()), quotes=quotes, events=events)


def _as(entity: Entity, target: str, model: Entity | None) -> Entity:
    """An entity under another's id and names (its own names where no article has the other); mentions say why."""
    mentions = tuple(replace(mention, reason="correction") for mention in entity.mentions)
    like = model or entity
    return replace(
        entity,
        id=target,
        mentions=mentions,
        canonical_en=like.canonical_en,
        canonical_ar=like.canonical_ar,
        type=like.type,
        country=like.country or entity.country,
        wikidata=like.wikidata,
        known=like.known,
    )


def _joined(one: Entity, other: Entity) -> Entity:
    """Two records of one entity in one article: all mentions, and what either of them knows."""
    mentions = tuple(sorted({*one.mentions, *other.mentions}, key=lambda mention: (mention.start, mention.end)))
    return replace(
        one,
        mentions=mentions,
        country=one.country or other.country,
        wikidata=one.wikidata or other.wikidata,
        role=one.role or other.role,
        role_en=one.role_en or other.role_en,
        known=one.known or other.known,
    )


def _respoken(quote: Quote, renamed: dict[str, Entity]) -> Quote:
    became = renamed.get(quote.speaker_id or "")
    return quote if became is None else _spoken_by(quote, became)


def _reparty(event: Event, names: dict[str, Entity]) -> Event:
    """The event with parties under their new names, none twice."""

    def parties(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
        became = (names.get(actor.name) for actor in actors)
        pairs = zip(actors, became, strict=True)
        return tuple(
            dict.fromkeys(
                replace(actor, name=new.canonical_en, name_ar=new.canonical_ar) if new else actor
                for actor, new in pairs
            )
        )

    return replace(event, actors=parties(event.actors), recipients=parties(event.recipients))


def _sorted(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: entity.mentions[0].start))
