"""The record of one correction: a row of the file that `alaqat.corrections` reads and applies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

CorrectionKind = Literal[
    "merge", "apart", "hide", "date", "code", "actors", "recipients", "speaker", "join", "split"
]


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction of the item `a`; the meaning of `b` depends on the kind.

    - merge: the entity `b` is the entity `a`; apart: it is not.
    - hide: the event, quote or entity `a` is not shown.
    - date, code, actors, recipients: the event with the report `a` (see `report_key`) gets the
      interval, PLOVER code or parties `b`.
    - speaker: the entity `b` is the speaker of the quote `a`.
    - join: the reports `a` and `b` are of one event; split: the report `a` is a separate event.
    """

    kind: CorrectionKind
    a: str
    b: str = ""
    reason: str = ""
    by: str = ""
    day: date | None = None


def report_key(article_id: str, trigger_start: int) -> str:
    """The name of an event's report in corrections: `47d3d796223e098a:120`."""
    return f"{article_id}:{trigger_start}"
