"""What the bench prints: lines of a measure, what it is compared with, and whether the limit holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One measure in words: `reference` is a peer's figure or a limit, `holds` None where nothing is promised."""

    what: str
    measured: str
    reference: str = ""
    result: str = ""
    holds: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        """What is printed, the verdict in words."""
        verdict = {None: "", True: "holds", False: "MISSED"}[self.holds]
        return (*astuple(self)[:3], " ".join(filter(None, (self.result, verdict))))


HEAD = ("what", "measured", "reference", "result")


def table(lines: Sequence[Line]) -> str:
    """The lines below a head, in columns as wide as their widest cell."""
    rows = [HEAD, *(line.cells for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def milliseconds(seconds: float) -> str:
    """`0.00312` → `3.1 ms`."""
    return f"{seconds * 1000:.1f} ms"
