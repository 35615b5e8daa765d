"""The reader of each file kind, and reading of files and folders."""

from __future__ import annotations

import gzip
import lzma
import os
import stat
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from alaqat.ingest import signatures
from alaqat.ingest.readers import (
    docx,
    html_page,
    json_records,
    mhtml,
    pdf,
    rtf,
    tables,
    txt,
    warc,
)
from alaqat.ingest.readers.zip_gz import (
    ARCHIVES,
    PACKED,
    is_sidecar,
    nested,
    packed_reader,
    tar_reader,
    zip_reader,
)
from alaqat.ingest.source_file import (
    ArticleOrRefusal,
    FileReader,
    SourceFile,
    on_disk,
    silent,
    unreadable,
)
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

# Files that mark a folder as a store of builds, which holds no articles.
_STORE_FILES: Final = ("CURRENT", "annotations.sqlite")
_LONGEST_ERROR: Final = 200


def read_source(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of a file, by the reader of its suffix; every error is a refusal."""
    reader = READERS.get(file.suffix)
    if reader is None:
        is_nested = file.is_packed and file.suffix in ARCHIVES
        yield (nested(file) if is_nested else _no_reader(file)).at(file.where)
        return
    try:
        file.begin()
        signatures.check(file)
        for result in reader(file):
            yield result.at(file.where) if isinstance(result, ArticleRefused) else result
    except ArticleRefused as refusal:
        yield refusal.at(file.where)
    except (gzip.BadGzipFile, zlib.error, lzma.LZMAError, EOFError) as error:
        yield ArticleRefused(
            f"{file.where}: is cut short or broken ({error}); get or pack it anew"
        ).at(file.where)
    except MemoryError:
        yield ArticleRefused(f"{file.where}: needs more memory than a file may; split it").at(
            file.where
        )
    except Exception as error:
        # Libraries raise exceptions of any type on a broken file; the other files are still read.
        yield _broken(file, error).at(file.where)


def _broken(file: SourceFile, error: Exception) -> ArticleRefused:
    if isinstance(error, OSError) and error.errno is not None:
        return unreadable(file.where, error)
    message = " ".join(str(error).split())[:_LONGEST_ERROR]
    return ArticleRefused(
        f"{file.where}: cannot be read as {file.suffix} ({type(error).__name__}: {message}); "
        "save it anew"
    )


def _no_reader(file: SourceFile) -> ArticleRefused:
    kind = file.suffix or "a file without a suffix"
    advice = _ADVICE.get(file.suffix) or f"give one of {', '.join(READERS)}"
    return ArticleRefused(f"{file.where}: there is no way to read {kind}; {advice}")


# What to do with kinds of files that no library reads that is well kept and free to use.
_AS_DOCX: Final = "open it in Word or LibreOffice and save it as .docx"
_UNPACK: Final = "unpack it and give the files"
_ADVICE: Final = {
    ".doc": _AS_DOCX,
    ".odt": _AS_DOCX,
    ".pages": _AS_DOCX,
    ".wps": _AS_DOCX,
    ".epub": "save its text as .txt or .html",
    ".xml": "give a feed by its address as feed:https://…, or records as .jsonl or .csv",
    ".eml": "save its text as .txt, or the page as .html",
    ".7z": _UNPACK,
    ".rar": _UNPACK,
    ".zst": _UNPACK,
    ".lz4": _UNPACK,
    ".parquet": "save it as .csv or .jsonl",
    ".sqlite": "save its table as .csv or .jsonl",
    ".db": "save its table as .csv or .jsonl",
    ".png": "a picture has no text; give the text as .txt",
    ".jpg": "a picture has no text; give the text as .txt",
    ".jpeg": "a picture has no text; give the text as .txt",
}
READERS: Mapping[str, FileReader] = {
    ".txt": txt.read,
    ".html": html_page.read,
    ".htm": html_page.read,
    ".xhtml": html_page.read,
    ".mhtml": mhtml.read,
    ".mht": mhtml.read,
    ".json": json_records.read_document,
    ".jsonl": json_records.read_lines,
    ".ndjson": json_records.read_lines,
    ".jl": json_records.read_lines,
    ".csv": tables.read_delimited,
    ".tsv": tables.read_delimited,
    ".xlsx": tables.read_workbook,
    ".xlsm": tables.read_workbook,
    ".xlsb": tables.read_workbook,
    ".xls": tables.read_workbook,
    ".ods": tables.read_workbook,
    ".docx": docx.read,
    ".rtf": rtf.read,
    ".pdf": pdf.read,
    ".warc": warc.read,
    ".zip": zip_reader(read_source),
    ".tar": tar_reader(read_source),
    **dict.fromkeys(PACKED, packed_reader(read_source)),
}


def read(
    path: Path, *, columns: Mapping[str, str] | None = None, say: Callable[[str], object] = silent
) -> Iterator[ArticleOrRefusal]:
    """Articles of a file, or of every file below a folder, in path order.

    What cannot be used, `path` itself included, is yielded as ArticleRefused, and the rest goes
    on. `columns` names the columns of tables and records (`parse_columns`), `say` receives remarks.
    """
    for item in files_of(path):
        if isinstance(item, ArticleRefused):
            yield item
        else:
            yield from read_source(on_disk(item, columns=columns, say=say))


def files_of(path: Path) -> Iterator[Path | ArticleRefused]:
    """The file, or the files below the folder in path order; a refusal for what is none."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        yield _no_path(path, error).at(str(path))
        return
    if not stat.S_ISDIR(mode):
        yield _plain_file(path)
        return
    is_empty = True
    for item in _files_below(path):
        is_empty = False
        yield item if isinstance(item, ArticleRefused) else _plain_file(item)
    if is_empty:
        yield ArticleRefused(
            f"{path}: holds no .txt file nor any other kind of article; put the articles there"
        ).at(str(path))


def _plain_file(path: Path) -> Path | ArticleRefused:
    if path.is_file():
        return path
    return ArticleRefused(f"{path}: is no plain file; give a file or a folder").at(str(path))


def _no_path(path: Path, error: OSError) -> ArticleRefused:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ArticleRefused(f"{path}: there is no such file or folder; check the path")
    return unreadable(str(path), error)


def _files_below(root: Path) -> Iterator[Path | ArticleRefused]:
    """Files below a folder in path order, without hidden files, sidecars and stores.

    A folder that cannot be listed is a refusal.
    """
    errors: list[OSError] = []
    for folder, subfolders, names in os.walk(root, onerror=errors.append):
        yield from _unreadable_folders(errors)
        if any(name in names for name in _STORE_FILES):
            subfolders[:] = []
            continue
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        visible = {name for name in names if not name.startswith(".")}
        yield from (
            Path(folder) / name for name in sorted(visible) if not is_sidecar(name, visible)
        )
    yield from _unreadable_folders(errors)


def _unreadable_folders(errors: list[OSError]) -> Iterator[ArticleRefused]:
    """The refusals of `errors`, which is emptied."""
    while errors:
        error = errors.pop()
        yield unreadable(str(error.filename), error)


def article(path: Path) -> Article:
    """The one article in `path`; raises ArticleRefused, also if there is more than one."""
    results = list(read(path))
    if len(results) != 1:
        raise ArticleRefused(f"{path}: holds {len(results)} articles; give a file of one")
    (result,) = results
    if isinstance(result, ArticleRefused):
        raise result
    return result
