"""A file to read: on disk, in an archive or in memory, opened only when it is read."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from alaqat.ingest.limits import MIB, WHOLE
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

ArticleOrRefusal = Article | ArticleRefused


def silent(_: str) -> None:
    """Ignore a remark."""


def unwatched() -> None:
    """Ignore that a file of an archive begins."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file: `name` with its suffix, `where` as messages call it, `open` to read it.

    `sidecar` returns the JSON file with its metadata, or None. `columns` are the columns of tables
    that the user named, `say` receives remarks that are not refusals, `begin` is called when a
    file of an archive or a page of a crawl begins. `is_packed` is true inside an archive.
    """

    name: str
    where: str
    open: Callable[[], BinaryIO]
    sidecar: Callable[[], SourceFile | None] = lambda: None
    columns: Mapping[str, str] = field(default_factory=dict)
    say: Callable[[str], object] = silent
    begin: Callable[[], object] = unwatched
    is_packed: bool = False

    @property
    def suffix(self) -> str:
        """The last suffix, in lower case."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without folders and suffix."""
        return PurePosixPath(self.name).stem

    def read_all(self) -> bytes:
        """All bytes of the file; raises ArticleRefused if it is too large or cannot be read."""
        try:
            with self.open() as stream:
                data = stream.read(WHOLE + 1)
        except OSError as error:
            raise unreadable(self.where, error) from error
        if len(data) > WHOLE:
            raise ArticleRefused(
                f"{self.where}: is larger than {WHOLE // MIB} MB; split it, or give rows as .jsonl"
            )
        return data


FileReader = Callable[[SourceFile], Iterator[ArticleOrRefusal]]


def on_disk(
    path: Path, *, columns: Mapping[str, str] | None = None, say: Callable[[str], object] = silent
) -> SourceFile:
    """A file on disk, with the sidecar `NAME.json` of the same folder."""

    def sidecar() -> SourceFile | None:
        sidecar_path = path.with_suffix(".json")
        if sidecar_path == path or not sidecar_path.exists():
            return None
        return on_disk(sidecar_path)

    return SourceFile(path.name, str(path), lambda: path.open("rb"), sidecar, columns or {}, say)


def in_memory(name: str, data: bytes) -> SourceFile:
    """A file whose content is already in memory."""
    return SourceFile(name, name, lambda: io.BytesIO(data))


def unreadable(where: str, error: OSError) -> ArticleRefused:
    """The refusal of a file or folder that the system does not let us read."""
    return ArticleRefused(
        f"{where}: cannot be read ({error.strerror or error}); check its permissions"
    )
