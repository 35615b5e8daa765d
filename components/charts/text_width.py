"""The width of a text in the fonts of the dashboard, measured with the font files themselves."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

FONTS: Final = Path(__file__).resolve().parents[2] / "static" / "fonts"
FILES: Final = {  # is the text Arabic → the first part of its font's file name
    True: "ibm-plex-sans-arabic-arabic",
    False: "ibm-plex-sans-latin",
}
EM: Final = 1000  # pixels of the measured size, so that hinting does not matter
SLACK: Final = 1.03  # the browser rounds letters to pixels; measured differences are up to 2 %
_INVISIBLE: Final = re.compile("[\u200e\u200f\u2066-\u2069]")
_RUNS: Final = re.compile("[\u0600-\uffff]+|[^\u0600-\uffff]+")


@lru_cache(maxsize=16_384)
def text_width(text: str, size: float, *, is_bold: bool = False) -> int:
    """The pixels that a line of text takes at a font size in pixels, rounded up."""
    visible = _INVISIBLE.sub("", text)
    weight = 600 if is_bold else 400
    ems = sum(
        _font(ord(run[0]) >= 0x600, weight).getlength(run) / EM for run in _RUNS.findall(visible)
    )
    return int(ems * size * SLACK) + 1


@cache
def _font(is_arabic: bool, weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"{FILES[is_arabic]}-{weight}-normal.woff2", EM)
