"""The document of the API holds its routes, its parameters and the form of its answers."""

from __future__ import annotations

import jsonschema_rs
import pytest

from alaqat.model.selection import FILTERS
from components.server import api_query, api_routes, openapi_document, permanent_links
from components.view import view_state

DOCUMENT = openapi_document.document()
PATHS = {path: own["get"] for path, own in DOCUMENT["paths"].items()}
LISTS = [path for path, own in PATHS.items() if path.startswith("/api/") and "parameters" in own]


def schema_of(path, status="200"):
    content = PATHS[path]["responses"][status]["content"]["application/json"]
    return {**content["schema"], "components": DOCUMENT["components"]}


def test_it_names_exactly_the_routes():
    routes = {f"/api{route.path}" for route in api_routes.app().routes}
    assert set(DOCUMENT["paths"]) == routes | set(permanent_links.PATHS)


@pytest.mark.parametrize("path", LISTS)
def test_every_filter_is_a_parameter_with_its_schema(path):
    given = {one["name"]: one["schema"] for one in PATHS[path]["parameters"]}
    for field, known in FILTERS.items():
        schema = api_query.SCHEMAS[known.parameter]
        usual = getattr(view_state.EMPTY, field)
        assert given[known.parameter] == {**schema, **({"default": usual} if usual else {})}
    assert {"limit", "offset", "entity"} <= set(given)


@pytest.mark.parametrize("path", ["/api/events", "/api/quotes", "/api/entities"])
def test_an_answer_agrees_with_its_schema(ask, path):
    answer = ask(path).json()
    assert answer["rows"]
    jsonschema_rs.validate(schema_of(path), answer)


def test_a_relation_agrees_with_its_schema(ask):
    answer = ask("/api/relations/FRA/TCD").json()
    assert answer["rows"]
    jsonschema_rs.validate(schema_of("/api/relations/{a}/{b}"), answer)


@pytest.mark.parametrize(("kind", "table"), [("e", "events"), ("q", "quotes")])
def test_a_record_agrees_with_its_schema(ask, kind, table):
    identity = next(iter(ask(f"/api/{table}").json()["rows"][0].values()))
    answer = ask(f"/{kind}/{identity}", headers={"accept": "application/json"})
    jsonschema_rs.validate(schema_of(f"/{kind}/{{id}}"), answer.json())


def test_an_error_agrees_with_its_schema(ask):
    answer = ask("/api/events?from=abc")
    jsonschema_rs.validate(schema_of("/api/events", str(answer.status_code)), answer.json())


def test_it_is_served(ask):
    assert ask("/api/openapi.json").json() == DOCUMENT


def test_every_schema_is_one():
    for schema in DOCUMENT["components"]["schemas"].values():
        jsonschema_rs.meta.validate({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})  # fmt: skip
