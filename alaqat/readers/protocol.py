"""What a reader is: something that finds the events and quotes of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from alaqat.model.errors import AlaqatError
from alaqat.model.records import Annotations, EventMention, Quote


class ReaderUnknown(AlaqatError):
    """No reader has that name; the message lists those there are."""


class ReaderMissing(AlaqatError):
    """A reader is not installed or not set up; the message says what it needs."""


@dataclass(frozen=True, slots=True)
class ReaderResult:
    """The events and quotes of one article, each in text order."""

    events: tuple[EventMention, ...] = ()
    quotes: tuple[Quote, ...] = ()


class Reader(Protocol):
    """Finds the events and quotes of an article.

    Every record says in `read_by` who found it and in `probability` how likely it is right, from 0 to
    1, or None where the reader does not estimate it. Dates of quotes are filled in afterwards.
    """

    @property
    def name(self) -> str:
        """The name by which the reader is chosen."""
        ...

    @property
    def version(self) -> str:
        """What its results depend on beside the code and the rules: a model, a prompt; "" for nothing."""
        ...

    def read(self, found: Annotations) -> ReaderResult:
        """The events and quotes of an article.

        `found` is the article with its time expressions, its entities, and the events and quotes that
        the rules found in it.
        """
        ...

    def extend(self, earlier: ReaderResult, found: Annotations) -> ReaderResult:
        """The result of this reader together with that of the readers named before it."""
        ...
