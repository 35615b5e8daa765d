"""The words of exported files in one language: dates, parties and labels as a reader writes them.

The texts are in `data/lexicon/export_words.csv`.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from babel.dates import format_date, format_skeleton

from alaqat.export.export_request import Language
from alaqat.lexicon.load import table

Row = Mapping[str, Any]
_MONTH_DAY = "MMMMd"


@cache
def _texts(language: str) -> Mapping[str, str]:
    rows = table("export_words", ("key", "en", "ar"))
    return {row["key"]: row[language] for row in rows}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    language: Language

    @property
    def is_rtl(self) -> bool:
        """True if the language is written from right to left."""
        return self.language == "ar"

    def text(self, key: str, **values: object) -> str:
        """A text of the list; `{name}` is replaced by a value."""
        return _texts(self.language)[key].format(**values)

    @property
    def mark(self) -> str:
        """The mark after a text of another direction that ends its run: RLM or LRM."""
        return "\N{RIGHT-TO-LEFT MARK}" if self.is_rtl else "\N{LEFT-TO-RIGHT MARK}"

    @property
    def comma(self) -> str:
        """The separator of a list."""
        return self.text("comma").rstrip() + " "

    def day(self, value: date | None) -> str:
        """A day in full: `17 August 2022`."""
        if value is None:
            return self.text("no-date")
        return format_date(value, "d MMMM y", locale=self.language)

    def month_day(self, value: date) -> str:
        """A day without its year, as the language writes it: `August 17`."""
        locale = "en_US" if self.language == "en" else self.language
        return format_skeleton(_MONTH_DAY, value, locale=locale)

    def interval(self, row: Row) -> str:
        """The date of a row with the precision it is known with."""
        first, last = row["date_from"], row["date_to"]
        if first is None:
            return self.text("undated")
        label = self._interval(first, last or first, row.get("granularity") or "range")
        mod = row.get("mod") or ""
        return self.text(mod, date=label) if mod in _texts(self.language) else label

    def _interval(self, first: date, last: date, granularity: str) -> str:
        if granularity == "week":
            return self.text("week", date=self.day(first))
        if granularity == "decade":
            return self.text("decade", date=first.year - first.year % 10)
        if first == last:
            return self.day(first)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            years = f"{first.year}–{last.year}"
            return str(first.year) if first.year == last.year else years
        if _is_whole_month(first, last):
            return format_skeleton("yMMMM", first, locale=self.language)
        return f"{self.day(first)} – {self.day(last)}"

    def parties(self, row: Row) -> str:
        """Who did it to whom: `Turkey → Israel`."""
        suffix = "_ar" if self.is_rtl else ""
        sides = [self.comma.join(row[f"{side}{suffix}"]) for side in ("actors", "recipients")]
        return f" {self.text('arrow')} ".join(filter(None, sides))

    def label(self, row: Row) -> str:
        """What happened, followed by its status unless that is "done"."""
        label = str(row["label_ar"] if self.is_rtl else row["label_en"])
        return label if row["status"] == "done" else f"{label} ({self.text(row['status'])})"

    def headline(self, row: Row) -> str:
        """An event in one line: what happened, and who did it to whom."""
        parties = self.parties(row)
        return f"{self.label(row)}: {parties}" if parties else self.label(row)

    def speaker(self, row: Row) -> str:
        """The speaker of a quote, with the office at that time."""
        name = row["speaker_ar"] if self.is_rtl else row["speaker"]
        name = name or row["speaker_ar"] or row["speaker"] or row["speaker_text"]
        parts = [name or self.text("no-speaker"), row["role"] if self.is_rtl else None]
        return self.comma.join(filter(None, parts))

    def evidence(self, row: Row) -> str:
        """Where a row was read: offsets, rule and version of the store."""
        return self.comma.join(
            (
                self.text("span", start=row["start"], end=row["end"]),
                self.text("rule", rule=row["rule"]),
                self.text("version", version=row["store_version"]),
            )
        )


def _is_whole_month(first: date, last: date) -> bool:
    days = calendar.monthrange(first.year, first.month)[1]
    is_same_month = (first.year, first.month) == (last.year, last.month)
    return is_same_month and (first.day, last.day) == (1, days)
