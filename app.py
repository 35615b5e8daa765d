"""The dashboard, `streamlit run app.py`: the pages, security headers and a health check."""

from pathlib import Path
from typing import Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Streamlit compiles its charts at run time ('unsafe-eval') and styles elements inline. All files
# come from this server.
POLICY: Final = (
    "default-src 'self'; script-src 'self' 'unsafe-eval' 'unsafe-inline' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss:; worker-src blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """Add `HEADERS` to every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add the headers to its answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                names = {name for name, _ in own}
                message["headers"] = [
                    pair for pair in message["headers"] if pair[0].lower() not in names
                ] + own
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


async def health(_: Request) -> PlainTextResponse:
    """Report that the process runs."""
    return PlainTextResponse("ok")


async def overview(request: Request) -> RedirectResponse:
    """Redirect to the first page, which Streamlit serves at the root, with the link's view."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


# Streamlit's own static folder would have to be in the folder of its script, components/shell/.
assets = StaticFiles(directory=Path(__file__).parent / "static")
app = st.App(
    "components/shell/shell.py",
    routes=[Route("/healthz", health), Route("/overview", overview), Mount("/assets", assets)],
    middleware=[Middleware(SecurityHeaders)],
)
