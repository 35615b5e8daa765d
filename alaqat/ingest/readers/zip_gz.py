"""The doors for packed files: `.gz` of one file, `.zip` of many; bombs, paths that lead out and archives in archives
are refused."""

from __future__ import annotations

import gzip
import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final, cast

from alaqat.ingest.limits import FREE, MEMBERS, MIB, RATIO, UNPACKED
from alaqat.ingest.line_reader import Counted
from alaqat.ingest.source_file import Door, Found, Part
from alaqat.model.errors import ArticleRefused

PACKED: Final = frozenset((".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst"))
# Turns a part into its articles: the registry of doors, given by it so that archives need not know it.
Through = Callable[[Part], Iterator[Found]]


def gzipped(through: Through) -> Door:
    """The door for `.gz`: the file inside goes `through` the door that its name without `.gz` asks for."""

    def read(part: Part) -> Iterator[Found]:
        if part.packed:
            raise nested(part)
        inner = replace(
            part, name=part.name[: -len(".gz")], open=lambda: _unzipped(part), packed=True
        )
        yield from through(inner)

    return read


def _unzipped(part: Part) -> BinaryIO:
    raw = part.open()
    size = raw.seek(0, os.SEEK_END)
    raw.seek(0)
    packed = cast(Any, gzip.GzipFile(fileobj=raw))
    return cast(
        BinaryIO, io.BufferedReader(Counted(packed, packed=size, where=part.where, below=raw))
    )


def zipped(through: Through) -> Door:
    """The door for `.zip`: each file inside goes `through` the door its name asks for."""

    def read(part: Part) -> Iterator[Found]:
        if part.packed:
            raise nested(part)
        with part.open() as raw, zipfile.ZipFile(raw) as packed:
            members = [
                info
                for info in packed.infolist()
                if not info.is_dir() and not _hidden(info.filename)
            ]
            size = raw.seek(0, os.SEEK_END)
            require_no_bomb(members, packed=size, where=part.where)
            if not members:
                yield ArticleRefused(
                    f"{part.where}: holds no file; put the articles in it or remove it"
                )
            yield from _members(packed, members, part, through)

    return read


def _members(
    packed: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], part: Part, through: Through
) -> Iterator[Found]:
    named = {info.filename: info for info in members}
    for info in sorted(members, key=lambda info: info.filename):
        where = f"{part.where}: {info.filename}"
        if why := _wrong(info):
            yield ArticleRefused(f"{where}: {why}")
        elif not is_sidecar(info.filename, named):
            yield from through(_member(packed, info, named, part))


def _member(
    packed: zipfile.ZipFile, info: zipfile.ZipInfo, named: dict[str, zipfile.ZipInfo], part: Part
) -> Part:
    where = f"{part.where}: {info.filename}"

    def opened() -> BinaryIO:
        limits = Counted(packed.open(info), packed=max(info.compress_size, 1), where=where)
        return cast(BinaryIO, io.BufferedReader(limits))

    def beside() -> Part | None:
        sidecar = named.get(str(PurePosixPath(info.filename).with_suffix(".json")))
        return _member(packed, sidecar, {}, part) if sidecar and sidecar is not info else None

    return replace(part, name=info.filename, where=where, open=opened, beside=beside, packed=True)


def is_sidecar(name: str, names: Any) -> bool:
    """Whether `name` is the `.json` of another file among `names`."""
    path = PurePosixPath(name)
    return path.suffix.lower() == ".json" and any(
        str(path.with_suffix(one)) in names for one in SINGLE
    )


# The suffixes of files that hold one article, and so may have a sidecar.
SINGLE: Final = (".txt", ".html", ".htm", ".xhtml", ".docx", ".pdf")


def _hidden(name: str) -> bool:
    return any(
        (piece.startswith(".") and piece not in (".", "..")) or piece == "__MACOSX"
        for piece in name.split("/")
    )


def _wrong(info: zipfile.ZipInfo) -> str | None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return "its path leads out of the archive; pack it anew"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link to another file; pack the file itself"
    if info.flag_bits & 1:
        return "is locked with a password; unpack it and give the files"
    return None


def nested(part: Part) -> ArticleRefused:
    """The refusal of an archive in an archive."""
    return ArticleRefused(
        f"{part.where}: is an archive in an archive; unpack it and give the files"
    )


def require_no_bomb(members: Sequence[zipfile.ZipInfo], *, packed: int, where: str) -> None:
    """Raise ArticleRefused where an archive of `packed` bytes says that it holds more than the limits."""
    if len(members) > MEMBERS:
        raise ArticleRefused(
            f"{where}: holds more than {MEMBERS:,} files; split it, or give rows as .jsonl"
        )
    most = min(UNPACKED, FREE + RATIO * packed)
    if sum(info.file_size for info in members) > most:
        raise ArticleRefused(
            f"{where}: unpacks to more than {most // MIB} MB, as an archive made to fill disks does; "
            "unpack it yourself if you trust it"
        )
