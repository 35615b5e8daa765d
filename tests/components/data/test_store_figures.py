from datetime import UTC, datetime

from components.data.store_figures import StoreFigures, store_figures
from tests import builders


def test_the_figures_are_those_of_the_shown_build(tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    builders.publish(builders.visits()[:1], tmp_path)
    build = builders.publish(builders.visits(), tmp_path)
    figures = store_figures()
    assert (figures.builds, figures.rows) == (2, build.manifest["counts"])
    assert figures.rows["articles"] == 2
    assert datetime.fromtimestamp(figures.built, UTC).isoformat() == builders.BUILT


def test_without_a_build_all_figures_are_zero(tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    assert store_figures() == StoreFigures()
