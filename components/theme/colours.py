"""Colours and the font of the dashboard, by theme."""

from __future__ import annotations

from typing import Final

from alaqat.model.palette import LIGHT

FONT: Final = "IBM Plex Sans, IBM Plex Sans Arabic, sans-serif"

# Theme → name of a colour → `#rrggbb`. Blue and orange stay apart for colour-blind readers (Okabe
# and Ito 2008); the dark theme's are lighter, for the same contrast.
COLOURS: Final[dict[str, dict[str, str]]] = {
    "light": {
        **LIGHT,
        "cooperation-text": "#005A8C",
        "conflict-text": "#A84300",
        "neutral-text": "#565B63",
        "mark": "#FFE9A8",
    },
    "dark": {
        "cooperation": "#56B4E9",
        "conflict": "#FF8A3D",
        "neutral": "#9CA3AF",
        "paper": "#12161C",
        "ink": "#E8E6E1",
        "rule": "#333A44",
        "faint": "#A0A6AF",
        "cooperation-text": "#56B4E9",
        "conflict-text": "#FF8A3D",
        "neutral-text": "#9CA3AF",
        "mark": "#5A4A12",
    },
}
