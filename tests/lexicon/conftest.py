"""A data folder of the test's own."""

import pytest

from alaqat import lexicon


@pytest.fixture
def data(tmp_path, monkeypatch):
    """An empty folder that the loaders read instead of `data/`."""
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "rules" / "quotes").mkdir(parents=True)
    monkeypatch.setenv("ALAQAT_DATA", str(tmp_path))
    yield tmp_path
    lexicon.table.cache_clear()
    lexicon.rules.cache_clear()
