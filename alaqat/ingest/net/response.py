"""Check an HTTP response: return its body, or refuse it by status, type or size."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
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
_SUCCESS: Final = frozenset({HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION})
_ENCODINGS: Final = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_VALIDATOR: Final = re.compile(r"[\x20-\x7e]{1,500}")
_SIGNATURES: Final = (
    (b"%pdf-", "application/pdf"),
    (b"<!doctype html", PAGE),
    (b"<html", PAGE),
    (b"<?xml", "application/xml"),
    (b"<rss", "application/xml"),
    (b"<feed", "application/xml"),
)
_REASONS: Final[Mapping[int, tuple[Kind, str]]] = {
    401: ("closed", "is closed to us (401); it wants a password"),
    402: ("closed", "is closed to us (402); it wants to be paid"),
    403: ("closed", "is closed to us (403)"),
    404: ("missing", "does not exist (404); check the link"),
    407: ("closed", "is closed to us (407)"),
    410: ("missing", "exists no more (410)"),
    451: ("closed", "is closed for legal reasons (451)"),
}


@dataclass(frozen=True, slots=True)
class Validators:
    """The headers of an earlier response that make a request conditional."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response: `url` after redirects, `body` decompressed (empty if `status` is 304)."""

    url: str
    status: int
    body: bytes
    content_type: str
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def validators(self) -> Validators:
        """The validators for the next request."""
        return Validators(self.etag, self.last_modified)

    @property
    def is_not_modified(self) -> bool:
        """True if nothing changed since the validators of the request."""
        return self.status == HTTPStatus.NOT_MODIFIED


def refuse(link: Link, kind: Kind, reason: str, *, wait: float | None = None) -> NoReturn:
    """Raise LinkRefused for `link`."""
    raise LinkRefused(link.url, reason, kind=kind, host=link.host, wait=wait)


def conditional_headers(validators: Validators | None) -> dict[str, str]:
    """The headers of a conditional request; validators that are no valid header are left out."""
    if validators is None:
        return {}
    headers = {
        "If-None-Match": validators.etag,
        "If-Modified-Since": validators.last_modified,
    }
    return {name: value for name, value in headers.items() if value and _VALIDATOR.fullmatch(value)}


def read(link: Link, response: BaseHTTPResponse, *, limit: int, is_page: bool) -> Fetched:
    """The response to a request of `link`; raises LinkRefused.

    A page must have one of TYPES and at most `limit` bytes; anything else is cut at `limit`.
    """
    etag, last_modified = (response.headers.get(name) for name in ("ETag", "Last-Modified"))
    if response.status == HTTPStatus.NOT_MODIFIED:
        return Fetched(link.url, response.status, b"", "", None, etag, last_modified)
    _require_readable(link, response)
    content_type, charset = _parse_content_type(response.headers.get("Content-Type", ""))
    if is_page and content_type and content_type not in TYPES:
        refuse(link, "type", f"is of type {content_type}; give a page, a feed, a PDF or text")
    body = transport.read_body(response, limit=limit)
    if is_page:
        if len(body) > limit:
            refuse(link, "size", f"is larger than {limit // MB} MB")
        content_type = content_type or _sniff_type(body) or _refuse_untyped(link)
    body = body[:limit]
    return Fetched(link.url, HTTPStatus.OK, body, content_type, charset, etag, last_modified)


def _refuse_untyped(link: Link) -> NoReturn:
    refuse(link, "type", "does not say of what type it is")


def _require_readable(link: Link, response: BaseHTTPResponse) -> None:
    """Raise LinkRefused for an unsuccessful status or an unknown content encoding."""
    if response.status not in _SUCCESS:
        _refuse_status(link, response)
    encodings = response.headers.get("Content-Encoding", "").lower().split(",")
    if not {encoding.strip() for encoding in encodings} <= _ENCODINGS:
        refuse(link, "broken", "is packed in a way we did not ask for")


def _refuse_status(link: Link, response: BaseHTTPResponse) -> NoReturn:
    status, wait = response.status, _retry_after(response.headers.get("Retry-After", ""))
    is_unavailable = status == HTTPStatus.SERVICE_UNAVAILABLE and wait is not None
    if is_unavailable or status == HTTPStatus.TOO_MANY_REQUESTS:
        seconds = "" if wait is None else f", retry after {wait:.0f} s"
        refuse(link, "wait", f"asks us to wait ({status}{seconds})", wait=wait)
    if status in _REASONS:
        kind, reason = _REASONS[status]
        refuse(link, kind, reason)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        refuse(link, "broken", f"is out of order ({status}); try it again later")
    refuse(link, "status", f"gives no page but the answer {status}")


def _retry_after(header: str) -> float | None:
    """Retry-After in seconds; the header is a number or a date (RFC 9110, 10.2.3)."""
    if re.fullmatch(r"[0-9]{1,9}", header):
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _parse_content_type(header: str) -> tuple[str, str | None]:
    """Type and charset of a Content-Type; a charset that does not exist is None."""
    if not header.strip():
        return "", None
    message = Message()
    message["Content-Type"] = re.sub(r"[^\x20-\x7e]", "", header[:500])
    charset = message.get_param("charset")
    try:
        name = codecs.lookup(charset).name if isinstance(charset, str) else None
    except (LookupError, ValueError):
        name = None
    return message.get_content_type(), name


def _sniff_type(body: bytes) -> str | None:
    """The type of a body without Content-Type, from its first bytes; None if they do not tell."""
    head = body[:500].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return next((name for signature, name in _SIGNATURES if head.startswith(signature)), None)
