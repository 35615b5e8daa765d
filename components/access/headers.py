"""Security headers for every answer of the server."""

from __future__ import annotations

import os
import re
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Streamlit compiles its charts at run time ('unsafe-eval') and styles elements inline. All files
# come from this server; `{host}` is its name, which the guard has checked.
POLICY: Final = (
    "default-src 'self'; script-src 'self' 'unsafe-eval' 'unsafe-inline' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws://{host} wss://{host}; worker-src blob:; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
# The path that pages of others may show in an iframe; it needs no scripts.
EMBEDDED: Final = "/embed/timeline"
_EMBEDDED_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "base-uri 'self'; form-action 'none'; frame-ancestors {parents}"
)
_PARENT: Final = re.compile(r"\*|(https?://)?(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?")
HEADERS: Final = {
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


def embed_parents() -> tuple[str, ...]:
    """The servers of ALAQAT_EMBED_PARENTS, such as `https://news.example`; others are left out.

    Their pages may show the embedded timeline, besides this server's own.
    """
    listed = os.environ.get("ALAQAT_EMBED_PARENTS", "").split(",")
    parents = (parent.strip().rstrip("/") for parent in listed)
    return tuple(parent for parent in parents if _PARENT.fullmatch(parent))


def _policy(path: str, host: str) -> str:
    if path == EMBEDDED:
        return _EMBEDDED_POLICY.format(parents=" ".join(("'self'", *embed_parents())))
    return POLICY.format(host=host)


class SecurityHeaders:
    """Adds the headers to every HTTP answer. It stands behind the guard."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers to its answer."""
        host = Headers(scope=scope).get("host", "") if scope["type"] == "http" else ""
        policy = {"content-security-policy": _policy(scope.get("path", ""), host), **HEADERS}
        own = [(name.encode(), value.encode()) for name, value in policy.items()]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                others = [
                    pair for pair in message["headers"] if pair[0].lower().decode() not in policy
                ]
                message["headers"] = others + own
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)
