"""The door for web archives (`.warc`): every page that was answered with an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from alaqat.ingest.limits import PAGE
from alaqat.ingest.readers.html_page import page
from alaqat.ingest.source_file import Found, Part
from alaqat.model.errors import ArticleRefused

_PAGE: Final = ("text/html", "application/xhtml")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w-]{1,30})", re.IGNORECASE)


def read(part: Part) -> Iterator[Found]:
    """The articles of a `.warc` file; what is no page (pictures, requests, redirects) is passed over and counted."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - only this door pays for it

    passed = taken = 0
    with part.open() as file:
        for record in ArchiveIterator(file):
            kind, charset = _kind(record)
            if not kind.startswith(_PAGE):
                passed += 1
                continue
            taken += 1
            try:
                yield _article(record, charset, part)
            except ArticleRefused as refusal:
                yield refusal
    if passed:
        part.say(f"{part.where}: {passed} records that are no page were passed over")
    if not taken:
        yield ArticleRefused(
            f"{part.where}: holds no page that was answered; give an archive of articles"
        )


def _kind(record: Any) -> tuple[str, str | None]:
    """The content type of an answered page and its charset; ("", None) for anything else."""
    if record.rec_type == "resource":
        said = record.rec_headers.get_header("Content-Type") or ""
    elif (
        record.rec_type == "response"
        and record.http_headers
        and record.http_headers.get_statuscode() == "200"
    ):
        said = record.http_headers.get_header("Content-Type") or ""
    else:
        return "", None
    charset = _CHARSET.search(said)
    return said.strip().lower(), charset[1] if charset else None


def _article(record: Any, charset: str | None, part: Part) -> Found:
    url = record.rec_headers.get_header("WARC-Target-URI") or None
    where = f"{part.where}, {url or 'a page without a link'}"
    return page(record.content_stream().read(PAGE + 1), url=url, charset=charset, where=where)
