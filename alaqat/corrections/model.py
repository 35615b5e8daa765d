"""One correction of a reader: a row of the file that `alaqat.corrections` reads, writes and carries out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

CorrectionKind = Literal[
    "merge", "apart", "hide", "date", "code", "actors", "recipients", "speaker", "join", "split"
]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader said of `a`; what `b` holds goes by the kind.

    merge: the entity `b` is the entity `a`; apart: it is not. hide: the event, quote or entity `a` is not shown.
    date, code, actors, recipients: the event that has the report `a` (`ARTICLE:OFFSET` of its trigger) has the
    interval, PLOVER code or parties `b`. speaker: the quote `a` is of the entity `b`. join: the event of the report
    `b` is that of `a`; split: the report `a` is an event of its own.
    """

    kind: CorrectionKind
    a: str
    b: str = ""
    reason: str = ""
    by: str = ""
    day: date | None = None
