"""The timeline without chrome for pages of others: `/embed/timeline?<the view's parameters>`."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from alaqat.model.errors import StoreBroken, StoreMissing
from components.access import plain_page
from components.access.headers import EMBEDDED
from components.document import embedded_timeline
from components.server import api_answers, turns
from components.server.downloads import unreadable
from components.view import view_state

_BROKEN: Final = 503


def endpoint(request: Request) -> Response:
    """The document of the embedded timeline, or one sentence without a store."""
    params = api_answers.parameters(request)
    view = view_state.parse(params)[0]
    theme = (*params.get("theme", ()), "")[0]
    try:
        with turns.ANSWERS.one():
            text = embedded_timeline.document(view, theme)
    except turns.Busy:
        page = plain_page.page(view.words, turns.busy(view.words), "")
        return HTMLResponse(page, turns.BUSY, turns.AGAIN)
    except (StoreMissing, StoreBroken) as problem:
        title = unreadable(view.words, problem)
        return HTMLResponse(plain_page.page(view.words, title, ""), _BROKEN)
    return HTMLResponse(text, headers={"cache-control": "no-cache"})


ROUTES: Final = [Route(EMBEDDED, endpoint)]
