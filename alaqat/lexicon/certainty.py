"""How sure an event is, in one of three words, with how often such events were right.

Which word goes with which reader and probability, and the measured shares, are in `certainty.csv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, get_args

from alaqat.lexicon.load import Row, table

Certainty = Literal["likely", "probable", "uncertain"]
# the most certain first
CERTAINTIES: Final[tuple[Certainty, ...]] = get_args(Certainty)
# of an event whose reader was not measured
UNMEASURED: Final[Certainty] = "probable"
_RULES: Final = "rules"
_ENDPOINT: Final = "endpoint"


@dataclass(frozen=True, slots=True)
class Shares:
    """How many events of one word were found in annotated articles, and which shares are right.

    `dated` is the share with the right days, `coded` the share with the right days and category.
    """

    events: int
    dated: float
    coded: float


def certainty(read_by: str, probability: float | None) -> Certainty:
    """The word for an event of the reader `read_by` (as in `EventMention`) with its probability."""
    reader = "model" if read_by != _RULES else _RULES
    if not read_by.startswith(_ENDPOINT):
        for row in _levels():
            if row["read_by"] == reader and _is_reached(row["probability_from"], probability):
                return _word(row)
    return UNMEASURED


def _is_reached(limit: str, probability: float | None) -> bool:
    if not limit or probability is None:
        return not limit and probability is None
    return probability >= float(limit)


@cache
def measured_shares() -> dict[str, Shares]:
    """For each word the measured shares of the events that rules and model find together."""
    return {word: _shares(list(_rows_of(word))) for word in CERTAINTIES}


def _rows_of(word: Certainty) -> Iterator[Row]:
    return (row for row in _levels() if row["certainty"] == word and row["probability_from"])


def _shares(rows: list[Row]) -> Shares:
    events = sum(int(row["events"]) for row in rows)
    dated, coded = (
        sum(int(row["events"]) * float(row[name]) for row in rows) / max(events, 1)
        for name in ("dated", "coded")
    )
    return Shares(events, dated, coded)


def _levels() -> tuple[Row, ...]:
    return table(
        "certainty", ("read_by", "probability_from", "certainty", "events", "dated", "coded")
    )


def _word(row: Row) -> Certainty:
    return next(word for word in CERTAINTIES if word == row["certainty"])
