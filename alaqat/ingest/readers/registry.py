"""Every way in: which door a file's name asks for, and folders walked through in order."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from alaqat.ingest import signatures
from alaqat.ingest.readers import csv_xlsx, docx_pdf, html_page, json_records, txt, warc
from alaqat.ingest.readers.zip_gz import PACKED, gzipped, is_sidecar, nested, zipped
from alaqat.ingest.source_file import Door, Found, Part, in_memory, on_disk, silent, unreadable
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

# Files that mark a folder as a store of builds, which holds no articles.
_STORE = ("CURRENT", "annotations.sqlite")


def through(part: Part) -> Iterator[Found]:
    """The articles of a file, by the door its suffix asks for; whatever breaks on the way is a refusal."""
    door = DOORS.get(part.suffix)
    if door is None:
        yield nested(part) if part.packed and part.suffix in PACKED else _no_door(part)
        return
    try:
        signatures.check(part)
        yield from door(part)
    except ArticleRefused as refusal:
        yield refusal
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        yield ArticleRefused(f"{part.where}: is cut short or broken ({error}); get or pack it anew")
    except Exception as error:
        # The libraries behind the doors raise what they like on a broken file; the rest of the batch goes on.
        yield _broken(part, error)


def _broken(part: Part, error: Exception) -> ArticleRefused:
    if isinstance(error, OSError) and error.errno is not None:
        return unreadable(part.where, error)
    said = " ".join(str(error).split())[:200]
    return ArticleRefused(
        f"{part.where}: cannot be read as {part.suffix} ({type(error).__name__}: {said}); save it anew"
    )


def _no_door(part: Part) -> ArticleRefused:
    kind = part.suffix or "a file without a suffix"
    return ArticleRefused(
        f"{part.where}: there is no way to read {kind}; give one of {', '.join(DOORS)}"
    )


DOORS: Mapping[str, Door] = {
    ".txt": txt.read,
    ".html": html_page.read,
    ".htm": html_page.read,
    ".xhtml": html_page.read,
    ".json": json_records.read_whole,
    ".jsonl": json_records.read_lines,
    ".ndjson": json_records.read_lines,
    ".csv": csv_xlsx.read_delimited,
    ".tsv": csv_xlsx.read_delimited,
    ".xlsx": csv_xlsx.read_workbook,
    ".docx": docx_pdf.read_docx,
    ".pdf": docx_pdf.read_pdf,
    ".warc": warc.read,
    ".zip": zipped(through),
    ".gz": gzipped(through),
}


def read(
    source: Path, *, columns: Mapping[str, str] | None = None, say: Callable[[str], object] = silent
) -> Iterator[Found]:
    """Articles of a file, or of every file below a folder, in path order.

    What cannot be used, `source` itself included, is yielded as the `ArticleRefused` that says why, so the
    rest goes on. `columns` names the columns of tables and records (`columns.parse`), `say` takes remarks.
    """
    try:
        kind = source.stat()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        text = f"{source}: there is no such file or folder; check the path"
        yield ArticleRefused(text) if missing else unreadable(str(source), error)
        return
    if not stat.S_ISDIR(kind.st_mode):
        yield from _file(source, columns, say)
        return
    empty = True
    for path in _below(source):
        empty = False
        yield from [path] if isinstance(path, ArticleRefused) else _file(path, columns, say)
    if empty:
        yield ArticleRefused(
            f"{source}: holds no .txt file nor any other kind of article; put the articles there"
        )


def _file(
    path: Path, columns: Mapping[str, str] | None, say: Callable[[str], object]
) -> Iterator[Found]:
    if not path.is_file():
        yield ArticleRefused(f"{path}: is no plain file; give a file or a folder")
        return
    yield from through(on_disk(path, columns=columns, say=say))


def _below(folder: Path) -> Iterator[Path | ArticleRefused]:
    """Files below a folder in path order, without hidden ones, sidecars and stores; refusals for closed folders."""
    closed: list[OSError] = []
    for at, folders, names in os.walk(folder, onerror=closed.append):
        while closed:
            error = closed.pop()
            yield unreadable(str(error.filename), error)
        if any(mark in names for mark in _STORE):
            folders[:] = []
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        held = set(names)
        yield from (
            Path(at) / name
            for name in sorted(held)
            if not name.startswith(".") and not is_sidecar(name, held)
        )
    for error in closed:
        yield unreadable(str(error.filename), error)


def article(path: Path) -> Article:
    """The one article in `path`; raises ArticleRefused, also where there is more than one."""
    found = list(read(path))
    if len(found) != 1:
        raise ArticleRefused(f"{path}: holds {len(found)} articles; give a file of one")
    if isinstance(found[0], ArticleRefused):
        raise found[0]
    return found[0]


def uploaded(
    files: Mapping[str, bytes],
    *,
    columns: Mapping[str, str] | None = None,
    say: Callable[[str], object] = silent,
) -> Iterator[Found]:
    """Articles of files that are in memory, by their names; `NAME.json` beside `NAME.txt` is its sidecar."""
    for name, data in files.items():
        if is_sidecar(name, files):
            continue
        beside = str(Path(name).with_suffix(".json"))
        sidecar = in_memory(beside, files[beside]) if beside in files and beside != name else None
        part = replace(in_memory(name, data), columns=columns or {}, say=say)
        yield from through(replace(part, beside=partial(_given, sidecar)))


def _given(sidecar: Part | None) -> Part | None:
    return sidecar
