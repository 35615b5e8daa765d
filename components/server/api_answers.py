"""The answers of the API: rows as JSON or CSV with paging and ETag, and errors as one sentence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response

from alaqat.export.csv_table import csv_bytes
from alaqat.export.export_tables import TABLES, plain_rows
from alaqat.export.json_rows import json_line
from components.i18n.words import Words
from components.server import turns
from components.server.api_query import ApiQuery

NOT_MODIFIED: Final = 304
_HEADERS: Final = {"cache-control": "no-cache"}


@dataclass(frozen=True, slots=True)
class Rows:
    """A page of a table of a version of the store; `total` are the rows of all pages."""

    table: str
    rows: pd.DataFrame
    total: int
    version: str


def error(message: str, status: int) -> Response:
    """An answer that says in one sentence what is wrong."""
    return Response(json_line({"error": message}), status, media_type="application/json")


def turned_away() -> Response:
    """The answer while too many others are at work: one sentence, and when to ask again."""
    answer = error(turns.busy(Words("en")), turns.BUSY)
    answer.headers.update(turns.AGAIN)
    return answer


def parameters(request: Request) -> dict[str, list[str]]:
    """All values of each parameter of a request."""
    return {name: request.query_params.getlist(name) for name in request.query_params}


def etag(request: Request, table: str, version: str) -> str:
    """The mark of an answer: of the version of the store, the request and the columns.

    It is weak, as the day of access may differ in answers with the same mark.
    """
    query = sorted(request.query_params.multi_items())
    parts = [version, str(request.base_url), request.url.path, query, list(TABLES[table])]
    return f'W/"{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]}"'


def unchanged(request: Request, mark: str) -> Response | None:
    """The answer to a client that has what it asks for already; None for any other."""
    known = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    if mark in known or "*" in known:
        return Response(status_code=NOT_MODIFIED, headers=_HEADERS | {"etag": mark})
    return None


def as_json(request: Request, query: ApiQuery, page: Rows) -> Response:
    """The rows as an object with their number, version and the link of the next page."""
    following = _next(request, query, page.total)
    head: Mapping[str, Any] = {
        "table": page.table,
        "store_version": page.version,
        "total": page.total,
        "limit": query.limit,
        "offset": query.offset,
        "next": following,
    }
    lines = ",\n".join(json_line(row) for row in plain_rows(page.rows))
    body = f'{json_line(head)[:-1]}, "rows": [\n{lines}\n]}}\n'
    headers = _page_headers(request, page, following)
    return Response(body.encode(errors="replace"), headers=headers, media_type="application/json")


def as_csv(request: Request, query: ApiQuery, page: Rows) -> Response:
    """The rows as a CSV file; the number of all rows and the next page are in the headers."""
    content = csv_bytes(page.rows, TABLES[page.table])
    headers = _page_headers(request, page, _next(request, query, page.total))
    name = f"alaqat-{page.table}-{page.version}.csv"
    headers["content-disposition"] = f'attachment; filename="{name}"'
    return Response(content, headers=headers, media_type="text/csv; charset=utf-8")


def _page_headers(request: Request, page: Rows, following: str | None) -> dict[str, str]:
    headers = {"etag": etag(request, page.table, page.version), "x-total-count": str(page.total)}
    links = {"link": f'<{following}>; rel="next"'} if following else {}
    return {**_HEADERS, **headers, **links}


def _next(request: Request, query: ApiQuery, total: int) -> str | None:
    """The address of the next page; None after the last row."""
    offset = query.offset + query.limit
    if offset >= total:
        return None
    others: Sequence[tuple[str, str]] = [
        pair for pair in request.query_params.multi_items() if pair[0] != "offset"
    ]
    address = f"{str(request.base_url).rstrip('/')}{request.url.path}"
    return f"{address}?{urlencode([*others, ('offset', str(offset))])}"
