"""The files of exports, served at `/export/<table>.<extension>?<the view's parameters>`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from alaqat.export import format_registry as registry
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES
from alaqat.model import pins
from alaqat.model.errors import NothingToExport, StoreBroken, StoreMissing, StoryMissing
from alaqat.model.pins import Pin
from components.data import long_stories, queries
from components.i18n.words import Words
from components.server import turns
from components.view import view_state
from components.view.view_state import ViewState

BAD, MISSING, BROKEN = 400, 404, 503
MOST_IDS: Final = 100


def endpoint(request: Request) -> Response:
    """The file that the path names, or one sentence in the reader's language why there is none."""
    params = {name: request.query_params.getlist(name) for name in request.query_params}
    view = view_state.parse(params)[0]
    words = view.words
    known = _format(request.path_params["name"], request.path_params["extension"], params)
    if known is None:
        choices = words.join(one.name for one in registry.FORMATS.values() if one.is_for_pages)
        text = words.t("There is no such file; the formats are {formats}.", formats=choices)
        return PlainTextResponse(text, BAD)
    table = request.path_params["name"]
    try:
        wanted = _request(table, view, params, str(request.base_url))
        with turns.FILES.one():
            content = registry.written(wanted, known)
    except StoryMissing:
        return PlainTextResponse(words.t("This story is not kept here"), MISSING)
    except NothingToExport:
        return PlainTextResponse(words.t("Nothing is left of this choice to export."), MISSING)
    except turns.Busy:
        return PlainTextResponse(turns.busy(words), turns.BUSY, turns.AGAIN)
    except (StoreMissing, StoreBroken) as problem:
        return PlainTextResponse(unreadable(words, problem), BROKEN)
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


def _pins(view: ViewState, params: Mapping[str, list[str]]) -> tuple[Pin, ...]:
    """The pins of a link, or of the long story whose key it has.

    Raises StoryMissing if that story is not on this server.
    """
    values: Sequence[str] = params.get("pin", ())[:MOST_IDS]
    if view.story and not values:
        return long_stories.of_link(view.story)
    return tuple(_valid_pins(values))


def _valid_pins(values: Sequence[str]) -> Iterator[Pin]:
    for value in values:
        with suppress(ValueError):  # as on the pages, what is no pin means nothing
            yield pins.read(value)


def unreadable(words: Words, problem: Exception) -> str:
    """Why the store cannot be read, in one sentence."""
    if isinstance(problem, StoreMissing):
        return words.t("There is nothing to show yet: no articles have been read.")
    return words.t("The store cannot be read: it is not whole.")
