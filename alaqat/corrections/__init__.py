"""Corrections by users: rows of a CSV file. Every build applies them; deleting a row undoes it."""

from __future__ import annotations

from alaqat.corrections.apply_events import CorrectedEvents, PartyNames, correct_events
from alaqat.corrections.apply_names import NameCorrector
from alaqat.corrections.csv_file import COLUMNS, append, read, withdraw
from alaqat.corrections.model import Correction, report_key

__all__ = [
    "COLUMNS",
    "CorrectedEvents",
    "Correction",
    "NameCorrector",
    "PartyNames",
    "append",
    "correct_events",
    "read",
    "report_key",
    "withdraw",
]
