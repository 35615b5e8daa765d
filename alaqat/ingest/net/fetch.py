"""Fetch a page, feed or document from its URL, safely (SSRF) and politely.

Every address is checked after the look-up, and the connection goes to the address that was
checked; every redirect is checked again. No cookies, passwords, proxies or settings of the
environment are used.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from typing import Final
from urllib.parse import urljoin

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.exceptions import SSLError as LateSSLError

from alaqat.ingest.net import transport
from alaqat.ingest.net.politeness import AGENT, DELAY, Politeness
from alaqat.ingest.net.response import (
    MB,
    Fetched,
    Validators,
    conditional_headers,
    read,
    refuse,
)
from alaqat.ingest.net.safe_url import (
    Kind,
    Link,
    LinkRefused,
    display_url,
    is_ip_address,
    is_public,
    parse_link,
)

MAX_BYTES: Final = 10 * MB
MAX_SECONDS: Final = 20.0
MAX_REDIRECTS: Final = 5
_MAX_ROBOTS: Final = MB // 2
_HEADERS: Final = {
    "User-Agent": f"{AGENT}/0.1 (reads news for research; keeps robots.txt)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "ar,*;q=0.5",
    "Connection": "close",
}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
# What an exception means: its kind and reason. The first that fits counts, so that subclasses of
# OSError stand before their base classes.
_FAILURES: Final[tuple[tuple[tuple[type[Exception], ...], Kind, str], ...]] = (
    (
        (ssl.SSLError, LateSSLError),
        "certificate",
        "not reachable: no secure connection could be made",
    ),
    ((TimeoutError, ReadTimeoutError), "slow", "not reachable: timed out"),
    ((ConnectionRefusedError,), "refused", "not reachable: the connection was refused"),
    (
        (HTTPException, HTTPError, ValueError, ConnectionError),
        "broken",
        "broke off, or gave an answer that cannot be read; try it again later",
    ),
    ((Exception,), "refused", "not reachable: the connection failed"),
)


@dataclass(slots=True)
class _Request:
    """A request and its redirects: the current link, the deadline and the headers.

    The deadline is put off by the time of waiting and of reading robots.txt. `is_page` is false
    for a robots.txt, which may have any type and is cut at `limit` bytes.
    """

    link: Link
    deadline: float
    headers: Mapping[str, str]
    limit: int = MAX_BYTES
    is_page: bool = True


class Fetcher:
    """Fetches URLs, and keeps robots.txt and delays: use one for all; threads may share it.

    `delay` is the least time between two requests to a host, `seconds` the time limit of one
    fetch. `network` is replaced in tests only.
    """

    def __init__(
        self,
        *,
        delay: float = DELAY,
        seconds: float = MAX_SECONDS,
        network: transport.Network | None = None,
    ) -> None:
        self._seconds, self._network = seconds, network or transport.Network()
        self._politeness = Politeness(
            clock=self._network.clock, sleep=self._network.sleep, delay=delay
        )

    def fetch(self, url: str, *, validators: Validators | None = None) -> Fetched:
        """The response to a request of `url`; raises LinkRefused.

        With `validators` its status may be 304. At most 10 MB, 20 seconds and five redirects.
        """
        headers = _HEADERS | conditional_headers(validators)
        request = _Request(parse_link(url), time.monotonic() + self._seconds, headers)
        first = request.link
        try:
            fetched = self._follow_redirects(request)
            if fetched.is_not_modified and validators is None:
                refuse(request.link, "status", "gives no page but the answer 304")
            return fetched
        except LinkRefused as refusal:
            if request.link == first:
                raise
            is_loop = refusal.kind == "loop"
            prefix = "" if is_loop else f"redirects to {display_url(request.link.url)}: "
            raise refusal.for_link(first, prefix + refusal.reason) from refusal

    def _follow_redirects(self, request: _Request) -> Fetched:
        hosts = set[str]()
        for _ in range(MAX_REDIRECTS + 1):
            if request.is_page:
                self._be_polite(request, is_new_host=request.link.host not in hosts)
            hosts.add(request.link.host)
            result = self._send(request)
            if isinstance(result, Fetched):
                return result
            request.link = result
        reason = f"leads from link to link, more than {MAX_REDIRECTS} times"
        raise LinkRefused(request.link.url, reason, kind="loop", host=request.link.host)

    def _be_polite(self, request: _Request, *, is_new_host: bool) -> None:
        """Check back-off and robots.txt and wait; the time of this does not count."""
        self._politeness.raise_if_backed_off(request.link)
        start = time.monotonic()
        self._politeness.check_robots(request.link, self._fetch_robots)
        if is_new_host:
            self._politeness.wait_for_turn(request.link)
        request.deadline += time.monotonic() - start

    def _fetch_robots(self, url: str) -> bytes:
        """The body of a robots.txt, cut if it is too long."""
        deadline = time.monotonic() + self._seconds
        request = _Request(parse_link(url), deadline, _HEADERS, limit=_MAX_ROBOTS, is_page=False)
        return self._follow_redirects(request).body

    def _send(self, request: _Request) -> Fetched | Link:
        """Send one request: the response, or the target of a redirect."""
        try:
            return self._response(request)
        except LinkRefused as refusal:
            self._politeness.back_off(request.link, refusal)
            raise
        except (OSError, HTTPException, HTTPError, ValueError) as error:
            failure = _refusal(request.link, error)
            self._politeness.back_off(request.link, failure)
            raise failure from error

    def _response(self, request: _Request) -> Fetched | Link:
        link = request.link
        addresses = self._resolve(link, request.deadline)
        self._require_public(link, addresses)
        with transport.open_response(
            link,
            addresses,
            headers=request.headers,
            deadline=request.deadline,
            connector=self._network.connect,
        ) as response:
            if response.status in _REDIRECTS:
                return _redirect_target(link, response)
            return read(link, response, limit=request.limit, is_page=request.is_page)

    def _resolve(self, link: Link, deadline: float) -> Sequence[str]:
        """The addresses of the link's host, at least one; raises LinkRefused."""
        if is_ip_address(link.host):
            return [link.host]
        try:
            addresses = transport.resolve_before(
                link, resolver=self._network.resolve, deadline=deadline
            )
        except TimeoutError:
            refuse(link, "slow", "not reachable: the look-up of its name timed out")
        except (OSError, ValueError) as error:
            reason = f"not reachable: the name {link.host} is unknown"
            raise LinkRefused(link.url, reason, kind="unknown", host=link.host) from error
        if not addresses:
            refuse(link, "unknown", f"not reachable: the name {link.host} has no address")
        return addresses

    def _require_public(self, link: Link, addresses: Sequence[str]) -> None:
        """Raise LinkRefused unless all addresses are public (or allowed by `network`)."""
        for address in addresses:
            if (address, link.port) in self._network.allowed:
                continue
            if not is_public(address) or self._network.is_local_address(address, link.port):
                refuse(
                    link,
                    "address",
                    "leads to this machine or a private network, where no link is followed",
                )


def _refusal(link: Link, error: Exception) -> LinkRefused:
    """The refusal for an exception while connecting or reading."""
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = f"not reachable: bad certificate ({error.verify_message.rstrip('.')})"
        return LinkRefused(link.url, reason, kind="certificate", host=link.host)
    kind, reason = next(
        (kind, reason) for types, kind, reason in _FAILURES if isinstance(error, types)
    )
    return LinkRefused(link.url, reason, kind=kind, host=link.host)


def _redirect_target(link: Link, response: BaseHTTPResponse) -> Link:
    """The target of a redirect. Raw UTF-8 in it, as some Arabic sites send it, is accepted."""
    target = response.headers.get("Location", "").strip()
    if not target:
        refuse(link, "broken", f"moved ({response.status}) without saying where to")
    with suppress(UnicodeError):
        target = target.encode("latin-1").decode("utf-8")
    try:
        return parse_link(urljoin(link.url, target))
    except LinkRefused as refusal:
        reason = "redirects to a link that is not followed"
        raise LinkRefused(link.url, reason, kind=refusal.kind, host=link.host) from refusal
    except ValueError:
        refuse(link, "link", "redirects to a link that is not followed")
