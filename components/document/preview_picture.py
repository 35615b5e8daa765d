"""The picture of a link's preview: 1200 × 630 pixels with title, text and the events over time.

Pillow draws it, without a browser: Raqm sets Arabic (Pillow's wheels have it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pandas as pd
from PIL import Image, ImageDraw, ImageFont

from components.data import event_queries
from components.data.frame_rows import rows
from components.document.link_preview import Preview
from components.html import headline
from components.i18n.words import Words
from components.theme.colours import COLOURS
from components.view.view_state import ViewState

FONTS: Final = Path(__file__).resolve().parents[2] / "static" / "fonts"
WIDTH, HEIGHT, EDGE = 1200, 630, 70
AXIS, REACH = 500, 70  # pixels: the height of the time axis, the length of the longest mark
STRONGEST: Final = 10.0  # PLOVER's highest intensity
INK: Final = COLOURS["light"]["ink"]
Font = ImageFont.FreeTypeFont


def png(view: ViewState, preview: Preview) -> bytes:
    """The picture as PNG: `preview` gives the texts, the events of the view the marks."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), COLOURS["light"]["paper"])
    sheet = Sheet(ImageDraw.Draw(picture), view.words)
    size = next((size for size in range(60, 40, -4) if _is_short(preview.subject, size)), 40)
    sheet.write(view.words.t("Alaqat"), 58, _font(600, 34))
    bottom = sheet.write(preview.subject, 120, _font(600, size), most=3)
    sheet.write(preview.text, bottom + 14, _font(400, 28), most=2)
    _events(sheet, event_queries.events(view))
    buffer = BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The picture to draw on, in the reader's language."""

    pen: ImageDraw.ImageDraw
    words: Words

    def write(self, text: str, top: float, font: Font, most: int = 1) -> float:
        """Write a text in at most `most` lines from `top` on and return where it ends.

        Lines start at the right in Arabic.
        """
        lines = _lines(text, font)
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
        x, anchor = (WIDTH - EDGE, "ra") if self.words.is_rtl else (EDGE, "la")
        direction = self.words.direction
        for line in lines:
            self.pen.text((x, top), line, INK, font, anchor=anchor, direction=direction)
            top += font.size * 1.5
        return top


@cache
def _font(weight: int, size: int) -> Font:
    return ImageFont.truetype(FONTS / f"ibm-plex-sans-arabic-whole-{weight}-normal.ttf", size)


def _is_short(title: str, size: int) -> bool:
    return len(_lines(title, _font(600, size))) <= 2


@lru_cache(maxsize=64)
def _lines(text: str, font: Font) -> list[str]:
    """The text in lines no wider than the picture without its edges."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WIDTH - 2 * EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _events(sheet: Sheet, events: pd.DataFrame) -> None:
    """Draw the time axis with its first and last year and a line for each event."""
    pen, colours = sheet.pen, COLOURS["light"]
    pen.line([(EDGE, AXIS), (WIDTH - EDGE, AXIS)], INK, 2)
    years = event_queries.bulk_years(events, headline.CUT)
    if years is None:
        return
    first, last = pd.Timestamp(years[0], 1, 1), pd.Timestamp(years[1], 12, 31)
    place = _scale(first, last, sheet.words)
    for x, y, side in _marks(events, place, (first, last)):
        pen.line([(x, AXIS), (x, y)], colours[side], 6)
        pen.ellipse([(x - 8, y - 8), (x + 8, y + 8)], colours[side])
    for year in dict.fromkeys((first.year, last.year)):
        x = place(pd.Timestamp(year=year, month=7, day=1))
        x = min(max(x, EDGE + 30), WIDTH - EDGE - 30)
        pen.text((x, AXIS + REACH + 14), str(year), INK, _font(400, 26), anchor="ma")


def _scale(
    first: pd.Timestamp, last: pd.Timestamp, words: Words
) -> Callable[[pd.Timestamp], float]:
    """The function from a day to its horizontal place; time runs from the right in Arabic."""
    length = max(1, (last - first).days)

    def place(day: pd.Timestamp) -> float:
        share = (day - first).days / length
        return EDGE + (1 - share if words.is_rtl else share) * (WIDTH - 2 * EDGE)

    return place


def _marks(
    events: pd.DataFrame,
    place: Callable[[pd.Timestamp], float],
    ends: Sequence[pd.Timestamp],
) -> Iterator[tuple[float, float, str]]:
    """The horizontal place, the end of the line and the side of each event on the axis."""
    for row in rows(events[events["date_from"].notna()]):
        middle = row["date_from"] + (row["date_to"] - row["date_from"]) / 2
        if ends[0] <= middle <= ends[1]:
            yield place(middle), AXIS - _height(row), str(row["polarity"])


def _height(row: dict[str, Any]) -> float:
    """The length of the line of an event: up for cooperation, down for conflict."""
    sign = {"cooperation": 1, "conflict": -1}.get(row["polarity"], 0)
    return sign * (0.25 + 0.75 * abs(float(row["intensity"])) / STRONGEST) * REACH
