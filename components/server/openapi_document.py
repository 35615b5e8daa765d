"""The OpenAPI 3.1 document of the API, made from the filters and from the tables of exports.

A new filter or column is in it by itself. The format is https://spec.openapis.org/oas/v3.1.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from alaqat.export.column_meanings import meanings
from alaqat.export.export_tables import TABLES
from alaqat.model.filter_schemas import MEANINGS, TEXT, Schema
from alaqat.model.selection import FILTERS
from components.server.api_query import FILTERS as FILTER_SCHEMAS
from components.server.api_query import OF_PAGES, PAGING, SCHEMAS, WORDS
from components.view import view_state

_API: Final = "1"  # changed if an address, parameter or column is taken away
# path below `/api` → the table of exports whose rows it gives
TABLE_PATHS: Final[Mapping[str, str]] = {
    "/events": "events",
    "/quotes": "quotes",
    "/entities": "entities",
    "/relations/{a}/{b}": "network",
}
# path of permanent links → the table of the record, and the table of its evidence
LINK_PATHS: Final[Mapping[str, tuple[str, str]]] = {
    "/e/{id}": ("events", "reports"),
    "/q/{id}": ("quotes", "quotes"),
}
_SUMMARIES: Final = {
    "events": "Who did what to whom, in order of time",
    "quotes": "Who said what, the latest first",
    "entities": "People, places and bodies, the most named first",
    "network": "The sentences that name two entities",
}
_MEANINGS: Final = {
    **WORDS,
    "entity": "only what sentences say that name this entity, by its id",
    "limit": "most rows of the answer",
    "offset": "rows before the first of the answer",
}
# type of a column of the store → its schema
_TYPES: Final[Mapping[str, Schema]] = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "offset": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "list": {"type": "array", "items": {"type": "string"}},
}
_PROBLEMS: Final = {
    "400": "a parameter or value that is not described here",
    "404": "the store has nothing of this id",
    "410": "it was in an earlier version of the store and is no longer",
    "422": "values that mean nothing, such as an end before its beginning",
    "503": "there is no store, it is damaged, or the server is busy with other requests",
}
_VERSION: Final[Schema] = {"type": "string", "pattern": "^[0-9a-f]+$"}
_ETAG: Final = {
    "name": "If-None-Match",
    "in": "header",
    "description": "the ETag of an earlier answer: the answer is 304 if nothing has changed since",
    "schema": {"type": "string"},
}


@cache
def document() -> dict[str, Any]:
    """The document as JSON values."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Alaqat",
            "version": _API,
            "description": "Dated events, quotations and names read from Arabic news articles, "
            "each row with its sentence, offsets, rule, source and the version of the store.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": {"/api/openapi.json": {"get": _own()}, **_paths(), **_links()},
        "components": {
            "schemas": {
                "error": _object({"error": {"type": "string", "description": "one sentence"}}),
                **{table: row_schema(table) for table in (*TABLE_PATHS.values(), "reports")},
            }
        },
    }


def row_schema(table: str) -> dict[str, Any]:
    """The schema of a row of a table: its columns, all of which are there in every row."""
    columns = {
        column.name: {**_column(TABLES[table][column.name]), "description": column.meaning}
        | ({"x-unit": column.unit} if column.unit else {})
        for column in meanings(table)
    }
    return _object(columns)


def _column(kind: str) -> dict[str, Any]:
    """The schema of a column; one that may be unknown may be null."""
    schema = dict(_TYPES[kind.rstrip("!")])
    return schema if kind.endswith("!") else schema | {"type": [schema["type"], "null"]}


def _paths() -> dict[str, Any]:
    return {
        f"/api{path}{suffix}": {"get": _operation(path, table, suffix)}
        for path, table in TABLE_PATHS.items()
        for suffix in ("", ".csv")
    }


def _own() -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "object"}}}
    return {
        "operationId": "openapi",
        "summary": "This document",
        "responses": {"200": {"description": "the document", "content": content}},
    }


