"""An event in the reader's language: what happened, who did it to whom, when, its status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from components.i18n.catalogue import N_
from components.i18n.words import Words

Row = Mapping[str, Any]
STATUS: Final = {
    "planned": N_("planned, not yet done"),
    "denied": N_("denied"),
    "hypothetical": N_("only considered"),
}
CERTAINTY: Final = {
    "likely": N_("likely"),
    "probable": N_("probable"),
    "uncertain": N_("uncertain"),
}


def event_label(row: Row, words: Words) -> str:
    """What happened, in two or three words."""
    return str(row["label_ar"] if words.is_rtl else row["label_en"])


def parties_label(row: Row, words: Words) -> str:
    """Who did it to whom, with an arrow in reading direction: `Turkey → Israel`."""
    actors, recipients = (
        words.join(party_names(row, side, words)) for side in ("actors", "recipients")
    )
    arrow = "←" if words.is_rtl else "→"
    return f"{actors} {arrow} {recipients}" if actors and recipients else actors or recipients


def sides_label(row: Row, words: Words) -> str:
    """The first party of each side with an arrow, or the first two of one side, in one run.

    Empty without parties.
    """
    each = 1 if len(row["actors"]) and len(row["recipients"]) else 2
    sides = ("actors", "recipients", "actors_ar", "recipients_ar")
    label = parties_label({side: list(row[side])[:each] for side in sides}, words)
    return words.run(label) if label else ""


def party_names(row: Row, side: str, words: Words) -> list[str]:
    """The names of one side (`actors` or `recipients`); the English one if one is missing."""
    names = list(row[f"{side}_ar"] if words.is_rtl else row[side])
    return [name or english for name, english in zip(names, row[side], strict=False)]


def date_label(row: Row, words: Words) -> str:
    """The date of an event with the precision it is known with."""
    return words.date(row["date_from"], row["date_to"], row["granularity"], mod=row["mod"])


def status_label(row: Row, words: Words) -> str:
    """The status of an event that did not simply happen; empty for one that did."""
    message = STATUS.get(row["status"])
    return words.t(message) if message else ""
