"""One HTTP request over one connection, to a checked address, with a deadline and a size limit."""

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
# How many addresses of a host are tried, and for how many seconds each.
_MAX_ADDRESSES: Final = 4
_CONNECT_TIMEOUT: Final = 7.0
_CHUNK: Final = 64 * 1024


class _DeadlineSocket:
    """A socket that can be read until `deadline` and no longer, however slowly bytes arrive."""

    deadline: float = 0.0

    def recv_into(self, *arguments: Any) -> int:
        self.settimeout(_seconds_left(self.deadline))  # type: ignore[attr-defined]
        return super().recv_into(*arguments)  # type: ignore[misc, no-any-return]


class _PlainSocket(_DeadlineSocket, socket.socket):
    pass


class _TlsSocket(_DeadlineSocket, ssl.SSLSocket):
    pass


class _PinnedConnection(HTTPConnection):
    """A connection over the socket of `connector`; the host's name is not resolved again."""

    def __init__(
        self,
        *arguments: Any,
        connector: Callable[[], socket.socket],
        deadline: float,
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        self._connector, self._deadline = connector, deadline

    def _new_conn(self) -> socket.socket:
        opened = self._connector()
        timed = _PlainSocket(opened.family, opened.type, opened.proto, fileno=opened.detach())
        timed.deadline = self._deadline
        timed.settimeout(_seconds_left(self._deadline))
        return timed

    def connect(self) -> None:
        super().connect()
        if isinstance(self.sock, _DeadlineSocket):
            self.sock.deadline = self._deadline


class _PinnedTlsConnection(_PinnedConnection, HTTPSConnection):
    pass


@cache
def tls_context() -> ssl.SSLContext:
    """The TLS settings: certificates are verified against certifi's copy of Mozilla's list."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.sslsocket_class = _TlsSocket
    return context


def _seconds_left(deadline: float) -> float:
    """Seconds until `deadline`; raises TimeoutError if it has passed."""
    seconds = deadline - monotonic()
    if seconds <= 0:
        raise TimeoutError("timed out")
    return seconds


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of `host` from the system's resolver; raises OSError."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in infos))


def resolve_before(link: Link, *, resolver: Resolver, deadline: float) -> Sequence[str]:
    """The addresses of the link's host; raises TimeoutError at the deadline.

    The look-up runs in its own thread, because it cannot be interrupted.
    """
    result: Future[Sequence[str]] = Future()

    def work() -> None:
        try:
            result.set_result(resolver(link.host, link.port))
        except Exception as error:
            result.set_exception(error)

    Thread(target=work, daemon=True).start()
    return result.result(_seconds_left(deadline))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A TCP connection to `address`; raises OSError."""
    return socket.create_connection((address, port), seconds)


def is_local_address(address: str, port: int) -> bool:
    """True if `address` belongs to this machine.

    The system would then use it as the source address of a connection to it. Nothing is sent.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, port))
            return bool(probe.getsockname()[0] == address)
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Network:
    """The functions that reach the network or wait, replaceable in tests.

    `allowed` holds pairs of address and port that may be requested although they are not public.
    `sleep` and `clock` are those of delays and back-off.
    """

    allowed: frozenset[tuple[str, int]] = frozenset()
    resolve: Resolver = resolve
    connect: Connector = connect
    is_local_address: Callable[[str, int], bool] = is_local_address
    sleep: Callable[[float], object] = sleep
    clock: Callable[[], float] = monotonic


@contextmanager
def open_response(
    link: Link,
    addresses: Sequence[str],
    *,
    headers: Mapping[str, str],
    deadline: float,
    connector: Connector,
) -> Iterator[BaseHTTPResponse]:
    """The response to a GET request, its body unread.

    It is sent to the first of `addresses`, all of them checked, that accepts a connection. All of
    the body must be read before `deadline` (monotonic clock). Raises OSError, http.client's
    HTTPException and urllib3's HTTPError.
    """

    def open_socket() -> socket.socket:
        last_error = OSError("no address")
        for address in addresses[:_MAX_ADDRESSES]:
            try:
                timeout = min(_CONNECT_TIMEOUT, _seconds_left(deadline))
                return connector(address, link.port, timeout)
            except OSError as error:
                last_error = error
        raise last_error

    connection: _PinnedConnection
    if link.scheme == "https":
        connection = _PinnedTlsConnection(
            link.host,
            link.port,
            ssl_context=tls_context(),
            connector=open_socket,
            deadline=deadline,
        )
    else:
        connection = _PinnedConnection(
            link.host, link.port, connector=open_socket, deadline=deadline
        )
    try:
        connection.request("GET", link.target, headers=headers, preload_content=False)
        response = connection.getresponse()
        try:
            yield response
        finally:
            response.close()
    finally:
        connection.close()


def read_body(response: BaseHTTPResponse, *, limit: int) -> bytes:
    """The decompressed body, at most `limit` + 1 bytes: one more than `limit` if it is larger."""
    chunks, size = [], 0
    while size <= limit:
        chunk = response.read(min(_CHUNK, limit + 1 - size), decode_content=True)
        if not chunk:
            break
        chunks.append(chunk)
        size += len(chunk)
    return b"".join(chunks)
