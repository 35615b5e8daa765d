"""What is refused before Streamlit sees it: foreign hosts and origins, uploads and visitors beyond
what the process can serve.

The guard also marks the visits of the machine's own user, since only it sees their addresses.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.access import busy_page, origins, signing
from components.access.policy import Policy, Visit, is_loopback

LOCAL_HEADER: Final = "x-alaqat-local"
# Headers that a proxy adds: what has one comes from elsewhere.
_FORWARDED: Final = frozenset(
    {"forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"}
)
# Where a request finds the number of open sessions.
SESSIONS: Final = "alaqat_sessions"
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_CLOSED: Final = ("/_stcore/metrics",)
_UPLOAD: Final = "/_stcore/upload_file/"
# Paths that a page needs besides itself.
_OF_PAGES: Final = ("/_stcore/", "/static/", "/assets/", "/media/", "/component/", "/healthz")
_TRY_AGAIN, _POLICY_VIOLATION = 1013, 1008  # codes that close a WebSocket
MIB: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Most open sessions, and bytes of uploads: of a reader's story, of a session, of all."""

    sessions: int = 60
    reader_bytes: int = MIB // 4
    session_bytes: int = 100 * MIB
    all_bytes: int = 400 * MIB

    @classmethod
    def from_env(cls) -> Limits:
        """The limits, with the sessions of ALAQAT_MOST_SESSIONS."""
        given = os.environ.get("ALAQAT_MOST_SESSIONS", "")
        return cls(sessions=int(given)) if given.isdigit() and int(given) else cls()


@dataclass(slots=True)
class Guard:
    """The middleware. `hosts` are the accepted hosts, `origins` further accepted origins.

    `uploaded` gives the bytes of uploads that are held, by session. `is_private` is True if the
    server listens on this machine only.
    """

    app: ASGIApp
    hosts: Collection[str]
    origins: Collection[str]
    is_private: bool
    uploaded: Callable[[], dict[str, int]]
    limits: Limits = field(default_factory=Limits)
    open_sessions: int = 0
    _arriving: dict[str, int] = field(default_factory=dict)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or pass it on."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        scope = {**scope, "headers": self._marked(scope, headers), SESSIONS: self.open_sessions}
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await _refuse(refusal, scope, receive, send)
        elif scope["type"] == "websocket":
            await self._serve_session(scope, receive, send)
        elif scope["method"] == "PUT" and _UPLOAD in scope["path"]:
            await self._take_upload(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _marked(self, scope: Scope, headers: Headers) -> list[tuple[bytes, bytes]]:
        """The headers, with LOCAL_HEADER for a visit of this machine's own user only."""
        name = LOCAL_HEADER.encode()
        others = [pair for pair in scope["headers"] if pair[0].lower() != name]
        return [*others, (name, b"1")] if self._is_local(scope, headers) else others

    def _is_local(self, scope: Scope, headers: Headers) -> bool:
        client = scope.get("client")
        host = origins.host_name(headers.get("host"))
        if not (self.is_private and client and host):
            return False
        is_direct = not any(name in _FORWARDED for name in headers)
        return is_direct and is_loopback(client[0]) and is_loopback(host)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        host, origin = headers.get("host"), headers.get("origin")
        if not origins.is_allowed_host(host, self.hosts):
            text = "This server does not serve this host; its owner sets server.allowedHosts."
            return PlainTextResponse(text, 421)
        is_write = scope["type"] == "websocket" or scope["method"] not in _READING
        is_own = origins.is_same_origin(origin, host) or origin in self.origins
        if is_write and not is_own:
            return PlainTextResponse("Pages of another origin may not do this.", 403)
        if scope["path"].endswith(_CLOSED):
            return PlainTextResponse("Not found", 404)
        if self.open_sessions >= self.limits.sessions and _is_new_visit(scope):
            return HTMLResponse(busy_page.html(headers), 503, {"retry-after": "15"})
        return None

    async def _serve_session(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.open_sessions += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.open_sessions -= 1

    async def _take_upload(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an upload on if it fits; what is arriving at the same time counts as held."""
        headers = Headers(scope=scope)
        length = headers.get("content-length", "")
        session = scope["path"].partition(_UPLOAD)[2].partition("/")[0]
        if not length.isdigit():
            await PlainTextResponse("Say how long it is.", 411)(scope, receive, send)
            return
        size = int(length)
        if not self._has_room_for(session, size, headers):
            text = "Too large, or too much is being uploaded; try again later."
            await PlainTextResponse(text, 413)(scope, receive, send)
            return
        self._arriving[session] = self._arriving.get(session, 0) + size
        try:
            await self.app(scope, _limited(receive, size), send)
        finally:
            self._arriving[session] -= size
            if not self._arriving[session]:
                del self._arriving[session]

    def _has_room_for(self, session: str, size: int, headers: Headers) -> bool:
        held, limits = self.uploaded(), self.limits
        of_session = held.get(session, 0) + self._arriving.get(session, 0) + size
        of_all = sum(held.values()) + sum(self._arriving.values()) + size
        most = limits.session_bytes if _can_write(headers) else limits.reader_bytes
        return of_session <= most and of_all <= limits.all_bytes


def _can_write(headers: Headers) -> bool:
    """True if a request may be an editor's; the forms ask Streamlit itself for its login."""
    policy = Policy.from_env()
    cookies = _cookies(headers)
    visit = Visit(headers.get(LOCAL_HEADER) == "1", cookies.get(signing.COOKIE))
    is_perhaps_logged_in = policy.has_login and "_streamlit_user" in cookies
    return bool(policy.editor(visit)) or (is_perhaps_logged_in and not policy.is_read_only)


def _cookies(headers: Headers) -> dict[str, str]:
    pairs = (part.strip().partition("=") for part in headers.get("cookie", "").split(";"))
    return {name: value.strip('"') for name, _, value in pairs}


def _is_new_visit(scope: Scope) -> bool:
    """True for a page, and for the connection of a page that is already there."""
    if scope["type"] == "websocket":
        return True
    is_page = scope["method"] == "GET" and not scope["path"].startswith(_OF_PAGES)
    return is_page and "text/html" in Headers(scope=scope).get("accept", "")


def _limited(receive: Receive, size: int) -> Receive:
    """`receive` that ends the request after `size` bytes, in case its length was a lie."""
    left = size

    async def receive_limited() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        return {"type": "http.disconnect"} if left < 0 else message

    return receive_limited


async def _refuse(refusal: Response, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "http":
        await refusal(scope, receive, send)
        return
    code = _TRY_AGAIN if refusal.status_code == 503 else _POLICY_VIOLATION
    await send({"type": "websocket.close", "code": code, "reason": ""})
