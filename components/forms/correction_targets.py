"""The things that readers correct (events, quotes, names), and the values offered for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, Literal

import pandas as pd

from alaqat import corrections
from alaqat.arabic.fold import folded
from alaqat.corrections.csv_file import CorrectionFile
from alaqat.corrections.model import Correction
from alaqat.lexicon.load import table
from alaqat.model.settings import Settings
from components.data import queries
from components.data.frame_rows import rows
from components.i18n.entity_names import entity_name
from components.i18n.event_labels import date_label, event_label, parties_label
from components.i18n.words import Words

Row = dict[str, Any]
Kind = Literal["event", "quote", "entity"]
Identity = tuple[str, ...]
IDENTITY: Final = ("kind", "a", "b", "by", "reason")
KINDS: Final[dict[str, tuple[Kind, str, str]]] = {
    "e": ("event", "events", "event_id"),
    "q": ("quote", "quotes", "quote_id"),
    "n": ("entity", "entities", "entity_id"),
}
# kind of thing → kinds of corrections
CHOICES: Final[dict[Kind, tuple[str, ...]]] = {
    "event": ("date", "code", "actors", "recipients", "join", "split", "hide"),
    "quote": ("speaker", "hide"),
    "entity": ("merge", "apart", "hide"),
}
NEAR: Final = 60  # most events in the box of the same event
MOST: Final = 3000  # most names in a box
SPELLINGS: Final = 40  # most spellings in a box


@dataclass(frozen=True)
class Target:
    """The thing to correct; `reports` are the reports of an event, the leading one first."""

    key: str
    kind: Kind
    row: Row
    reports: tuple[Row, ...] = field(default=())

    @property
    def id(self) -> str:
        """The id in the store."""
        return self.key[2:]

    @cached_property
    def report_ids(self) -> tuple[str, ...]:
        """The ids of the event's reports in corrections, the leading one first."""
        return tuple(map(report_id, self.reports))

    def choices(self) -> list[str]:
        """The kinds of corrections that are possible."""
        is_single = len(self.reports) < 2
        return [name for name in CHOICES[self.kind] if not (name == "split" and is_single)]

    def is_corrected_by(self, row: Correction) -> bool:
        """True if a correction changes this thing."""
        if self.kind == "event":
            is_joined = row.kind == "join" and row.b in self.report_ids
            return row.a in self.report_ids or is_joined
        return self.id == row.a or (row.kind in ("merge", "apart") and self.id == row.b)


def report_id(row: Row) -> str:
    """The id of a report in corrections, from a row of `reports` or `events`."""
    return f"{row['article_id']}:{int(row['trigger_start'])}"


def read(key: str | None) -> Target | None:
    """The thing with a key (`e:…`, `q:…`, `n:…`); None if it is not in the store."""
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


def recorded_file() -> CorrectionFile:
    """The file of corrections, read again when it has changed. Raises LexiconError."""
    path = Settings.from_env().corrections
    try:
        status = path.stat()
    except OSError:
        return CorrectionFile()
    return _file_at(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)
def _file_at(path: Path, _modified: int, _size: int) -> CorrectionFile:
    return corrections.read_file(path)


def recorded(target: Target | None) -> list[Correction]:
    """The recorded corrections of a thing, or all of them. Raises LexiconError on a bad file."""
    rows = recorded_file().rows
    return [row for row in rows if target is None or target.is_corrected_by(row)]


def key(row: Correction) -> str | None:
    """The key of the thing that a correction changed; None if the build does not have it."""
    if row.kind == "speaker":
        return f"q:{row.a}"
    if row.kind in ("merge", "apart"):
        return f"n:{row.a}"
    frame = queries.read("corrections")
    items = frame[(frame["kind"] == row.kind) & (frame["a"] == row.a)]["item"].dropna()
    return None if items.empty or row.kind == "hide" else f"e:{items.iloc[0]}"


def carried_out() -> frozenset[Identity]:
    """The corrections that the published build includes."""
    frame = queries.read("corrections")
    return frozenset(zip(*(frame[name] for name in IDENTITY), strict=True))


def identity(row: Correction) -> Identity:
    """What makes a correction the same one in the file and in a build."""
    return row.kind, row.a, row.b, row.by, row.reason


def codes(words: Words) -> dict[str, str]:
    """Codes of events with labels: a category (`SANCTION/`) or its mode (`SANCTION/expel`)."""
    names: dict[str, str] = {}
    categories: dict[str, str] = {}
    for row in table("plover"):
        label = row["label_ar"] if words.is_rtl else row["label_en"]
        if not row["mode"]:
            categories[row["plover"]] = label
        category = categories.get(row["plover"], "") if row["mode"] else ""
        path = " › ".join(words.run(part) for part in (category, label) if part)
        names[f"{row['plover']}/{row['mode']}"] = words.run(path)
    return names


def names(words: Words, kinds: Iterable[str] = ("PER", "ORG", "LOC", "OTHER")) -> dict[str, str]:
    """Ids and labels of the entities of some types, the most mentioned first."""
    frame = queries.read("entities")
    frame = frame[frame["type"].isin(list(kinds))].sort_values(
        "mentions", ascending=False, kind="stable"
    )
    return {row["entity_id"]: words.run(entity_name(row, words)) for row in rows(frame.head(MOST))}


def parties_known(words: Words) -> dict[str, str]:
    """The parties of all events: the name in corrections, and the label for the reader."""
    return {
        str(row["value"]): words.name({"name": row["value"], "name_ar": row["label_ar"]}, "name")
        for row in queries.facet("actors")
    }


def spellings(target: Target) -> dict[str, str]:
    """The spellings of a name, by the id of the separate entity that would have the spelling."""
    mentions = queries.read("mentions")
    own = mentions[(mentions["entity_id"] == target.id) & ~mentions["nominal"]]
    prefix = target.id.partition(":")[0]
    counted = own["text"].value_counts(sort=True).head(SPELLINGS).index
    spellings = {
        f"{prefix}:{folded(text).replace(' ', '-')}": str(text) for text in reversed(list(counted))
    }
    return {key: text for key, text in reversed(spellings.items()) if key != target.id}


def nearby(target: Target, words: Words) -> dict[str, str]:
    """Labels of other events by the id of their leading report, the nearest in date first."""
    events = queries.read("events")
    days = events["date_from"].fillna(events["published"])
    day = target.row["date_from"] or target.row["published"]
    distance = (days - day).abs() if day else days.isna()
    nearest = events.assign(distance=distance).sort_values(
        "distance", kind="stable", na_position="last"
    )
    nearest = nearest[nearest["event_id"] != target.id].head(NEAR)
    return {report_id(row): event(row, words) for row in rows(nearest)}


def event(row: Row, words: Words) -> str:
    """An event in one line: its date, label and parties."""
    parts = (date_label(row, words), event_label(row, words), parties_label(row, words))
    return words.run(" · ".join(words.run(part) for part in parts if part))


def value(row: Correction, words: Words) -> str:
    """The new value of a correction in the reader's language; empty if it has none."""
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
