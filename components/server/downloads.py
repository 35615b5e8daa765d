"""The files of exports, served at `/export/<table>.<extension>?<the view's parameters>`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from alaqat.export import format_registry as registry
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES
from alaqat.export.story_pins import StoryPin, story_pin
from alaqat.model.errors import NothingToExport, StoreBroken, StoreMissing
from components.data import queries
from components.i18n.words import Words
from components.view import story_files, view_state
from components.view.view_state import ViewState

BAD, MISSING, BUSY = 400, 404, 503
MOST_IDS: Final = 100
# One file at a time: a large one takes seconds of the process that also serves the pages.
_WRITING: Final = Lock()


def endpoint(request: Request) -> Response:
    """The file that the path names, or one sentence in the reader's language why there is none."""
    params = {name: request.query_params.getlist(name) for name in request.query_params}
    view = view_state.parse(params)[0]
    words = view.words
    known = _format(request.path_params["name"], request.path_params["extension"], params)
    if known is None:
        choices = words.join(registry.FORMATS)
        text = words.t("There is no such file; the formats are {formats}.", formats=choices)
        return PlainTextResponse(text, BAD)
    table = request.path_params["name"]
    try:
        wanted = _request(table, view, params, str(request.base_url))
        with _WRITING:
            content = registry.written(wanted, known)
    except NothingToExport:
        return PlainTextResponse(words.t("Nothing is left of this choice to export."), MISSING)
    except (StoreMissing, StoreBroken) as problem:
        return PlainTextResponse(unreadable(words, problem), BUSY)
    name = f"alaqat-{table}-{wanted.version}{known.extension}"
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-cache"}
    return Response(content, media_type=known.media_type, headers=headers)


def _format(table: str, extension: str, params: Mapping[str, list[str]]) -> ExportFormat | None:
    """The format of a file; `format` in the link chooses among those with the same extension."""
    if table not in TABLES:
        return None
    asked = (*params.get("format", ()), "")[0]
    fitting = [known for known in registry.offered(table) if known.extension == f".{extension}"]
    fitting = [known for known in fitting if known.is_for_pages]
    return next((known for known in fitting if asked in ("", known.name)), None)


def _request(
    table: str, view: ViewState, params: Mapping[str, list[str]], address: str
) -> ExportRequest:
    selection = view.selection(entities=(view.entity,) if view.entity else ())
    return ExportRequest(
        queries.build(),
        table=table,
        selection=selection,
        ids=tuple(params.get("id", ())[:MOST_IDS]),
        days=view.window,
        language="ar" if view.words.is_rtl else "en",
        address=address,
        pins=_pins(view, params),
        title=view.story_title,
    )


def _pins(view: ViewState, params: Mapping[str, list[str]]) -> tuple[StoryPin, ...]:
    """The pins of a link, or of the long story whose key it has."""
    values: Sequence[str] = params.get("pin", ())[:MOST_IDS]
    if view.story and not values:
        values = [str(pin) for pin in story_files.load(view.story) or ()]
    return tuple(filter(None, map(story_pin, values)))


def unreadable(words: Words, problem: Exception) -> str:
    """Why the store cannot be read, in one sentence."""
    if isinstance(problem, StoreMissing):
        return words.t("There is nothing to show yet: no articles have been read.")
    return words.t("The store cannot be read: it is not whole.")
