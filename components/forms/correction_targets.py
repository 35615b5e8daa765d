"""What a reader corrects: an event with its reports, a quote or a name, and the values it can be given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal

import pandas as pd

from alaqat import corrections
from alaqat.arabic.fold import folded
from alaqat.corrections.model import Correction
from alaqat.lexicon.load import table
from components.data import queries
from components.data.frame_rows import rows
from components.i18n.entity_names import entity_name
from components.i18n.event_labels import date_label, event_label, parties_label
from components.i18n.words import Words

Row = dict[str, Any]
Kind = Literal["event", "quote", "entity"]
KINDS: Final[dict[str, tuple[Kind, str, str]]] = {
    "e": ("event", "events", "event_id"),
    "q": ("quote", "quotes", "quote_id"),
    "n": ("entity", "entities", "entity_id"),
}
# what can be wrong with each
CHOICES: Final[dict[Kind, tuple[str, ...]]] = {
    "event": ("date", "code", "actors", "recipients", "join", "split", "hide"),
    "quote": ("speaker", "hide"),
    "entity": ("merge", "apart", "hide"),
}
NEAR: Final = 60  # events offered as the same one
MOST: Final = 3000  # names offered


@dataclass(frozen=True)
class Target:
    """The thing to correct; `reports` are those of an event, the leading one first."""

    key: str
    kind: Kind
    row: Row
    reports: tuple[Row, ...] = field(default=())

    @property
    def id(self) -> str:
        """Its id in the store."""
        return self.key[2:]

    @cached_property
    def report_ids(self) -> tuple[str, ...]:
        """What a correction calls the event: its reports, the leading one first."""
        return tuple(map(report_id, self.reports))

    def choices(self) -> list[str]:
        """The kinds of corrections that fit."""
        is_single = len(self.reports) < 2
        return [name for name in CHOICES[self.kind] if not (name == "split" and is_single)]

    def is_corrected_by(self, row: Correction) -> bool:
        """True if a correction is of this thing."""
        if self.kind == "event":
            is_joined = row.kind == "join" and row.b in self.report_ids
            return row.a in self.report_ids or is_joined
        return self.id == row.a or (row.kind in ("merge", "apart") and self.id == row.b)


def report_id(row: Row) -> str:
    """What a correction calls a report, from a row of `reports` or of `events`."""
    return f"{row['article_id']}:{int(row['trigger_start'])}"


def read(key: str | None) -> Target | None:
    """The thing that a link names; None where the store holds none."""
    if key is None:
        return None
    kind, name, column = KINDS[key[0]]
    row = queries.row_of(name, column, key[2:])
    if row is None:
        return None
    return Target(key, kind, row, tuple(_reports(row)) if kind == "event" else ())


def _reports(event: Row) -> list[Row]:
    reports = queries.read("reports")
    own = rows(reports[reports["event_id"] == event["event_id"]])
    return sorted(own, key=lambda row: report_id(row) != report_id(event))


def recorded(target: Target | None) -> list[Correction]:
    """The rows of the file that are of a thing, or all of them."""
    return [row for row in corrections.read() if target is None or target.is_corrected_by(row)]


def key(row: Correction) -> str | None:
    """The key of what a correction changed; None where the build on screen has nothing of it."""
    if row.kind == "speaker":
        return f"q:{row.a}"
    if row.kind in ("merge", "apart"):
        return f"n:{row.a}"
    frame = queries.read("corrections")
    items = frame[(frame["kind"] == row.kind) & (frame["a"] == row.a)]["item"].dropna()
    return None if items.empty or row.kind == "hide" else f"e:{items.iloc[0]}"


def is_carried_out(row: Correction) -> bool:
    """True if the build on screen knows a row of the file."""
    frame = queries.read("corrections")
    return any(_identity(known) == _identity(row) for known in frame.itertuples(index=False))


def _identity(row: Any) -> tuple[str, ...]:
    return row.kind, row.a, row.b, row.by, row.reason


def codes(words: Words) -> dict[str, str]:
    """The codes an event can have, each with its name: a category (`SANCTION/`) or a mode of it (`SANCTION/expel`)."""
    names: dict[str, str] = {}
    heads: dict[str, str] = {}
    for row in table("plover"):
        label = row["label_ar"] if words.is_rtl else row["label_en"]
        if not row["mode"]:
            heads[row["plover"]] = label
        under = heads.get(row["plover"], "") if row["mode"] else ""
        shown = " › ".join(words.run(part) for part in (under, label) if part)
        names[f"{row['plover']}/{row['mode']}"] = words.run(shown)
    return names


def names(words: Words, kinds: Iterable[str] = ("PER", "ORG", "LOC", "OTHER")) -> dict[str, str]:
    """The names of the store by id, those named most first."""
    frame = queries.read("entities")
    frame = frame[frame["type"].isin(list(kinds))].sort_values(
        "mentions", ascending=False, kind="stable"
    )
    return {row["entity_id"]: words.run(entity_name(row, words)) for row in rows(frame.head(MOST))}


def parties_known(words: Words) -> dict[str, str]:
    """The parties of all events: the name a correction writes, and the one the reader reads."""
    return {
        str(row["value"]): words.name({"name": row["value"], "name_ar": row["label_ar"]}, "name")
        for row in queries.facet("actors")
    }


def spellings(target: Target) -> dict[str, str]:
    """How articles write a name, by the id that another bearer of that spelling would have."""
    mentions = queries.read("mentions")
    own = mentions[(mentions["entity_id"] == target.id) & ~mentions["nominal"]]
    prefix = target.id.partition(":")[0]
    counted = own["text"].value_counts(sort=True).head(40).index
    spellings = {
        f"{prefix}:{folded(text).replace(' ', '-')}": str(text) for text in reversed(list(counted))
    }
    return {key: text for key, text in reversed(spellings.items()) if key != target.id}


def nearby(target: Target, words: Words) -> dict[str, str]:
    """Other events by the id of their leading report, those nearest in date first."""
    events = queries.read("events")
    when = events["date_from"].fillna(events["published"])
    mine = target.row["date_from"] or target.row["published"]
    apart = (when - mine).abs() if mine else when.isna()
    near = events.assign(apart=apart).sort_values("apart", kind="stable", na_position="last")
    near = near[near["event_id"] != target.id].head(NEAR)
    return {report_id(row): event(row, words) for row in rows(near)}


def event(row: Row, words: Words) -> str:
    """An event in a line: its date, what, who to whom."""
    parts = (date_label(row, words), event_label(row, words), parties_label(row, words))
    return words.run(" · ".join(words.run(part) for part in parts if part))


def value(row: Correction, words: Words) -> str:
    """The new value that a correction gives, in words; empty where it has none."""
    writer = _VALUES.get(row.kind)
    return writer(row, words) if writer else ""


def _date(row: Correction, words: Words) -> str:
    if not row.b:
        return words.t("undated")
    first, last = map(pd.Timestamp, row.b.split("/"))
    return words.date(first, last, None)


def _code(row: Correction, words: Words) -> str:
    return codes(words).get(row.b if "/" in row.b else f"{row.b}/", row.b)


def _parties(row: Correction, words: Words) -> str:
    known = parties_known(words)
    names = words.join(known.get(name, name) for name in row.b.split("|") if name)
    return names or words.t("nobody named")


def _spelling(row: Correction, words: Words) -> str:
    return words.run(row.b.partition(":")[2].replace("-", " "))


def _name(key: str, words: Words) -> str:
    row = queries.row_of("entities", "entity_id", key)
    return words.run(key if row is None else entity_name(row, words))


_VALUES: Final[dict[str, Callable[[Correction, Words], str]]] = {
    "date": _date,
    "code": _code,
    "actors": _parties,
    "recipients": _parties,
    "speaker": lambda row, words: _name(row.b, words),
    "merge": lambda row, words: f"{_name(row.a, words)} + {_name(row.b, words)}",
    "apart": _spelling,
}
