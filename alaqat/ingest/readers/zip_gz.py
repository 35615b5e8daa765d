"""Read archives: `.gz` of one file, `.zip` of many.

Zip bombs, paths that lead out of the archive, symbolic links and nested archives are refused.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import zipfile
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final, cast

from alaqat.ingest.limits import MEMBERS, max_unpacked
from alaqat.ingest.line_reader import LimitedStream, too_large_unpacked
from alaqat.ingest.source_file import ArticleOrRefusal, FileReader, SourceFile
from alaqat.model.errors import ArticleRefused

ARCHIVES: Final = frozenset((".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst"))
# Suffixes of files with one article, which may have a sidecar.
WITH_SIDECAR: Final = (".txt", ".html", ".htm", ".xhtml", ".docx", ".pdf")
_ENCRYPTED: Final = 1  # bit of the general purpose flags (APPNOTE 4.4.4)


def gzip_reader(read_source: FileReader) -> FileReader:
    """The reader of `.gz`: the file inside is read by `read_source`, under its name without .gz."""

    def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
        if file.is_packed:
            raise nested(file)
        name = file.name[: -len(".gz")]
        yield from read_source(
            replace(file, name=name, open=lambda: _unzipped(file), is_packed=True)
        )

    return read


def _unzipped(file: SourceFile) -> BinaryIO:
    raw = file.open()
    size = raw.seek(0, os.SEEK_END)
    raw.seek(0)
    stream = cast(Any, gzip.GzipFile(fileobj=raw))
    limited = LimitedStream(stream, packed_size=size, where=file.where, parent=raw)
    return cast(BinaryIO, io.BufferedReader(limited))


def zip_reader(read_source: FileReader) -> FileReader:
    """The reader of `.zip`: each file inside is read by `read_source`."""

    def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
        if file.is_packed:
            raise nested(file)
        with file.open() as raw, zipfile.ZipFile(raw) as archive:
            members = [member for member in archive.infolist() if _is_visible_file(member)]
            size = raw.seek(0, os.SEEK_END)
            require_no_bomb(members, packed_size=size, where=file.where)
            if not members:
                yield ArticleRefused(
                    f"{file.where}: holds no file; put the articles in it or remove it"
                )
            yield from _read_members(archive, members, file, read_source)

    return read


def _read_members(
    archive: zipfile.ZipFile,
    members: Sequence[zipfile.ZipInfo],
    file: SourceFile,
    read_source: FileReader,
) -> Iterator[ArticleOrRefusal]:
    by_name = {member.filename: member for member in members}
    for member in sorted(members, key=lambda member: member.filename):
        if problem := _problem(member):
            yield ArticleRefused(f"{file.where}: {member.filename}: {problem}")
        elif not is_sidecar(member.filename, by_name):
            yield from read_source(_member_file(archive, member, by_name, file))


def _member_file(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    by_name: Mapping[str, zipfile.ZipInfo],
    file: SourceFile,
) -> SourceFile:
    """A file in the archive; its sidecar is the `.json` of the same name in `by_name`."""
    where = f"{file.where}: {member.filename}"

    def open_member() -> BinaryIO:
        size = max(member.compress_size, 1)
        limited = LimitedStream(archive.open(member), packed_size=size, where=where)
        return cast(BinaryIO, io.BufferedReader(limited))

    def sidecar() -> SourceFile | None:
        name = str(PurePosixPath(member.filename).with_suffix(".json"))
        if name == member.filename or name not in by_name:
            return None
        return _member_file(archive, by_name[name], {}, file)

    return replace(
        file, name=member.filename, where=where, open=open_member, sidecar=sidecar, is_packed=True
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
        return "its path leads out of the archive; pack it anew"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "is a link to another file; pack the file itself"
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
        raise ArticleRefused(
            f"{where}: holds more than {MEMBERS:,} files; split it, or give rows as .jsonl"
        )
    limit = max_unpacked(packed_size)
    if sum(member.file_size for member in members) > limit:
        raise too_large_unpacked(where, limit)