def _operation(path: str, table: str, suffix: str) -> dict[str, Any]:
    name = path.split("/")[1]
    ends = [_end(one) for one in ("a", "b") if f"{{{one}}}" in path]
    content = _csv() if suffix else _json(table)
    return {
        "operationId": f"{name}{suffix.replace('.', '-')}",
        "summary": f"{_SUMMARIES[table]}{', as CSV' if suffix else ''}",
        "parameters": [*ends, *(_parameter(known) for known in _known(table)), _ETAG],
        "responses": {
            "200": {"description": "a page of rows", "headers": _headers(), "content": content},
            "304": {"description": "nothing has changed"},
            **_problems("400", *(["404"] if ends else []), "422", "503"),
        },
    }


def _known(table: str) -> list[str]:
    """The parameters that choose rows of a table: a stretch of time is for rows with dates."""
    dated = "date_from" in TABLES[table]
    return [name for name in SCHEMAS if dated or name != "zoom"]


def _parameter(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "description": _meaning(name),
        "schema": {**SCHEMAS[name], **_default(name)},
        **({"style": "form", "explode": True} if SCHEMAS[name]["type"] == "array" else {}),
    }


def _meaning(name: str) -> str:
    if name in {*OF_PAGES, *PAGING}:
        return _MEANINGS[name]
    known = next(known for known in FILTERS.values() if known.parameter == name)
    meaning = MEANINGS[known.form]
    return f"{known.title.lower()}: {meaning}" if known.title else meaning


def _default(name: str) -> dict[str, Any]:
    """The value of a filter that a link does not name, where it is not "everything"."""
    if name not in FILTER_SCHEMAS:
        return {}
    field = next(field for field, known in FILTERS.items() if known.parameter == name)
    usual = getattr(view_state.EMPTY, field)
    return {"default": usual} if usual else {}


def _end(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": "the id of an entity, or the alpha-3 code of a state, such as TUR",
        "schema": TEXT,
    }


def _json(table: str) -> dict[str, Any]:
    whole: dict[str, Any] = {"type": "integer", "minimum": 0}
    page = {
        "table": {"const": table},
        "store_version": _VERSION,
        "total": {**whole, "description": "rows of all pages"},
        "limit": PAGING["limit"],
        "offset": PAGING["offset"],
        "next": {"type": ["string", "null"], "description": "the address of the next page"},
        "rows": {"type": "array", "items": {"$ref": f"#/components/schemas/{table}"}},
    }
    return {"application/json": {"schema": _object(page)}}


def _csv() -> dict[str, Any]:
    return {"text/csv": {"schema": {"type": "string"}}}


def _headers() -> dict[str, Any]:
    text = {"schema": {"type": "string"}}
    return {
        "ETag": {"description": "for If-None-Match", "required": True, **text},
        "X-Total-Count": {
            "description": "rows of all pages",
            "required": True,
            "schema": {"type": "integer", "minimum": 0},
        },
        "Link": {"description": 'the next page, rel="next"', **text},
    }


def _problems(*statuses: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/error"}
    content = {"application/json": {"schema": schema}}
    return {status: {"description": _PROBLEMS[status], "content": content} for status in statuses}


def _links() -> dict[str, Any]:
    return {path: {"get": _link(path, *tables)} for path, tables in LINK_PATHS.items()}


def _link(path: str, table: str, evidence: str) -> dict[str, Any]:
    """The operation of a permanent link."""
    parts = {
        "table": {"const": table},
        "store_version": _VERSION,
        "record": {"$ref": f"#/components/schemas/{table}"},
        "evidence": {"type": "array", "items": {"$ref": f"#/components/schemas/{evidence}"}},
    }
    identity = {"name": "id", "in": "path", "required": True, "schema": TEXT}
    return {
        "operationId": f"link-{path[1]}",
        "summary": f"One of the {table} with its evidence, for who accepts application/json; "
        "everybody else is led to the page that shows it",
        "parameters": [identity, _ETAG],
        "responses": {
            "200": {
                "description": "the record",
                "headers": {"ETag": _headers()["ETag"]},
                "content": {"application/json": {"schema": _object(parts)}},
            },
            "302": {"description": "the page that shows it"},
            "304": {"description": "nothing has changed"},
            **_problems("404", "410", "503"),
        },
    }


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    """An object that has exactly these properties."""
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }
