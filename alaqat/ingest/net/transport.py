"""One request over one connection: to an address that was checked, to the end within its time, never too much."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import Thread
from time import monotonic, sleep
from typing import Any, Final

import certifi
from urllib3 import BaseHTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection

from alaqat.ingest.net.safe_url import Link

Resolver = Callable[[str, int], Sequence[str]]
Connector = Callable[[str, int, float], socket.socket]
# A host may have many addresses: so many are tried, none of them longer than so many seconds.
_ADDRESSES: Final = 4
_CONNECT: Final = 7.0
_PIECE: Final = 64 * 1024


class _Timed:
    """A socket that is read until `ends` and not a second longer, however slowly bytes drip in."""

    ends: float = 0.0

    def recv_into(self, *arguments: Any) -> int:
        self.settimeout(_left(self.ends))  # type: ignore[attr-defined]
        return super().recv_into(*arguments)  # type: ignore[misc, no-any-return]


class _Plain(_Timed, socket.socket):
    pass


class _Secure(_Timed, ssl.SSLSocket):
    pass


class _Route(HTTPConnection):
    """A connection that goes where it was told, whatever the name of its host would resolve to by now."""

    def __init__(
        self, *arguments: Any, via: Callable[[], socket.socket], ends: float, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self._via, self._ends = via, ends

    def _new_conn(self) -> socket.socket:
        found = self._via()
        timed = _Plain(found.family, found.type, found.proto, fileno=found.detach())
        timed.ends = self._ends
        timed.settimeout(_left(self._ends))
        return timed

    def connect(self) -> None:
        super().connect()
        if isinstance(self.sock, _Timed):
            self.sock.ends = self._ends


class _SecureRoute(_Route, HTTPSConnection):
    pass


@cache
def trust() -> ssl.SSLContext:
    """Whose certificates are believed: Mozilla's list, as certifi has it."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.sslsocket_class = _Secure
    return context


def _left(ends: float) -> float:
    """Seconds until `ends`; raises TimeoutError when there are none."""
    left = ends - monotonic()
    if left <= 0:
        raise TimeoutError("timed out")
    return left


def lookup(host: str, port: int) -> Sequence[str]:
    """The addresses of `host` as the system knows them; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def addresses(link: Link, *, resolver: Resolver, ends: float) -> Sequence[str]:
    """What `resolver` says within the time; it runs in a thread of its own, as no look-up can be stopped."""
    answer: Future[Sequence[str]] = Future()

    def work() -> None:
        try:
            answer.set_result(resolver(link.host, link.port))
        except Exception as error:
            answer.set_exception(error)

    Thread(target=work, daemon=True).start()
    return answer.result(_left(ends))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A TCP connection to `address`; raises OSError."""
    return socket.create_connection((address, port), seconds)


def own(address: str, port: int) -> bool:
    """Whether `address` is one of this machine's: what goes there would come from there. Nothing is sent."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, port))
            return bool(probe.getsockname()[0] == address)
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Net:
    """The ways out: how names are looked up, connections made, this machine's addresses told, and time waited.

    `allowed` are the pairs of address and port that may be asked although they are not public.
    """

    allowed: frozenset[tuple[str, int]] = frozenset()
    lookup: Resolver = lookup
    connect: Connector = connect
    own: Callable[[str, int], bool] = own
    sleep: Callable[[float], object] = sleep


@contextmanager
def answer(
    link: Link,
    checked: Sequence[str],
    *,
    headers: Mapping[str, str],
    ends: float,
    connector: Connector,
) -> Iterator[BaseHTTPResponse]:
    """The answer to a GET sent to the first of the `checked` addresses that listens, its body still unread.

    `ends` is when the last byte must have come, by the monotonic clock. Raises OSError, http.client's HTTPException
    and urllib3's HTTPError.
    """

    def via() -> socket.socket:
        failed = OSError("no address")
        for address in checked[:_ADDRESSES]:
            try:
                return connector(address, link.port, min(_CONNECT, _left(ends)))
            except OSError as error:
                failed = error
        raise failed

    connection: _Route
    if link.scheme == "https":
        connection = _SecureRoute(link.host, link.port, ssl_context=trust(), via=via, ends=ends)
    else:
        connection = _Route(link.host, link.port, via=via, ends=ends)
    try:
        connection.request("GET", link.target, headers=headers, preload_content=False)
        response = connection.getresponse()
        try:
            yield response
        finally:
            response.close()
    finally:
        connection.close()


def body(response: BaseHTTPResponse, *, most: int) -> bytes:
    """The decompressed body, cut after `most` + 1 bytes: the one more says that it is larger."""
    pieces, size = [], 0
    while size <= most and (
        piece := response.read(min(_PIECE, most + 1 - size), decode_content=True)
    ):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)
