"""Long files line by line: what is held at any moment is one line, and a broken line is a refusal of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from alaqat.ingest.encoding import guess
from alaqat.ingest.limits import FREE, HEAD, LINE, MIB, RATIO, UNPACKED
from alaqat.ingest.source_file import Part
from alaqat.model.errors import ArticleRefused

_ENDINGS: Final = ("\n", "\r")


class Counted(io.RawIOBase):
    """A packed file that stops at the limits: more than `RATIO` times its packed size, or than `UNPACKED` bytes."""

    def __init__(self, stream: Any, *, packed: int, where: str, below: Any = None) -> None:
        self._stream, self._below, self._where, self._done = stream, below, where, 0
        self._most = min(UNPACKED, FREE + RATIO * packed)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer; raises ArticleRefused beyond the limit."""
        data = self._stream.read(len(buffer))
        self._done += len(data)
        if self._done > self._most:
            raise ArticleRefused(
                f"{self._where}: unpacks to more than {self._most // MIB} MB, as an archive made to fill disks does; "
                "unpack it yourself if you trust it"
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close what is read from, and what that is read from."""
        for stream in (self._stream, self._below):
            if stream is not None and not self.closed:
                stream.close()
        super().close()


def lines(part: Part, *, newline: str | None = None) -> Iterator[tuple[int, str | ArticleRefused]]:
    """Numbered lines with their ends, a refusal for each that is too long or not in the file's encoding."""
    with part.open() as raw:
        head, stream = _peeked(raw)
        encoding = guess(head) or "utf-8"
        escape = "surrogateescape" if encoding == "utf-8" else "replace"
        text = io.TextIOWrapper(stream, encoding=encoding, errors=escape, newline=newline)
        number = 0
        while line := text.readline(LINE):
            number += 1
            where = f"{part.where}, line {number}"
            if len(line) >= LINE and line[-1] not in _ENDINGS:
                _skip(text)
                yield (
                    number,
                    ArticleRefused(f"{where}: is longer than {LINE:,} characters; split it"),
                )
            elif (
                any("\udc80" <= char <= "\udcff" for char in line) if not line.isascii() else False
            ):
                yield (
                    number,
                    ArticleRefused(f"{where}: is not UTF-8 throughout; save the file as UTF-8"),
                )
            else:
                yield number, line.lstrip("\ufeff") if number == 1 else line


def _peeked(raw: BinaryIO) -> tuple[bytes, Any]:
    """The first bytes, and the stream that still begins with them."""
    stream = (
        io.BufferedReader(raw, HEAD)
        if isinstance(raw, io.RawIOBase)
        else io.BufferedReader(_Again(raw), HEAD)
    )
    return stream.peek(HEAD)[:HEAD], stream


class _Again(io.RawIOBase):
    """Any readable thing as the raw stream that a buffer wants."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _skip(text: io.TextIOWrapper) -> None:
    while (rest := text.readline(LINE)) and rest[-1] not in _ENDINGS:
        pass
