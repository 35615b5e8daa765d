"""Read web archives (`.warc`): the article of every archived page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from alaqat.ingest.limits import PAGE
from alaqat.ingest.readers.html_page import read_page
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.model.errors import ArticleRefused

_PAGE_TYPES: Final = ("text/html", "application/xhtml")
_UNKNOWN_PACKINGS: Final = {"br": "brotli", "zstd": "Zstandard", "compress": "compress"}
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w-]{1,30})", re.IGNORECASE)


def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The articles of a `.warc` file; other records (images, requests, redirects) are counted."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - imported only for archives

    skipped = pages = 0
    with file.open() as stream:
        for record in ArchiveIterator(stream):
            content_type = _content_type(record)
            if not content_type.strip().lower().startswith(_PAGE_TYPES):
                skipped += 1
                continue
            pages += 1
            file.begin()
            try:
                yield _article(record, content_type, file)
            except ArticleRefused as refusal:
                yield refusal.at(_where(record, file))
    if skipped:
        file.say(f"{file.where}: {skipped} records that are no page were passed over")
    if not pages:
        yield ArticleRefused(
            f"{file.where}: holds no page that was answered; give an archive of articles"
        )


def _content_type(record: Any) -> str:
    """The Content-Type of a resource or successful response; "" for any other record."""
    if record.rec_type == "resource":
        headers = record.rec_headers
    elif _is_success(record):
        headers = record.http_headers
    else:
        return ""
    return headers.get_header("Content-Type") or ""


def _is_success(record: Any) -> bool:
    if record.rec_type != "response" or not record.http_headers:
        return False
    return bool(record.http_headers.get_statuscode() == "200")


def _article(record: Any, content_type: str, file: SourceFile) -> ArticleOrRefusal:
    url, where = _url(record), _where(record, file)
    if packing := _unknown_packing(record):
        raise ArticleRefused(
            f"{where}: is packed with {packing}, which cannot be unpacked here; "
            "crawl it without, or give the page as .html"
        )
    charset = _CHARSET.search(content_type)
    data = record.content_stream().read(PAGE + 1)
    return read_page(data, url=url, charset=charset[1] if charset else None, where=where)


def _url(record: Any) -> str | None:
    return record.rec_headers.get_header("WARC-Target-URI") or None


def _where(record: Any, file: SourceFile) -> str:
    return f"{file.where}, {_url(record) or 'a page without a link'}"


def _unknown_packing(record: Any) -> str | None:
    """The name of the packing of a page that the library leaves packed; None for any other."""
    headers = record.http_headers
    encoding = (headers.get_header("Content-Encoding") or "") if headers else ""
    return _UNKNOWN_PACKINGS.get(encoding.strip().lower())
