"""The output of the bench: a table of measures with their references and limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One measure in words: `reference` is another program's figure or a limit.

    `holds` is True if the limit is kept, None if there is no limit.
    """

    what: str
    measured: str
    reference: str = ""
    result: str = ""
    holds: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of the line, with "holds" or "MISSED" for a limit."""
        verdict = {None: "", True: "holds", False: "MISSED"}[self.holds]
        return (*astuple(self)[:3], " ".join(filter(None, (self.result, verdict))))


HEAD = ("what", "measured", "reference", "result")


def table(lines: Sequence[Line]) -> str:
    """The lines as a table with a head; columns are as wide as their widest cell."""
    rows = [HEAD, *(line.cells for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def milliseconds(seconds: float) -> str:
    """`0.00312` → `3.1 ms`."""
    return f"{seconds * 1000:.1f} ms"
