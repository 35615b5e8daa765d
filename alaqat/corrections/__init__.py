"""What readers correct: rows of a plain file, carried out after every build, shown, undone by taking the row out."""

from __future__ import annotations

from alaqat.corrections.apply_events import Carried, carried, place, quote_id, respeaker, respoken
from alaqat.corrections.csv_file import COLUMNS, append, read, survivors, withdraw

__all__ = [
    "COLUMNS",
    "Carried",
    "append",
    "carried",
    "place",
    "quote_id",
    "read",
    "respeaker",
    "respoken",
    "survivors",
    "withdraw",
]
