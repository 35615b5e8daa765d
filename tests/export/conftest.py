"""A build whose every frame has rows, for the tests of exports."""

from __future__ import annotations

from datetime import date

import pytest

from alaqat.export.export_request import ExportRequest
from tests import builders

ACCESSED = date(2026, 3, 9)
ADDRESS = "https://alaqat.example"


@pytest.fixture(scope="session")
def visits(tmp_path_factory):
    """A build of two visits."""
    return builders.publish_visits(tmp_path_factory.mktemp("exports"))


@pytest.fixture
def request_of(visits):
    """`request_of(table, **options)`: a request of that build."""

    def make(table: str, **options) -> ExportRequest:
        return ExportRequest(visits, table, accessed=ACCESSED, address=ADDRESS, **options)

    return make
