"""Read long files line by line; a line that cannot be read is a refusal, and the rest goes on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final, Literal

from alaqat.arabic.encoding import HEAD, detect
from alaqat.ingest.limits import LINE, MIB, max_unpacked
from alaqat.ingest.source_file import SourceFile
from alaqat.model.errors import ArticleRefused

_LINE_ENDS: Final = ("\n", "\r")
# What the error handler "surrogateescape" makes of bytes that are not UTF-8.
_ESCAPED: Final = re.compile("[\udc80-\udcff]")


class LimitedStream(io.RawIOBase):
    """An unpacked stream that raises ArticleRefused once it is longer than an archive may be.

    `parent` is the packed file, closed with the stream.
    """

    def __init__(self, stream: Any, *, packed_size: int, where: str, parent: Any = None) -> None:
        self._stream, self._parent, self._where, self._size = stream, parent, where, 0
        self._limit = max_unpacked(packed_size)

    def readable(self) -> Literal[True]:
        """True: the stream can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer; raises ArticleRefused beyond the limit."""
        data = self._stream.read(len(buffer))
        self._size += len(data)
        if self._size > self._limit:
            raise too_large_unpacked(self._where, self._limit)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream and the packed file."""
        for stream in (self._stream, self._parent):
            if stream is not None and not self.closed:
                stream.close()
        super().close()


def too_large_unpacked(where: str, limit: int) -> ArticleRefused:
    """The refusal of an archive that unpacks to more than `limit` bytes."""
    return ArticleRefused(
        f"{where}: unpacks to more than {limit // MIB} MB, as an archive made to fill disks does; "
        "unpack it yourself if you trust it"
    )


def lines(
    file: SourceFile, *, newline: str | None = None
) -> Iterator[tuple[int, str | ArticleRefused]]:
    """Numbered lines with their line ends.

    A line that is too long or not in the encoding of the file is a refusal. `newline` is that of
    `io.TextIOWrapper`.
    """
    with file.open() as raw:
        head, stream = _peek(raw)
        encoding = detect(head) or "utf-8"
        errors = "surrogateescape" if encoding == "utf-8" else "replace"
        text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=newline)
        number = 0
        while line := text.readline(LINE):
            number += 1
            if problem := _problem(line):
                _skip_rest(line, text)
                yield number, ArticleRefused(f"{file.where}, line {number}: {problem}")
            else:
                yield number, line.lstrip("\ufeff") if number == 1 else line


def _problem(line: str) -> str | None:
    """Why the line cannot be used; None if it can."""
    if _is_cut(line):
        return f"is longer than {LINE:,} characters; split it"
    if not line.isascii() and _ESCAPED.search(line):
        return "is not UTF-8 throughout; save the file as UTF-8"
    return None


def _is_cut(line: str) -> bool:
    """True if `readline` stopped at its limit and not at a line end."""
    return len(line) >= LINE and line[-1] not in _LINE_ENDS


def _skip_rest(line: str, text: io.TextIOWrapper) -> None:
    """Read to the end of a line that is too long."""
    while _is_cut(line):
        line = text.readline(LINE)


def _peek(raw: BinaryIO) -> tuple[bytes, Any]:
    """The first bytes, and the stream that still begins with them."""
    source = raw if isinstance(raw, io.RawIOBase) else _RawAdapter(raw)
    stream = io.BufferedReader(source, HEAD)
    return stream.peek(HEAD)[:HEAD], stream


class _RawAdapter(io.RawIOBase):
    """Any binary stream as the raw stream that `io.BufferedReader` needs."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> Literal[True]:
        """True: the stream can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
