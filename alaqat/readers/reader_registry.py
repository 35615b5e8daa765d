"""The readers by name; the libraries of a reader are imported only if it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final

from alaqat.model.records import Annotations, Article
from alaqat.model.settings import Settings
from alaqat.readers.protocol import Prefetching, Reader, ReaderResult, ReaderUnknown
from alaqat.readers.rules_reader import RulesReader


def _endpoint() -> Reader:
    from alaqat.readers.endpoint.endpoint_reader import load  # noqa: PLC0415
    from alaqat.readers.endpoint.endpoint_settings import EndpointSettings  # noqa: PLC0415

    return load(EndpointSettings.from_env())


@cache
def _trained() -> Reader:
    from alaqat.readers.trained.trained_reader import load  # noqa: PLC0415

    return load()


# name → the function that makes the reader, imports its libraries and caches its model
_MAKERS: Final[Mapping[str, Callable[[], Reader]]] = {
    "rules": RulesReader,
    "trained": _trained,
    "endpoint": _endpoint,
}
NAMES: Final = tuple(_MAKERS)
# between the names of readers that work together
JOINT: Final = "+"


def chosen() -> Reader:
    """The reader that ALAQAT_READER names, otherwise the default of `Settings`."""
    return named(Settings.from_env().reader)


def named(names: str) -> Reader:
    """The reader called `names`; for `NAME+NAME` each one adds to the results of those before it.

    Raises ReaderUnknown for another name, and ReaderMissing if it is not installed or set up.
    """
    readers = [_make(name.strip()) for name in names.split(JOINT)]
    return readers[0] if len(readers) == 1 else Combination(readers)


def _make(name: str) -> Reader:
    if name not in _MAKERS:
        raise ReaderUnknown(f"reader {name!r} is not known; use one of: {', '.join(NAMES)}")
    return _MAKERS[name]()


def signature(reader: Reader) -> str:
    """The reader's name and version, for the keys of caches and the store."""
    return f"{reader.name} {reader.version}".strip()


class Combination:
    """Several readers: each adds to the result of those before it."""

    def __init__(self, readers: Sequence[Reader]) -> None:
        self._readers = readers
        self.name = JOINT.join(reader.name for reader in readers)
        self.version = " ".join(reader.version for reader in readers if reader.version)

    def read(self, found: Annotations) -> ReaderResult:  # noqa: D102
        first, *others = self._readers
        result = first.read(found)
        for reader in others:
            result = reader.extend(result, found)
        return result

    def extend(self, earlier: ReaderResult, found: Annotations) -> ReaderResult:  # noqa: D102
        for reader in self._readers:
            earlier = reader.extend(earlier, found)
        return earlier

    def forecast(self, articles: Sequence[Article]) -> str:
        """What the readers that wait for a server will ask."""
        waiting = [reader for reader in self._readers if isinstance(reader, Prefetching)]
        return "; ".join(reader.forecast(articles) for reader in waiting)

    def prefetch(
        self, articles: Sequence[Article], progress: Callable[[Article], object]
    ) -> dict[str, str]:
        """Let every reader that waits for a server prepare the articles."""
        failures: dict[str, str] = {}
        for reader in self._readers:
            if isinstance(reader, Prefetching):
                failures |= reader.prefetch(articles, progress)
        return failures
