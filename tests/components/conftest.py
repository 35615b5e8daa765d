"""The view of a small store with events of every kind, a quote and three names."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from alaqat.export import export_request
from components.view.view_state import ViewState
from tests.pages import sample


class ReadingDay(datetime):
    """A clock that stands still: citations have the day of access."""

    @classmethod
    def now(cls, tz=None) -> ReadingDay:
        """5 January 2026."""
        return cls(2026, 1, 5, tzinfo=tz or UTC)


@pytest.fixture(scope="session", autouse=True)
def pages_without_scan(components_scanned_once: None) -> None:
    """Pages that tests draw begin without a scan of all packages."""


@pytest.fixture(autouse=True)
def pages_leave_main(main_module_stays: None) -> None:
    """Pages that tests draw leave the main module of the process."""


@pytest.fixture(scope="session")
def sample_root(tmp_path_factory) -> Path:
    """The folder of the store of `tests.pages.sample`, to read only."""
    root = tmp_path_factory.mktemp("sample")
    sample.publish(root)
    return root


@pytest.fixture
def sample_view(sample_root, monkeypatch) -> ViewState:
    """An English view of everything in it, on 5 January 2026."""
    monkeypatch.setenv("ALAQAT_STORE", str(sample_root))
    monkeypatch.setattr(export_request, "datetime", ReadingDay)
    return ViewState(lang="en", certainty="uncertain")
