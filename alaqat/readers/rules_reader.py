"""The reader that returns the events and quotes of the rules."""

from __future__ import annotations

from alaqat.model.records import Annotations
from alaqat.readers.joining import join
from alaqat.readers.protocol import ReaderResult


class RulesReader:
    """The events and quotes of the rules; the rules' version is that of the code and the data."""

    name = "rules"
    version = ""

    def read(self, found: Annotations) -> ReaderResult:  # noqa: D102
        return ReaderResult(found.events, found.quotes)

    def extend(self, earlier: ReaderResult, found: Annotations) -> ReaderResult:  # noqa: D102
        return join(earlier, self.read(found))
