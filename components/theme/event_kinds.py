"""The six kinds of events and how each looks: one colour for its side, one shape for its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components.i18n.catalogue import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: its English label (a message id), its mark in text and in Plotly, its polarity."""

    label: str
    mark: str
    symbol: str
    polarity: str


KINDS: Final[dict[str, Kind]] = {
    "consult": Kind(N_("Talks and agreements"), "●", "circle", "cooperation"),
    "material": Kind(N_("Aid and joint work"), "▲", "triangle-up", "cooperation"),
    "words": Kind(N_("Accusations and threats"), "▼", "triangle-down", "conflict"),
    "sanction": Kind(N_("Sanctions and pressure"), "■", "square", "conflict"),
    "assault": Kind(N_("Attacks"), "✕", "x", "conflict"),
    "other": Kind(N_("Other events"), "◇", "diamond", "neutral"),
}

FONT: Final = "IBM Plex Sans, IBM Plex Sans Arabic, sans-serif"

# The categories of PLOVER (manual of 4 February 2024)
CATEGORIES: Final[dict[str, str]] = {
    "AGREE": N_("Agreement"),
    "CONSULT": N_("Talks"),
    "SUPPORT": N_("Support"),
    "CONCEDE": N_("Concession"),
    "COOPERATE": N_("Cooperation"),
    "AID": N_("Aid"),
    "RETREAT": N_("Retreat"),
    "REQUEST": N_("Request or demand"),
    "ACCUSE": N_("Accusation"),
    "REJECT": N_("Refusal"),
    "THREATEN": N_("Threat"),
    "PROTEST": N_("Protest"),
    "SANCTION": N_("Sanction"),
    "MOBILIZE": N_("Mobilization"),
    "COERCE": N_("Coercion"),
    "ASSAULT": N_("Assault"),
}

# Safe for colour-blind eyes (Okabe and Ito 2008); the dark theme's are lighter for the same contrast
COLOURS: Final[dict[str, dict[str, str]]] = {
    "light": {
        "cooperation": "#0072B2",
        "conflict": "#D55E00",
        "neutral": "#6B7280",
        "paper": "#FCFBF8",
        "ink": "#1B1F24",
        "rule": "#D9D6CE",
        "faint": "#6B6F76",
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


def kind(name: object) -> Kind:
    """The kind called `name`; anything unknown is «other»."""
    return KINDS.get(str(name), KINDS["other"])
