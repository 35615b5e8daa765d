"""The API and the links of the server, asked in process over a small store."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from components.data.query_cache import QUERY_CACHE
from components.server import api_routes, link_pictures, permanent_links
from tests import builders


@pytest.fixture
def store(tmp_path, monkeypatch):
    """The folder of a store of two visits, which the server reads."""
    builders.publish_visits(tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    monkeypatch.delenv("ALAQAT_API_ORIGINS", raising=False)
    QUERY_CACHE.clear()
    return tmp_path


@pytest.fixture
def ask(store):
    """`ask("/api/events", …)`: the answer of the server; options are those of the client's `get`."""
    app = Starlette(
        routes=[
            *permanent_links.ROUTES,
            *link_pictures.ROUTES,
            Mount(api_routes.PATH, api_routes.app()),
        ]
    )
    client = TestClient(app, "https://alaqat.example", raise_server_exceptions=False)
    return client.get
