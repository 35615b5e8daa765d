"""The dashboard, `streamlit run app.py`: documents of the pages, their guard, a health check."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from components.access import sign_in
from components.access.guard import Guard, Limits
from components.access.headers import EMBEDDED, SecurityHeaders
from components.access.policy import is_loopback
from components.document import page_document
from components.server import (
    api_routes,
    downloads,
    embeds,
    link_pictures,
    metrics,
    permanent_links,
)
from components.shell import housekeeping
from components.view import page_titles, view_state

TEMPLATE: Final = Path(st.__file__).parent / "static" / "index.html"


class UnknownPages:
    """Answer an unknown path with the document of a missing page.

    Streamlit sends the document of the first page, with the status 200.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; its answer is replaced if it is Streamlit's own document."""
        is_replaced = False

        async def send_or_replace(message: Message) -> None:
            nonlocal is_replaced
            if message["type"] == "http.response.start" and _is_document(message):
                is_replaced = True
                view = _view(Request(scope))
                text = await run_in_threadpool(page_document.missing, view)
                await HTMLResponse(text, status_code=404)(scope, receive, send)
            elif not is_replaced:
                await send(message)

        is_other = scope["type"] == "http" and not scope["path"].startswith("/export/")
        is_http = is_other and scope["path"] not in OWN_DOCUMENTS
        await self.app(scope, receive, send_or_replace if is_http else send)


def _is_document(message: Message) -> bool:
    kinds = [value for name, value in message["headers"] if name.lower() == b"content-type"]
    return message["status"] == HTTPStatus.OK and any(
        kind.startswith(b"text/html") for kind in kinds
    )


def _view(request: Request) -> view_state.ViewState:
    """The view of a request's query."""
    parameters = request.query_params
    return view_state.parse({name: parameters.getlist(name) for name in parameters})[0]


async def health(_: Request) -> PlainTextResponse:
    """Report that the process runs."""
    return PlainTextResponse("ok")


async def overview(request: Request) -> RedirectResponse:
    """Redirect to the first page, which Streamlit serves at the root, with the link's view."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


async def page(request: Request) -> Response:
    """Send the document of a page; the first page without a choice opens with a pair of states."""
    name = request.url.path.strip("/") or page_titles.FIRST
    place = page_document.Place(name, _view(request), str(request.base_url).rstrip("/"))
    return await run_in_threadpool(_document, place)


def _document(place: page_document.Place) -> Response:
    opening = page_document.opening(place)
    if opening != place.view:
        return RedirectResponse(view_state.href("", opening))
    text = page_document.document(TEMPLATE.read_text(encoding="utf-8"), place)
    return HTMLResponse(text, headers={"cache-control": "no-cache"})


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Free what closed sessions leave, as long as the server runs."""
    async with housekeeping.running():
        yield


# Streamlit's own static folder would have to be in the folder of its script, components/shell/.
assets = StaticFiles(directory=Path(__file__).parent / "static")
DOCUMENTS: Final = [f"/{page_titles.path(name)}" for name in page_titles.PAGES]
OWN_DOCUMENTS: Final = frozenset({*DOCUMENTS, sign_in.PATH, EMBEDDED})
guard = Middleware(
    Guard,
    hosts=config.get_option("server.allowedHosts"),
    origins=config.get_option("server.corsAllowedOrigins"),
    is_private=is_loopback(config.get_option("server.address") or ""),
    uploaded=housekeeping.uploaded_bytes,
    limits=Limits.from_env(),
)
app = st.App(
    "components/shell/shell.py",
    routes=[
        Route("/healthz", health),
        Route("/overview", overview),
        Route("/export/{name}.{extension}", downloads.endpoint),
        *(Route(path, page) for path in DOCUMENTS),
        *sign_in.ROUTES,
        *permanent_links.ROUTES,
        *embeds.ROUTES,
        *link_pictures.ROUTES,
        *metrics.routes(),
        Mount(api_routes.PATH, api_routes.app()),
        Mount("/assets", assets),
    ],
    middleware=[guard, Middleware(SecurityHeaders), Middleware(UnknownPages)],
    lifespan=lifespan,
)
