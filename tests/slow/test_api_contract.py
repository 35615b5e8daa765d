"""schemathesis asks the API what its document allows, and what it does not, and finds nothing."""

from __future__ import annotations

import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema
from starlette.applications import Starlette
from starlette.routing import Mount

from components.server import api_routes, permanent_links
from tests import builders

SETTINGS = {
    "seed": 14,
    "generation": {"max-examples": 8, "database": "none"},
    # values that agree with their schemas may still name no entity or no day
    "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", 304, 404, 422]}},
}
EVENTS = "^/api/events$"
OTHERS = r"^/api/(quotes|entities|.*\.csv)$"
LINKS = "^/[eq]/"
RELATION = r"^/api/relations/[^.]*$"
FUZZED = {"coverage": {"enabled": False}}
BETWEEN = {"path.a": "FRA", "path.b": "TCD"}


@pytest.mark.parametrize(
    ("paths", "more"),
    [
        (EVENTS, {}),
        (OTHERS, {"phases": FUZZED}),
        (LINKS, {"headers": {"Accept": "application/json"}}),
        (RELATION, {"phases": FUZZED}),
        (RELATION, {"phases": FUZZED, "parameters": BETWEEN}),
    ],
)
def test_schemathesis_finds_nothing(tmp_path, monkeypatch, paths, more):
    builders.publish_visits(tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    app = Starlette(routes=[*permanent_links.ROUTES, Mount(api_routes.PATH, api_routes.app())])
    settings = SchemathesisConfig.from_dict(SETTINGS | more)
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app, config=settings)
    found = list(from_schema(schema.include(path_regex=paths)).execute())
    asked = [one for one in found if isinstance(one, events.ScenarioFinished)]
    problems = (events.NonFatalError, events.FatalError, events.Interrupted)
    assert sum(len(one.recorder.interactions) for one in asked) > 7
    assert [one for one in found if isinstance(one, problems)] == []
    assert [str(failure) for failure in found[-1].failures] == []
