"""Corrections by users: rows of a CSV file. Every build applies them; deleting a row undoes it."""

from __future__ import annotations

from alaqat.corrections.apply_events import CorrectedEvents, PartyNames, correct_events
from alaqat.corrections.apply_names import NameCorrector
from alaqat.corrections.csv_file import append, read, read_file, withdraw
from alaqat.corrections.model import Correction, report_key
from alaqat.corrections.row_parser import COLUMNS

__all__ = [
    "COLUMNS",
    "CorrectedEvents",
    "Correction",
    "NameCorrector",
    "PartyNames",
    "append",
    "correct_events",
    "read",
    "read_file",
    "report_key",
    "withdraw",
]
