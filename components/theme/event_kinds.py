"""The seven kinds of events with their labels and marks, and the names of the PLOVER categories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from components.i18n.catalogue import N_


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event.

    `label` is its English name (a message id), `mark` its sign in text, `symbol` the same shape for
    Plotly, `polarity` its side: cooperation, conflict or neutral.
    """

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
    "relations": Kind(N_("Relations better or worse"), "⬢", "hexagon", "neutral"),
    "other": Kind(N_("Other events"), "◇", "diamond", "neutral"),
}

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


def kind(name: object) -> Kind:
    """The kind called `name`; the kind "other" for an unknown name."""
    return KINDS.get(str(name), KINDS["other"])
