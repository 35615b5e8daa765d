"""A chronology beside the extracted events of a selection: matched, missing, extra, recall."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from alaqat.arabic.clitics import without_definite_article
from alaqat.arabic.fold import search_key
from alaqat.reference import entry_matching
from alaqat.reference.entry_matching import Dated
from alaqat.reference.reference_file import Entry

Row = Mapping[str, Any]
_WORD: Final = re.compile(r"\w{3,}")
_COMMON: Final = 0.5  # share of the entries from which a word says nothing about one of them


@dataclass(frozen=True, slots=True)
class Pairing:
    """A matched entry with its events, the best first; `precision` is day, month or year."""

    entry: Entry
    events: Sequence[Row]
    precision: str


@dataclass(frozen=True, slots=True)
class YearCount:
    """The entries of a year, and how many of them are matched."""

    year: int
    entries: int
    matched: int


@dataclass(frozen=True, slots=True)
class ChronologyComparison:
    """Entries with their events, entries without, dated events without an entry."""

    matched: Sequence[Pairing]
    missing: Sequence[Entry]
    extra: Sequence[Row]
    undated: int = 0

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return len(self.matched) + len(self.missing)

    @property
    def recall(self) -> float:
        """The share of the entries that are matched."""
        return len(self.matched) / self.entries if self.entries else 0.0

    def precisions(self) -> Mapping[str, int]:
        """How many entries are matched by the day, the month and the year."""
        counted = Counter(pairing.precision for pairing in self.matched)
        return {name: counted[name] for name in ("day", "month", "year")}

    def years(self) -> list[YearCount]:
        """The years that have entries, by the first day of each entry."""
        found = Counter(pairing.entry.first.year for pairing in self.matched)
        every = found + Counter(entry.first.year for entry in self.missing)
        return [YearCount(year, every[year], found[year]) for year in sorted(every)]


def compared(entries: Sequence[Entry], events: pd.DataFrame) -> ChronologyComparison:
    """Compare entries with events (the frame `events`); the order of either changes no count."""
    known = events[events["date_from"].notna()].sort_values(["date_from", "date_to", "event_id"])
    dated: list[Row] = [
        {str(name): value for name, value in row.items()} for row in known.to_dict("records")
    ]
    texts = [f"{entry.text} {entry.text_en}" for entry in entries]
    common = _common(texts)
    first = [
        Dated(entry.first, entry.last, _words(text) - common)
        for entry, text in zip(entries, texts, strict=True)
    ]
    second = [Dated(*_days(row), _words(_text(row)) - common) for row in dated]
    matching = entry_matching.match(first, second)
    pairings = [
        Pairing(
            entries[number],
            [dated[event] for event in chosen],
            entry_matching.precision(first[number], second[chosen[0]]),
        )
        for number, chosen in matching.matched.items()
    ]
    return ChronologyComparison(
        pairings,
        [entries[number] for number in matching.missing],
        [dated[number] for number in matching.extra],
        len(events) - len(dated),
    )


def _days(row: Row) -> tuple[date, date]:
    first, last = row["date_from"], row["date_to"]
    return first.date(), (first if pd.isna(last) else last).date()


def _text(row: Row) -> str:
    return " ".join((row["sentence"], row["label_en"], row["label_ar"]))


def _words(text: str) -> frozenset[str]:
    """The words of a text as search compares them, without the definite article."""
    return frozenset(map(without_definite_article, _WORD.findall(search_key(text))))


def _common(texts: Sequence[str]) -> frozenset[str]:
    """The words of more than half of the texts, such as the names of the two states."""
    counted = Counter(word for text in texts for word in _words(text))
    return frozenset(word for word, count in counted.items() if count > _COMMON * len(texts))
