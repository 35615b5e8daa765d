"""The picture of a link's preview, served at `/preview.png?<the view's parameters>`."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from alaqat.model.errors import StoreBroken, StoreMissing
from components.document import link_preview, preview_picture
from components.server import turns
from components.view import page_titles, view_state

_MISSING: Final = 404


def picture(request: Request) -> Response:
    """The picture of the view that the query names, 503 where too many are being drawn."""
    params = {name: request.query_params.getlist(name) for name in request.query_params}
    view = view_state.parse(params)[0]
    try:
        with turns.ANSWERS.one():
            image = preview_picture.png(view, link_preview.preview(view, page_titles.FIRST))
    except turns.Busy:
        return PlainTextResponse(turns.busy(view.words), turns.BUSY, turns.AGAIN)
    except (StoreMissing, StoreBroken):
        return PlainTextResponse("no store", _MISSING)
    return Response(image, media_type="image/png", headers={"cache-control": "max-age=600"})


ROUTES: Final = (Route("/preview.png", picture),)
