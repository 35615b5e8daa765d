"""Security headers for every answer of the server."""

from __future__ import annotations

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
HEADERS: Final = {
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """Adds the headers to every HTTP answer. It stands behind the guard."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers to its answer."""
        host = Headers(scope=scope).get("host", "") if scope["type"] == "http" else ""
        policy = {"content-security-policy": POLICY.format(host=host), **HEADERS}
        own = [(name.encode(), value.encode()) for name, value in policy.items()]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                others = [
                    pair for pair in message["headers"] if pair[0].lower().decode() not in policy
                ]
                message["headers"] = others + own
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)
