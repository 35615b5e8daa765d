"""Read archives: `.gz`, `.bz2` and `.xz` of one file, `.zip` and `.tar` of many.

Bombs, paths that lead out of the archive, symbolic links and nested archives are refused.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import shutil
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final, cast

from alaqat.ingest.limits import MEMBERS, max_unpacked
from alaqat.ingest.line_reader import LimitedStream, too_large_unpacked
from alaqat.ingest.source_file import ArticleOrRefusal, FileReader, SourceFile
from alaqat.model.errors import ArticleRefused

ARCHIVES: Final = frozenset(
    (".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst", ".tbz2", ".txz")
)
# Suffixes of one packed file, what unpacks it, and the suffix that the file inside has then.
PACKED: Final[Mapping[str, tuple[Any, str]]] = {
    ".gz": (gzip.open, ""),
    ".bz2": (bz2.open, ""),
    ".xz": (lzma.open, ""),
    ".tgz": (gzip.open, ".tar"),
    ".tbz2": (bz2.open, ".tar"),
    ".txz": (lzma.open, ".tar"),
}
# Suffixes of files with one article, which may have a sidecar.
WITH_SIDECAR: Final = (
    ".txt",
    ".html",
    ".htm",
    ".xhtml",
    ".mhtml",
    ".mht",
    ".docx",
    ".rtf",
    ".pdf",
)
_LEADS_OUT: Final = "its path leads out of the archive; pack it anew"
_LINKED: Final = "is a link to another file; pack the file itself"
_ENCRYPTED: Final = 1  # bit of the general purpose flags (APPNOTE 4.4.4)


@dataclass(frozen=True, slots=True)
class _Member:
    """A file in an archive: why it must not be read, if so, its packed size, and how to open it."""

    name: str
    problem: str | None
    packed_size: int
    open: Callable[[], Any]


def packed_reader(read_source: FileReader) -> FileReader:
    """The reader of `.gz` and the like: the file inside is read by `read_source`, under its name.

    A `.tar` inside is read as an archive of many.
    """

    def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
        if file.is_packed:
            raise nested(file)
        _, suffix = PACKED[file.suffix]
        name = file.name[: -len(file.suffix)] + suffix
        is_packed = not name.lower().endswith(".tar")
        yield from read_source(
            replace(file, name=name, open=partial(_unpacked, file), is_packed=is_packed)
        )

    return read


def _unpacked(file: SourceFile) -> BinaryIO:
    raw = file.open()
    size = raw.seek(0, os.SEEK_END)
    raw.seek(0)
    unpacker, _ = PACKED[file.suffix]
    limited = LimitedStream(unpacker(raw), packed_size=size, where=file.where, parent=raw)
    return cast(BinaryIO, io.BufferedReader(limited))


def tar_reader(read_source: FileReader) -> FileReader:
    """The reader of `.tar`: each file inside is read by `read_source`.

    A packed one is unpacked to a temporary file, since its files are read in the order of names.
    """

    def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
        if file.is_packed:
            raise nested(file)
        with file.open() as raw, tempfile.TemporaryFile() as unpacked:
            shutil.copyfileobj(raw, unpacked)
            unpacked.seek(0)
            with tarfile.open(fileobj=unpacked, mode="r:") as archive:
                infos = [info for info in archive if _is_visible_tar_member(info)]
                if len(infos) > MEMBERS:
                    raise _too_many(file.where)
                members = [
                    _Member(
                        info.name.removeprefix("./"),
                        _tar_problem(info),
                        max(info.size, 1),
                        partial(archive.extractfile, info),
                    )
                    for info in infos
                ]
                yield from _read_members(members, file, read_source)

    return read


def _is_visible_tar_member(info: tarfile.TarInfo) -> bool:
    return not info.isdir() and not any(map(_is_hidden, info.name.split("/")))


def _tar_problem(info: tarfile.TarInfo) -> str | None:
    """Why the member must not be read; None if it may."""
    if _is_outside(info.name.replace("\\", "/")):
        return _LEADS_OUT
    return None if info.isfile() else _LINKED


def zip_reader(read_source: FileReader) -> FileReader:
    """The reader of `.zip`: each file inside is read by `read_source`."""

    def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
        if file.is_packed:
            raise nested(file)
        with file.open() as raw, zipfile.ZipFile(raw) as archive:
            members = [member for member in archive.infolist() if _is_visible_file(member)]
            size = raw.seek(0, os.SEEK_END)
            require_no_bomb(members, packed_size=size, where=file.where)
            yield from _read_members(
                [
                    _Member(
                        info.filename,
                        _problem(info),
                        max(info.compress_size, 1),
                        partial(archive.open, info),
                    )
                    for info in members
                ],
                file,
                read_source,
            )

    return read


def _read_members(
    members: Sequence[_Member], file: SourceFile, read_source: FileReader
) -> Iterator[ArticleOrRefusal]:
    if not members:
        yield ArticleRefused(f"{file.where}: holds no file; put the articles in it or remove it")
    by_name = {member.name: member for member in members}
    for member in sorted(members, key=lambda member: member.name):
        if member.problem:
            where = f"{file.where}: {member.name}"
            yield ArticleRefused(f"{where}: {member.problem}").at(where)
        elif not is_sidecar(member.name, by_name):
            yield from read_source(_member_file(member, by_name, file))


def _member_file(member: _Member, by_name: Mapping[str, _Member], file: SourceFile) -> SourceFile:
    """A file in the archive; its sidecar is the `.json` of the same name in `by_name`."""
    where = f"{file.where}: {member.name}"

    def open_member() -> BinaryIO:
        limited = LimitedStream(member.open(), packed_size=member.packed_size, where=where)
        return cast(BinaryIO, io.BufferedReader(limited))

    def sidecar() -> SourceFile | None:
        name = str(PurePosixPath(member.name).with_suffix(".json"))
        if name == member.name or name not in by_name:
            return None
        return _member_file(by_name[name], {}, file)

    return replace(
        file, name=member.name, where=where, open=open_member, sidecar=sidecar, is_packed=True
    )


def is_sidecar(name: str, names: Container[str]) -> bool:
    """True if `name` is the `.json` of another file in `names`."""
    path = PurePosixPath(name)
    if path.suffix.lower() != ".json":
        return False
    return any(str(path.with_suffix(suffix)) in names for suffix in WITH_SIDECAR)


def _is_visible_file(member: zipfile.ZipInfo) -> bool:
    return not member.is_dir() and not any(map(_is_hidden, member.filename.split("/")))


def _is_hidden(piece: str) -> bool:
    """True for a file or folder name that begins with a dot, and for the folder of macOS."""
    return piece == "__MACOSX" or (piece.startswith(".") and piece not in {".", ".."})


def _problem(member: zipfile.ZipInfo) -> str | None:
    """Why the member must not be read; None if it may."""
    if _is_outside(member.filename.replace("\\", "/")):
        return _LEADS_OUT
    if stat.S_ISLNK(member.external_attr >> 16):
        return _LINKED
    if member.flag_bits & _ENCRYPTED:
        return "is locked with a password; unpack it and give the files"
    return None


def _is_outside(name: str) -> bool:
    """True for absolute paths, those with a drive letter, and those with a parent folder."""
    return name.startswith("/") or name[1:2] == ":" or ".." in name.split("/")


def nested(file: SourceFile) -> ArticleRefused:
    """The refusal of an archive in an archive."""
    return ArticleRefused(
        f"{file.where}: is an archive in an archive; unpack it and give the files"
    )


def require_no_bomb(members: Sequence[zipfile.ZipInfo], *, packed_size: int, where: str) -> None:
    """Raise ArticleRefused if an archive of `packed_size` bytes exceeds the limits by its index."""
    if len(members) > MEMBERS:
        raise _too_many(where)
    limit = max_unpacked(packed_size)
    if sum(member.file_size for member in members) > limit:
        raise too_large_unpacked(where, limit)


def _too_many(where: str) -> ArticleRefused:
    return ArticleRefused(
        f"{where}: holds more than {MEMBERS:,} files; split it, or give rows as .jsonl"
    )
