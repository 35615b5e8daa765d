"""Permanent links: `/e/<event>` and `/q/<quote>` lead to the view that shows the event or quote.

A program that accepts `application/json` gets the record and its evidence instead. A link to what
is no longer in the store says what happened, with the status 410; to an unknown id, with 404.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.json_rows import json_line
from alaqat.model.errors import StoreBroken, StoreMissing
from components.access import plain_page
from components.data import queries
from components.data.lost_records import LostRecord, lost_record
from components.document import link_preview
from components.html import lost_page
from components.i18n.escape import escape
from components.i18n.words import Words
from components.server import api_answers, turns
from components.server.downloads import unreadable
from components.view import view_state
from components.view.view_state import ViewState

FOUND, UNKNOWN, GONE, BROKEN = 302, 404, 410, 503
_HEADERS: Final = {"vary": "Accept, Accept-Language", "cache-control": "no-cache"}
_LANG: Final = "lang"


def endpoint(table: str, request: Request) -> Response:
    """The answer to a permanent link to a row of a table."""
    is_json = should_write_json(request.headers.get("accept", ""))
    view = _view(request)
    try:
        with turns.ANSWERS.one():
            answer = _answer(table, request, view, is_json=is_json)
    except turns.Busy:
        answer = _turned_away(view.words, is_json=is_json)
    except (StoreMissing, StoreBroken) as problem:
        answer = _unreadable(view.words, problem, is_json=is_json)
    answer.headers.update(_HEADERS)
    return answer


def should_write_json(accept: str) -> bool:
    """True if an Accept header names JSON and prefers it to HTML."""
    weights = dict(map(_weight, accept.split(",")))
    return weights.get("application/json", 0.0) > weights.get("text/html", 0.0)


def _weight(part: str) -> tuple[str, float]:
    """A media type of an Accept header and its weight; 0 for a weight that is no number."""
    kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
    given = [value[2:] for value in parameters if value.startswith("q=")]
    try:
        return kind, float(given[0]) if given else 1.0
    except ValueError:
        return kind, 0.0


def _view(request: Request) -> ViewState:
    """The view of the link's query, in the browser's language where the link names none."""
    view = view_state.parse(api_answers.parameters(request))[0]
    if _LANG in request.query_params:
        return view
    return replace(view, lang=plain_page.words_of(request.headers).lang)


def _answer(table: str, request: Request, view: ViewState, *, is_json: bool) -> Response:
    identity, (page, parameter) = request.path_params["id"], lost_page.PAGES[table]
    row = queries.row_of(table, f"{parameter}_id", identity)
    if row is None:
        lost = lost_record(table, f"{parameter}_id", identity)
        return _missing(table, identity, lost, view, is_json=is_json)
    if is_json:
        return _record(request, table, identity, row)
    shown = replace(view, event=None, quote=None, article=None)
    if row.get("certainty") == "uncertain":
        shown = replace(shown, certainty="uncertain")
    return _redirection(request, page, shown.with_values({parameter: identity}))


def _redirection(request: Request, page: str, view: ViewState) -> Response:
    """The redirection to a view, with a document that unfurls for who does not follow it."""
    address = f".{view_state.href(page, view)}"
    preview = replace(link_preview.preview(view, page), address=quote(request.url.path, safe="/:"))
    tags = link_preview.meta_tags(preview, str(request.base_url).rstrip("/"), view.words)
    text = (
        f'<!doctype html><html lang="{view.lang}" dir="{view.words.direction}"><head>'
        f'<meta charset="utf-8">{tags}</head><body>'
        f'<a href="{escape(address)}">{escape(preview.title)}</a></body></html>'
    )
    return HTMLResponse(text, FOUND, {"location": address})


def _record(request: Request, table: str, identity: str, row: dict[str, Any]) -> Response:
    """The record as a row of its table, and its evidence: its reports, or quotes of its words."""
    build, address = queries.build(), str(request.base_url)
    own = ExportRequest(build, table, ids=(identity,), address=address)
    mark = api_answers.etag(request, table, own.version)
    if unchanged := api_answers.unchanged(request, mark):
        return unchanged
    evidence = replace(own, table="reports")
    if table == "quotes":
        group = queries.rows_among(table, "group_id", [row["group_id"]], ("quote_id",))
        evidence = replace(own, ids=tuple(group["quote_id"]))
    content = {
        "table": table,
        "store_version": own.version,
        "record": plain_rows(rows_of(own))[0],
        "evidence": plain_rows(rows_of(evidence)),
    }
    body = f"{json_line(content)}\n".encode(errors="replace")
    return Response(body, headers={"etag": mark}, media_type="application/json")


def _missing(
    table: str, identity: str, lost: LostRecord | None, view: ViewState, *, is_json: bool
) -> Response:
    """The answer for a record that is not in the store: gone, or never known."""
    status = GONE if lost else UNKNOWN
    if is_json:
        return api_answers.error(_sentence(table, identity, lost), status)
    body = lost_page.body(table, identity, lost, view)
    title = lost_page.title(table, lost, view.words)
    return HTMLResponse(plain_page.page(view.words, title, body), status)


def _sentence(table: str, identity: str, lost: LostRecord | None) -> str:
    name = f"{identity[: lost_page.LONGEST]}: "
    if lost is None:
        return f"{name}no row of {table} in the store or in a build before it has this id"
    version = f"it was in version {lost.version} of the store and is no longer"
    return f"{name}{version}, because {lost.reason}"


def _turned_away(words: Words, *, is_json: bool) -> Response:
    if is_json:
        return api_answers.turned_away()
    return HTMLResponse(plain_page.page(words, turns.busy(words), ""), turns.BUSY, turns.AGAIN)


def _unreadable(words: Words, problem: Exception, *, is_json: bool) -> Response:
    if is_json:
        return api_answers.error(unreadable(Words("en"), problem), BROKEN)
    title = unreadable(words, problem)
    return HTMLResponse(plain_page.page(words, title, ""), BROKEN)


# path → the table of its records
PATHS: Final = {"/e/{id}": "events", "/q/{id}": "quotes"}
ROUTES: Final = [Route(path, partial(endpoint, table)) for path, table in PATHS.items()]
