"""Tokens and money: an estimate before anything is sent, and a budget that is never passed."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import Final

from alaqat.model.errors import AlaqatError

# Characters a token. Tokenizers of multilingual models make one of 2 to 4 characters of Arabic; the
# smallest is used, so that the estimate is rather too high. Not measured.
_CHARACTERS_A_TOKEN: Final = 2
# Tokens of an answer for each token of article: sentences are copied and named. Not measured.
_ANSWER_SHARE: Final = 1.0
_MILLION: Final = 1_000_000


class BudgetSpent(AlaqatError):
    """The budget of tokens does not allow another request."""


def tokens(text: str) -> int:
    """A high estimate of the tokens of a text."""
    return ceil(len(text) / _CHARACTERS_A_TOKEN)


def answer_tokens(text: str) -> int:
    """A high estimate of the tokens of the answer about a piece of article."""
    return ceil(tokens(text) * _ANSWER_SHARE)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What reading articles will take: requests, and tokens sent and received."""

    requests: int = 0
    sent: int = 0
    received: int = 0

    def __add__(self, other: Estimate) -> Estimate:
        return Estimate(
            self.requests + other.requests,
            self.sent + other.sent,
            self.received + other.received,
        )

    def cost(self, price_in: float, price_out: float) -> float:
        """The money it costs, by prices for a million tokens."""
        return (self.sent * price_in + self.received * price_out) / _MILLION


class Budget:
    """Counts tokens of all requests of a run; may be shared by threads. 0 is no limit."""

    def __init__(self, limit: int = 0) -> None:
        self.limit, self.used = limit, 0
        self._lock = Lock()

    def reserve(self, count: int) -> None:
        """Count tokens before a request. Raises BudgetSpent if there are not so many left."""
        with self._lock:
            if self.limit and self.used + count > self.limit:
                raise BudgetSpent(
                    f"the budget of {self.limit} tokens is used up ({self.used} used, {count} "
                    "needed); what was answered is kept: run again with a larger --budget"
                )
            self.used += count

    def settle(self, reserved: int, used: int) -> None:
        """Put the tokens that a request used in place of those reserved for it."""
        with self._lock:
            self.used += used - reserved
