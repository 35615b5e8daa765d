"""Cue words of the event lexicon by class, for text that is not matched with the triggers."""

from __future__ import annotations

from functools import cache

from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table


@cache
def cue_words(*classes: str) -> frozenset[str]:
    """The folded forms of the cues of these classes (column `class` of event_cues.csv)."""
    rows = (row for row in table("event_cues", ("class", "forms")) if row["class"] in classes)
    return frozenset(folded(form) for row in rows for form in forms(row))
