"""`/metrics` is there only where it is asked for, and says in Prometheus' format what the process does."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from alaqat.store import journal
from components.access.guard import Guard
from components.data import queries
from components.data.rerun_times import Histogram
from components.server import metrics

LINE = re.compile(
    r"# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+=\"([^\"\\\n]|\\[\\n\"])*\"\})? -?[\d.e+]+"
)


@pytest.fixture
def asked(store, monkeypatch):
    """The answer to a request for the metrics, through the guard."""
    monkeypatch.setenv("ALAQAT_METRICS", "1")
    options = {"hosts": ("localhost",), "origins": (), "is_private": True, "uploaded": dict}
    app = Starlette(routes=metrics.routes(), middleware=[Middleware(Guard, **options)])
    return lambda path="/metrics": TestClient(app, "http://localhost").get(path)


def test_it_is_off_by_default(monkeypatch):
    monkeypatch.delenv("ALAQAT_METRICS", raising=False)
    assert metrics.routes() == []


def test_streamlits_own_stay_closed(asked):
    assert asked("/_stcore/metrics").status_code == 404


def test_every_line_is_of_the_text_format(asked):
    journal.record("add", about={"refused": {'a "quoted" \\ cause\n': 2}})
    answer = asked()
    assert answer.headers["content-type"] == metrics.CONTENT_TYPE
    assert [line for line in answer.text.splitlines() if not LINE.fullmatch(line)] == []


def test_builds_rows_refusals_and_the_cache_are_counted(asked):
    for number in (2, 3):
        journal.record("add", about={"refused": {"is empty": number}})
    queries.count("articles")
    queries.count("articles")
    text = asked().text
    assert "alaqat_builds 1\n" in text
    assert 'alaqat_rows{frame="articles"} 2\n' in text
    assert 'alaqat_refused_articles_total{cause="is empty"} 5\n' in text
    assert re.search(r"alaqat_query_cache_hits_total [1-9]", text)
    assert "alaqat_sessions 0\n" in text


def test_without_a_build_it_answers_as_well(asked, tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    assert "alaqat_builds 0\n" in asked().text


def test_reruns_are_counted_also_when_they_are_ended():
    times = Histogram()
    with pytest.raises(KeyError), times.measured():
        raise KeyError
    times.add(3.0)
    assert (times.number, times.at_most[2.5], times.at_most[5.0]) == (2, 1, 2)


def test_the_figures_as_a_whole(monkeypatch, whole):
    figures = SimpleNamespace(
        builds=2, built=1.5, rows={"events": 3, 'a"\\\n': 1}, refused={"slow": 1}
    )
    monkeypatch.setattr(metrics, "store_figures", lambda: figures)
    monkeypatch.setattr(metrics, "QUERY_CACHE", SimpleNamespace(hits=4, misses=5))
    times = metrics.RERUN_TIMES.__class__()
    times.add(0.3)
    monkeypatch.setattr(metrics, "RERUN_TIMES", times)
    whole("figures", metrics._text(6))
