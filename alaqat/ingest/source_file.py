"""What a door is given: one file, on disk or in an archive or uploaded, opened only when it is read."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from alaqat.ingest.limits import MIB, WHOLE
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

Found = Article | ArticleRefused


def silent(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file: `name` with its suffix, `where` as messages call it, `open` to read it.

    `beside` gives its sidecar, if there is one. `columns` are those the user named, `say` takes remarks that are
    no refusal. `packed` is true inside an archive.
    """

    name: str
    where: str
    open: Callable[[], BinaryIO]
    beside: Callable[[], Part | None] = lambda: None
    columns: Mapping[str, str] = field(default_factory=dict)
    say: Callable[[str], object] = silent
    packed: bool = False

    @property
    def suffix(self) -> str:
        """The last suffix, in lower case."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """The name without folders and suffix."""
        return PurePosixPath(self.name).stem

    def whole(self) -> bytes:
        """All bytes; raises ArticleRefused where they are too many or cannot be read."""
        try:
            with self.open() as file:
                data = file.read(WHOLE + 1)
        except OSError as error:
            raise unreadable(self.where, error) from error
        if len(data) > WHOLE:
            raise ArticleRefused(
                f"{self.where}: is larger than {WHOLE // MIB} MB; split it, or give rows as .jsonl"
            )
        return data


Door = Callable[[Part], Iterator[Found]]


def on_disk(
    path: Path, *, columns: Mapping[str, str] | None = None, say: Callable[[str], object] = silent
) -> Part:
    """The part that a file on disk is, with the sidecar `NAME.json` beside it."""

    def beside() -> Part | None:
        sidecar = path.with_suffix(".json")
        return on_disk(sidecar) if sidecar != path and sidecar.exists() else None

    return Part(path.name, str(path), lambda: path.open("rb"), beside, columns or {}, say)


def in_memory(name: str, data: bytes) -> Part:
    """The part that an upload is."""
    return Part(name, name, lambda: io.BytesIO(data))


def unreadable(where: str, error: OSError) -> ArticleRefused:
    """The refusal of what the system does not let us read."""
    return ArticleRefused(
        f"{where}: cannot be read ({error.strerror or error}); check its permissions"
    )
