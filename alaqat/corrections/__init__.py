"""What readers correct: rows of a plain file, carried out after every build, shown, undone by taking the row out."""

from __future__ import annotations

from alaqat.corrections.carried import Carried, carried, place, quote_id, respeaker, respoken
from alaqat.corrections.file import COLUMNS, PATH, append, read, survivors, withdraw

__all__ = [
    "COLUMNS",
    "PATH",
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
