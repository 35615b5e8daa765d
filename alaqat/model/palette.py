"""The colours of the light theme, for pages and for pictures: name of a colour → `#rrggbb`.

Blue and orange stay apart for colour-blind readers (Okabe and Ito 2008).
"""

from __future__ import annotations

from typing import Final

LIGHT: Final = {
    "cooperation": "#0072B2",
    "conflict": "#D55E00",
    "neutral": "#6B7280",
    "paper": "#FCFBF8",
    "ink": "#1B1F24",
    "rule": "#D9D6CE",
    "faint": "#6B6F76",
}
