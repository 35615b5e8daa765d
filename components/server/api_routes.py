"""The API: `/api/events`, `/api/quotes`, `/api/entities`, `/api/relations/{a}/{b}` and their CSV.

It has the filters of a link, pages, an ETag, and `/api/openapi.json`, which describes it. Pages of
other servers may read it if `ALAQAT_API_ORIGINS` lists them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from alaqat.export import table_pages
from alaqat.export.export_request import ExportRequest
from alaqat.model.errors import StoreBroken, StoreMissing
from components.data import queries
from components.data.query_cache import QUERY_CACHE
from components.server import api_answers, api_query, openapi_document, turns
from components.server.api_answers import Rows, error, turned_away
from components.server.api_query import ApiQuery, BadQuery

PATH: Final = "/api"
_REASONS: Final = {404: "there is no such address", 405: "this address answers only GET and HEAD"}
_STATE: Final = re.compile("[A-Z]{3}")
_EXPOSED: Final = ("ETag", "Link", "X-Total-Count")
Endpoint = Callable[[Request], Response]
Reader = Callable[[Request, ApiQuery], Rows]
Writer = Callable[[Request, ApiQuery, Rows], Response]


def app() -> Starlette:
    """The API as an application to be mounted at `/api`, with the origins of the environment."""
    origins = _origins()
    allowed = Middleware(
        CORSMiddleware,
        allow_origins=origins,
        allow_methods=("GET",),
        allow_headers=("If-None-Match",),
        expose_headers=_EXPOSED,
    )
    return Starlette(
        routes=_routes(),
        middleware=[allowed] if origins else [],
        exception_handlers={HTTPException: _refused, Exception: _failed},
    )


def _origins() -> list[str]:
    """The origins of pages that may read the API, such as `https://news.example`."""
    listed = os.environ.get("ALAQAT_API_ORIGINS", "").split(",")
    return [origin.strip().rstrip("/") for origin in listed if origin.strip()]


def _routes() -> list[Route]:
    written = {".csv": api_answers.as_csv, "": api_answers.as_json}
    return [
        Route("/openapi.json", _described),
        *(
            Route(f"{path}{suffix}", _endpoint(table, write))
            for path, table in openapi_document.TABLE_PATHS.items()
            for suffix, write in written.items()
        ),
    ]


def _endpoint(table: str, write: Writer) -> Endpoint:
    """The endpoint of a table: reads the query, then the rows, unless the client has them."""
    reader = _relation if table == "network" else _list_reader(table)

    @_in_one_sentence
    def endpoint(request: Request) -> Response:
        query = api_query.read(api_answers.parameters(request))
        version = ExportRequest(queries.build()).version
        mark = api_answers.etag(request, table, version)
        answer = api_answers.unchanged(request, mark)
        if answer:
            return answer
        with turns.ANSWERS.one():
            return write(request, query, reader(request, query))

    return endpoint


def _in_one_sentence(endpoint: Endpoint) -> Endpoint:
    """The endpoint with an answer for each error that this project raises."""

    @wraps(endpoint)
    def answered(request: Request) -> Response:
        try:
            return endpoint(request)
        except BadQuery as problem:
            return error(str(problem), problem.status)
        except turns.Busy:
            return turned_away()
        except StoreMissing:
            return error("no articles have been read yet: there is no store", 503)
        except StoreBroken:
            return error("the store cannot be read: it is not whole", 503)

    return answered


def _list_reader(table: str) -> Reader:
    def reader(request: Request, query: ApiQuery) -> Rows:
        wanted = _request(request, table, query)
        found = QUERY_CACHE.answer(
            table_pages.keys, wanted.build, table, wanted.selection, wanted.days
        )
        chosen = found[query.offset : query.offset + query.limit]
        return Rows(table, table_pages.page(wanted, chosen), len(found), wanted.version)

    return reader


def _relation(request: Request, query: ApiQuery) -> Rows:
    """The sentences that name both entities of the path."""
    wanted = _request(request, "network", query)
    ends = _entity(request.path_params["a"]), _entity(request.path_params["b"])
    if ends[0] == ends[1]:
        raise BadQuery(422, f"{ends[0]}: a relation has two different ends")
    edges = QUERY_CACHE.answer(
        table_pages.relation, wanted.build, ends, wanted.selection, wanted.days
    )
    part = edges[query.offset : query.offset + query.limit]
    return Rows("network", table_pages.relation_page(wanted, part), len(edges), wanted.version)


def _entity(name: str) -> str:
    """The id of an entity, which may be given as a state's code. Raises BadQuery for an unknown."""
    identity = f"loc:{name}" if _STATE.fullmatch(name) else name
    if queries.row_of("entities", "entity_id", identity) is None:
        raise BadQuery(404, f"{name[:80]}: the store has no such entity; /api/entities lists them")
    return identity


def _request(request: Request, table: str, query: ApiQuery) -> ExportRequest:
    return ExportRequest(
        queries.build(),
        table=table,
        selection=query.selection,
        days=query.view.window,
        address=str(request.base_url),
    )


def _described(_: Request) -> Response:
    return JSONResponse(openapi_document.document())


def _refused(request: Request, problem: Any) -> Response:
    """The answer to a path that is none, or a method other than GET."""
    reason = _REASONS.get(problem.status_code, problem.detail)
    message = f"{request.url.path[:80]}: {reason}; {PATH}/openapi.json lists what there is"
    answer = error(message, problem.status_code)
    answer.headers.update(problem.headers or {})
    return answer


def _failed(_: Request, __: Exception) -> Response:
    return error("the server could not answer; its log says why", 500)
