"""The view of a small store with events of every kind, a quote and three names."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.view.view_state import ViewState
from tests.pages import sample


@pytest.fixture(scope="session")
def sample_root(tmp_path_factory) -> Path:
    """The folder of the store of `tests.pages.sample`, to read only."""
    root = tmp_path_factory.mktemp("sample")
    sample.publish(root)
    return root


@pytest.fixture
def sample_view(sample_root, monkeypatch) -> ViewState:
    """An English view of everything in it."""
    monkeypatch.setenv("ALAQAT_STORE", str(sample_root))
    return ViewState(lang="en", certainty="uncertain")
