"""Read pages that browsers save as one file (`.mhtml`, `.mht`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect
from email.message import EmailMessage
from typing import cast

from alaqat.ingest.metadata.sidecar import read_sidecar
from alaqat.ingest.readers.html_page import read_page
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.model.errors import ArticleRefused


def read(file: SourceFile) -> Iterator[ArticleOrRefusal]:
    """The one article of the first page in the file; its day of saving is not used."""
    message = cast(EmailMessage, message_from_bytes(file.read_all(), policy=policy.compat32))
    page = next((part for part in message.walk() if _is_page(part)), None)
    if page is None:
        raise ArticleRefused(f"{file.where}: holds no page; save the page anew, or as .html")
    if _is_cut_off(message, page):
        raise ArticleRefused(f"{file.where}: ends inside the page; save the page anew")
    location = page.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    article = read_page(
        cast(bytes, page.get_payload(decode=True)) or b"",
        url=location if location.startswith(("http://", "https://")) else None,
        charset=page.get_content_charset(),
        where=file.where,
        metadata=read_sidecar(file),
    )
    yield replace(article, name=file.stem)


def _is_cut_off(message: EmailMessage, page: EmailMessage) -> bool:
    """True if the file ends in its page, before the line that closes its parts."""
    *_, last = message.walk()
    return last is page and any(
        isinstance(one, CloseBoundaryNotFoundDefect) for one in message.defects
    )


def _is_page(part: EmailMessage) -> bool:
    return part.get_content_type() in {"text/html", "application/xhtml+xml"}
