"""What a server answered: a body of a type that we read, or the sentence that says why there is none."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final, NoReturn

from urllib3 import BaseHTTPResponse

from alaqat.ingest.net import transport
from alaqat.ingest.net.safe_url import Kind, Link, LinkRefused

MB: Final = 1_000_000
PAGE: Final = "text/html"
TYPES: Final = frozenset(
    {
        PAGE,
        "application/xhtml+xml",
        "text/xml",
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/pdf",
        "text/plain",
        "application/json",
    }
)
_CODINGS: Final = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_VALIDATOR: Final = re.compile(r"[\x20-\x7e]{1,500}")
_WHY: Final[Mapping[int, tuple[Kind, str]]] = {
    401: ("closed", "is closed to us (401); it wants a password"),
    402: ("closed", "is closed to us (402); it wants to be paid"),
    403: ("closed", "is closed to us (403)"),
    404: ("missing", "does not exist (404); check the link"),
    407: ("closed", "is closed to us (407)"),
    410: ("missing", "exists no more (410)"),
    451: ("closed", "is closed for legal reasons (451)"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier answer gave to ask «anything new?» with."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: `url` after redirects; `body` decompressed, empty where `status` is 304 (nothing new)."""

    url: str
    status: int
    body: bytes
    content_type: str
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def known(self) -> Known:
        """What to ask with the next time."""
        return Known(self.etag, self.last_modified)


def refuse(here: Link, kind: Kind, why: str, *, wait: float | None = None) -> NoReturn:
    """Raise LinkRefused for `here`."""
    raise LinkRefused(here.url, why, kind=kind, host=here.host, wait=wait)


def conditions(known: Known | None) -> dict[str, str]:
    """The headers of a conditional request."""
    asked = (
        {}
        if known is None
        else {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    )
    return {name: value for name, value in asked.items() if value and _VALIDATOR.fullmatch(value)}


def read(here: Link, response: BaseHTTPResponse, *, most: int, page: bool) -> Fetched:
    """What `response` brings, at most `most` bytes; a `page` must be of a type we read. Raises LinkRefused."""
    etag, last_modified = (response.headers.get(name) for name in ("ETag", "Last-Modified"))
    if response.status == 304:
        return Fetched(here.url, 304, b"", "", None, etag, last_modified)
    if response.status not in {200, 203}:
        _refuse_status(here, response)
    if (
        not {
            coding.strip()
            for coding in response.headers.get("Content-Encoding", "").lower().split(",")
        }
        <= _CODINGS
    ):
        refuse(here, "broken", "is packed in a way we did not ask for")
    content_type, charset = _described(response.headers.get("Content-Type", ""))
    if page and content_type and content_type not in TYPES:
        refuse(here, "type", f"is of type {content_type}; give a page, a feed, a PDF or text")
    body = transport.body(response, most=most)
    if len(body) > most and page:
        refuse(here, "size", f"is larger than {most // MB} MB")
    if page and not content_type:
        content_type = _sniffed(body) or refuse(here, "type", "does not say of what type it is")
    return Fetched(here.url, 200, body[:most], content_type, charset, etag, last_modified)


def _refuse_status(here: Link, response: BaseHTTPResponse) -> NoReturn:
    status, wait = response.status, _wait(response.headers.get("Retry-After", ""))
    if status == 429 or (status == 503 and wait is not None):
        refuse(
            here,
            "wait",
            f"asks us to wait ({status}{'' if wait is None else f', retry after {wait:.0f} s'})",
            wait=wait,
        )
    if status in _WHY:
        kind, why = _WHY[status]
        refuse(here, kind, why)
    if status >= 500:
        refuse(here, "broken", f"is out of order ({status}); try it again later")
    refuse(here, "status", f"gives no page but the answer {status}")


def _wait(value: str) -> float | None:
    """Retry-After, in seconds: a number or a date (RFC 9110, 10.2.3)."""
    if re.fullmatch(r"[0-9]{1,9}", value):
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    now = datetime.now(UTC)
    return max(0.0, ((then if then.tzinfo else then.replace(tzinfo=UTC)) - now).total_seconds())


def _described(header: str) -> tuple[str, str | None]:
    """Type and charset of a Content-Type; a charset that does not exist is None."""
    message = Message()
    message["Content-Type"] = re.sub(r"[^\x20-\x7e]", "", header[:500])
    if not header.strip():
        return "", None
    charset = message.get_param("charset")
    try:
        return message.get_content_type(), codecs.lookup(charset).name if isinstance(
            charset, str
        ) else None
    except (LookupError, ValueError):
        return message.get_content_type(), None


def _sniffed(body: bytes) -> str | None:
    """The type of a body that came without one, where its first bytes leave no doubt."""
    head = body[:500].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if head.startswith(b"%pdf-"):
        return "application/pdf"
    if head.startswith((b"<!doctype html", b"<html")):
        return PAGE
    return "application/xml" if head.startswith((b"<?xml", b"<rss", b"<feed")) else None
