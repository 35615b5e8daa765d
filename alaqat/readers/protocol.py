"""The protocol of readers, which find the events and quotes of an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from alaqat.model.errors import AlaqatError
from alaqat.model.records import Annotations, Article, EventMention, Quote


class ReaderUnknown(AlaqatError):
    """No reader has that name; the message lists the names."""


class ReaderMissing(AlaqatError):
    """A reader is not installed or not set up; the message says what it needs."""


@dataclass(frozen=True, slots=True)
class ReaderResult:
    """The events and quotes of one article, each in text order.

    `dropped` says how many others the reader found and left out, by cause.
    """

    events: tuple[EventMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()


class Reader(Protocol):
    """Finds the events and quotes of an article.

    Every record has the reader's name in `read_by`, and in `probability` the estimate that it is
    right, from 0 to 1, or None. Dates of quotes are filled in afterwards.
    """

    @property
    def name(self) -> str:
        """The name by which the reader is chosen."""
        ...

    @property
    def version(self) -> str:
        """The version of its model or prompt; "" if it depends only on code and rules."""
        ...

    def read(self, found: Annotations) -> ReaderResult:
        """The events and quotes of an article.

        `found` is the article with its time expressions, its entities, and the events and quotes
        that the rules found in it.
        """
        ...

    def extend(self, earlier: ReaderResult, found: Annotations) -> ReaderResult:
        """The result of this reader together with that of the readers named before it."""
        ...


@runtime_checkable
class Prefetching(Protocol):
    """A reader that sends many articles to a server at once before they are read."""

    def forecast(self, articles: Sequence[Article]) -> str:
        """A sentence that names the server it will use and the expected cost; "" for no server."""
        ...

    def prefetch(
        self, articles: Sequence[Article], progress: Callable[[Article], object]
    ) -> dict[str, str]:
        """Make ready what `read` needs for the articles; `progress` is called after each.

        The result says for each article that failed, by its id, what the problem was.
        """
        ...
