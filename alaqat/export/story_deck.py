"""A story as slides for files: its title, a slide for each event or quote, its sources.

The pinned events and quotes with their notes are the slides, else those of the selection. Every
text is asked for in a language, so that a file can have captions in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from alaqat.export.citation_styles import view_apa
from alaqat.export.export_request import ExportRequest, Language
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.json_rows import json_line
from alaqat.export.wording import Row, Wording
from alaqat.lexicon.load import table
from alaqat.model.errors import NothingToExport

MOST: Final = 300  # slides; more would make a file too large to open well
TABLES: Final = ("events", "quotes")
OTHER: Final[dict[Language, Language]] = {"ar": "en", "en": "ar"}
_TICKS: Final = 8  # most years named on the axis
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 1000)


@dataclass(frozen=True, slots=True)
class StorySlide:
    """A slide: a row of events or quotes, and the note of the story's author."""

    row: Row
    note: str = ""

    @property
    def is_event(self) -> bool:
        """True for an event, False for a quote."""
        return "actors" in self.row

    @property
    def words(self) -> str:
        """The words of the article: the event's sentence, or the quote between its marks."""
        if self.is_event:
            return str(self.row["sentence"])
        text = str(self.row["text"])
        return f"«{text}»" if self.row["kind"] == "direct" else text

    @property
    def side(self) -> str:
        """Cooperation, conflict or neutral."""
        return str(self.row.get("polarity") or "neutral")

    @property
    def url(self) -> str:
        """The address of the article, or of the row on the dashboard; empty without a web one."""
        url = self.row["url"] or self.row["link"] or ""
        return url if url.startswith(("http://", "https://")) else ""

    def heading(self, wording: Wording) -> str:
        """What happened, or who spoke."""
        return wording.headline(self.row) if self.is_event else wording.speaker(self.row)

    def caption(self, wording: Wording) -> str:
        """When and what, in one line, for the caption in the other language."""
        return f"{wording.interval(self.row)} · {self.heading(wording)}"

    def source(self, wording: Wording) -> str:
        """Outlet, title and day of publication of the article, in one line."""
        row = self.row
        day = wording.text("published", date=wording.day(row["published"]))
        outlet = row["source"] or wording.text("no-outlet")
        return " · ".join(filter(None, (outlet, row["title"], row["published"] and day)))

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day on the axis; None for a row that nothing dates."""
        first, last = self.row["date_from"], self.row["date_to"]
        return (first, last or first) if first else None


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of a request, and how many rows its selection has."""

    request: ExportRequest
    slides: tuple[StorySlide, ...]
    total: int

    def title(self, wording: Wording) -> str:
        """The title: the story's own, the pair of states, or what the files are about."""
        if self.request.title:
            return self.request.title
        pair = self.request.selection.pair
        if not pair or self.request.pins:
            return wording.text("title")
        return " ⇄ ".join(_state(code, wording) for code in pair.split("-"))

    def counts(self, wording: Wording) -> str:
        """The years of the slides, and how many of the rows of the selection they are."""
        counted = wording.text("shown", shown=len(self.slides), total=self.total)
        return " · ".join(filter(None, (self._years(), counted)))

    def captions(self, wording: Wording, other: Wording) -> list[str]:
        """Title and counts in the other language; a title of the author's own is not repeated."""
        titles = [self.title(other)] if self.title(other) != self.title(wording) else []
        return [*titles, self.counts(other)]

    def _years(self) -> str:
        days = [day for slide in self.slides if slide.days for day in slide.days]
        if not days:
            return ""
        first, last = min(days).year, max(days).year
        return str(first) if first == last else f"{first}–{last}"

    def outlets(self) -> list[str]:
        """The names of the outlets."""
        return sorted({slide.row["source"] for slide in self.slides if slide.row["source"]})

    def cited(self, wording: Wording) -> str:
        """How to cite the story, with the version of the store."""
        request = replace(self.request, language=wording.language)
        return view_apa(request, self.title(wording), self.request.address)

    def records(self) -> list[str]:
        """The rows of the slides with all columns, each as JSON in one line."""
        return [json_line(dict(slide.row)) for slide in self.slides]

    def axis(self) -> Axis | None:
        """The axis of the slides; None where nothing is dated."""
        days = [day for slide in self.slides if slide.days for day in slide.days]
        return Axis(date(min(days).year, 1, 1), date(max(days).year, 12, 31)) if days else None


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of whole years, from its first to its last day."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """The position of a day, from 0 (start) to 1 (end)."""
        return (day - self.first).days / (self.last - self.first).days

    def years(self) -> list[tuple[int, float]]:
        """The years that are named, each with the position of its first day."""
        first, last = self.first.year, self.last.year
        step = next(step for step in _STEPS if (last - first) / step <= _TICKS)
        return [
            (year, self.share(date(year, 1, 1)))
            for year in range(first + -first % step, last + 1, step)
        ]


def deck(request: ExportRequest, most: int = MOST) -> Deck:
    """The slides of a request, at most `most` without pins. Raises NothingToExport without one.

    The file goes to others: it has no link to a dashboard that only this machine reaches.
    """
    request = replace(request, address=request.public_address)
    if request.pins:
        slides = tuple(_pinned(request))
        total = len(request.pins)
    else:
        rows = [
            row for row in plain_rows(rows_of(request)) if row["date_from"] or "actors" not in row
        ]
        slides, total = tuple(_strongest(rows, most)), len(rows)
    if not slides:
        raise request.nothing()
    return Deck(request, slides, total)


def _strongest(rows: Sequence[Row], most: int) -> Iterable[StorySlide]:
    """The strongest events in their order, or the first quotes: at most `most`."""
    ranked = sorted(rows, key=lambda row: -abs(row.get("intensity") or 0))[:most]
    chosen = set(map(id, ranked))
    return (StorySlide(row) for row in rows if id(row) in chosen)


def _pinned(request: ExportRequest) -> Iterable[StorySlide]:
    """The pinned events and quotes that are in the build, in the order of the pins."""
    rows: dict[tuple[str, str], Row] = {}
    for name, key in (("events", "event_id"), ("quotes", "quote_id")):
        try:
            found = plain_rows(rows_of(replace(request, table=name)))
        except NothingToExport:
            continue
        rows |= {(name, row[key]): row for row in found}
    for pin in request.pins:
        if row := rows.get((pin.table, pin.key)):
            yield StorySlide(row, pin.note)


def _state(code: str, wording: Wording) -> str:
    """The name of a state in the language of a wording."""
    column = "name_ar" if wording.is_rtl else "name_en"
    names = {row["iso3"]: row[column] for row in table("countries", ("iso3", column))}
    return names.get(code, code)
