"""The one way to the network: a page, feed or document behind a link, fetched safely and politely.

Every address is checked after the look-up and the connection goes to the address that was checked; every redirect is
checked again. No cookies, passwords, proxies or settings of the environment take part.
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
from alaqat.ingest.net.politeness import AGENT, Manners
from alaqat.ingest.net.response import MB, Fetched, Known, conditions, read, refuse
from alaqat.ingest.net.safe_url import Kind, Link, LinkRefused, link, literal, public, shown

LARGEST: Final = 10 * MB
SECONDS: Final = 20.0
REDIRECTS: Final = 5
_RULES: Final = MB // 2
_HEADERS: Final = {
    "User-Agent": f"{AGENT}/0.1 (reads news for research; keeps robots.txt)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "ar,*;q=0.5",
    "Connection": "close",
}
_MOVED: Final = frozenset({301, 302, 303, 307, 308})


@dataclass(slots=True)
class _Errand:
    """One fetch: where it is by now, when it `ends` (put off by pauses and by reading robots.txt), what it sends."""

    here: Link
    ends: float
    headers: Mapping[str, str]


class Fetcher:
    """Fetches links with one memory of robots.txt and pauses, so keep one for many links; threads may share it.

    `pause` is the least time between two links of a host, in seconds. `net` is how to get out: only tests set it.
    """

    def __init__(
        self, *, pause: float = 1.0, seconds: float = SECONDS, net: transport.Net | None = None
    ) -> None:
        self._seconds, self._net = seconds, net or transport.Net()
        self._manners = Manners(clock=time.monotonic, sleep=self._net.sleep, pause=pause)

    def fetch(self, url: str, *, known: Known | None = None) -> Fetched:
        """What is behind `url`; raises LinkRefused, which says why there is nothing to be had.

        With `known`, the answer's status may be 304. At most 10 MB, 20 seconds and five redirects.
        """
        errand = _Errand(link(url), time.monotonic() + self._seconds, _HEADERS | conditions(known))
        first = errand.here
        try:
            found = self._follow(errand)
            if found.status == 304 and known is None:
                refuse(errand.here, "status", "gives no page but the answer 304")
            return found
        except LinkRefused as refusal:
            if errand.here == first:
                raise
            there = "" if refusal.kind == "loop" else f"redirects to {shown(errand.here.url)}: "
            raise refusal.of(first, there + refusal.why) from refusal

    def _follow(self, errand: _Errand, *, most: int = LARGEST, page: bool = True) -> Fetched:
        """The answer after redirects; `page` is false for a robots.txt."""
        met = set[str]()
        for _ in range(REDIRECTS + 1):
            if page:
                self._prepare(errand, wait=errand.here.host not in met)
            met.add(errand.here.host)
            found = self._once(errand, most=most, page=page)
            if isinstance(found, Fetched):
                return found
            errand.here = found
        here = errand.here
        raise LinkRefused(
            here.url,
            f"leads from link to link, more than {REDIRECTS} times",
            kind="loop",
            host=here.host,
        )

    def _prepare(self, errand: _Errand, *, wait: bool) -> None:
        """Robots and pause, whose time does not count."""
        self._manners.refuse_resting(errand.here)
        before = time.monotonic()
        self._manners.ask_leave(errand.here, self._rules)
        if wait:
            self._manners.pause(errand.here)
        errand.ends += time.monotonic() - before

    def _rules(self, url: str) -> bytes:
        """A robots.txt, cut where it is too long."""
        return self._follow(
            _Errand(link(url), time.monotonic() + self._seconds, _HEADERS), most=_RULES, page=False
        ).body

    def _once(self, errand: _Errand, *, most: int, page: bool) -> Fetched | Link:
        """One request: the answer, or where it sends us."""
        try:
            return self._ask(errand, most=most, page=page)
        except LinkRefused as refusal:
            self._manners.leave_alone(errand.here, refusal)
            raise
        except (OSError, HTTPException, HTTPError, ValueError) as error:
            failed = _failed(errand.here, error)
            self._manners.leave_alone(errand.here, failed)
            raise failed from error

    def _ask(self, errand: _Errand, *, most: int, page: bool) -> Fetched | Link:
        here = errand.here
        checked = self._addresses(here, errand.ends)
        with transport.answer(
            here, checked, headers=errand.headers, ends=errand.ends, connector=self._net.connect
        ) as response:
            if response.status in _MOVED:
                return _next(here, response)
            return read(here, response, most=most, page=page)

    def _addresses(self, here: Link, ends: float) -> Sequence[str]:
        """The addresses of the host: all public, or none is asked."""
        try:
            found = (
                [here.host]
                if literal(here.host)
                else transport.addresses(here, resolver=self._net.lookup, ends=ends)
            )
        except TimeoutError:
            refuse(here, "slow", "not reachable: the look-up of its name timed out")
        except (OSError, ValueError) as error:
            raise LinkRefused(
                here.url,
                f"not reachable: the name {here.host} is unknown",
                kind="unknown",
                host=here.host,
            ) from error
        if not found:
            refuse(here, "unknown", f"not reachable: the name {here.host} has no address")
        for address in found:
            if (address, here.port) not in self._net.allowed and (
                not public(address) or self._net.own(address, here.port)
            ):
                refuse(
                    here,
                    "address",
                    "leads to this machine or a private network, where no link is followed",
                )
        return found


def fetch(url: str, *, known: Known | None = None) -> Fetched:
    """What is behind one link; for many, keep a Fetcher."""
    return Fetcher().fetch(url, known=known)


def _failed(here: Link, error: Exception) -> LinkRefused:
    """What went wrong on the way, in words."""
    kind: Kind = "refused"
    why = "not reachable: the connection failed"
    if isinstance(error, ssl.SSLCertVerificationError):
        kind, why = (
            "certificate",
            f"not reachable: bad certificate ({error.verify_message.rstrip('.')})",
        )
    elif isinstance(error, ssl.SSLError | LateSSLError):
        kind, why = "certificate", "not reachable: no secure connection could be made"
    elif isinstance(error, TimeoutError | ReadTimeoutError):
        kind, why = "slow", "not reachable: timed out"
    elif isinstance(error, ConnectionRefusedError):
        why = "not reachable: the connection was refused"
    elif isinstance(error, HTTPException | HTTPError | ValueError | ConnectionError):
        kind, why = "broken", "broke off, or gave an answer that cannot be read; try it again later"
    return LinkRefused(here.url, why, kind=kind, host=here.host)


def _next(here: Link, response: BaseHTTPResponse) -> Link:
    """Where a redirect leads; raw UTF-8 in it, as some Arabic sites send, is read as that."""
    target = response.headers.get("Location", "").strip()
    if not target:
        refuse(here, "broken", f"moved ({response.status}) without saying where to")
    with suppress(UnicodeError):
        target = target.encode("latin-1").decode("utf-8")
    try:
        return link(urljoin(here.url, target))
    except LinkRefused as refusal:
        raise LinkRefused(
            here.url, "redirects to a link that is not followed", kind=refusal.kind, host=here.host
        ) from refusal
    except ValueError:
        refuse(here, "link", "redirects to a link that is not followed")
