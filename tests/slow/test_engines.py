"""Engines on real processes and a real Dask cluster on loopback: what is killed loses and doubles nothing."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress

import pytest

from alaqat.build import executors, pipeline
from alaqat.build.annotation_cache import AnnotationCache
from alaqat.cli import main
from alaqat.model.errors import AlaqatError, WorkerKilled
from tests import builders
from tests.conftest import ROOT

ARTICLES = builders.visit_articles(30)
GUILTY = 7
WORKER = ("--nthreads", "1", "--no-nanny", "--no-dashboard")


def twice(number):
    """A number's double; the guilty one kills its process."""
    if number == GUILTY:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def slowly(number):
    time.sleep(0.05)
    return number


@pytest.fixture(scope="module")
def needs_dask():
    pytest.importorskip("distributed", reason="requirements-dask.txt is not installed")


@pytest.fixture(scope="module")
def cluster(needs_dask):
    """A scheduler and two workers: the address and the processes.

    Starting them takes seconds, so that the tests share them: the second worker outlives the first,
    and the last test takes the scheduler away.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with (
        running("scheduler", "--host", address, "--no-dashboard") as scheduler,
        running("worker", address, *WORKER) as first,
        running("worker", address, *WORKER) as second,
    ):
        yield address, scheduler, (first, second)


@contextmanager
def running(kind, *options):
    """A process of the cluster, with those that it starts."""
    command = [sys.executable, "-m", "distributed.cli.dask_" + kind, *options]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=environment, start_new_session=True, **quiet)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def killed(results):
    return [number for number, result in enumerate(results) if isinstance(result, WorkerKilled)]


def test_an_article_that_kills_its_process_is_the_only_one_that_is_lost():
    results = list(executors.processes(twice, range(50)))
    assert killed(results) == [GUILTY]
    assert results[:GUILTY] + results[GUILTY + 1 :] == [
        2 * number for number in range(50) if number != GUILTY
    ]


def test_an_article_that_kills_its_process_is_refused_by_name(tmp_path):
    def kills(function, articles):
        return (
            WorkerKilled("killed it") if one.name == "n3" else function(one) for one in articles
        )

    report = pipeline.build(ARTICLES[:6], root=tmp_path, executor=kills)
    assert (report.articles, report.refused) == (5, ("n3: killed it",))


def test_a_cluster_gives_the_store_of_one_process(cluster, tmp_path):
    address, _, _ = cluster
    for one in ARTICLES:
        (tmp_path / f"{one.name}.txt").write_text(one.text, encoding="utf-8")
    build = ["build", str(tmp_path), "--store"]
    assert main([*build, str(tmp_path / "a"), "--dask", address]) == 0
    assert main([*build, str(tmp_path / "b")]) == 0
    assert (tmp_path / "a" / "CURRENT").read_text() == (tmp_path / "b" / "CURRENT").read_text()


def test_a_cluster_goes_on_without_a_killed_worker_and_finds_the_guilty_article(
    cluster, monkeypatch
):
    address, _, (first, _) = cluster
    monkeypatch.setattr(executors, "CLUSTER_BATCH_SIZE", 10)
    results = []
    for result in executors.dask(slowly, range(80), address=address):
        results.append(result)
        if len(results) == 20:
            os.killpg(first.pid, signal.SIGKILL)
    assert results == list(range(80))
    assert killed(executors.dask(twice, range(30), address=address)) == [GUILTY]


def test_when_the_scheduler_goes_the_next_run_goes_on(cluster, tmp_path, monkeypatch):
    address, scheduler, _ = cluster
    monkeypatch.setattr(executors, "CLUSTER_BATCH_SIZE", 2)
    written = []
    put = AnnotationCache.put

    def put_and_kill(cache, article, data):
        put(cache, article, data)
        written.append(article.id)
        if len(written) == 10:
            scheduler.kill()

    monkeypatch.setattr(AnnotationCache, "put", put_and_kill)
    with pytest.raises(AlaqatError, match=r"scheduler is gone .* continues where it stopped"):
        pipeline.build(ARTICLES, root=tmp_path, executor=executors.executor("dask", address))
    before = list(written)
    assert pipeline.build(ARTICLES, root=tmp_path).articles == len(ARTICLES)
    assert sorted(written) == sorted(one.id for one in ARTICLES)
    assert len(before) < len(written)


def test_where_no_scheduler_answers_it_is_one_sentence(needs_dask, monkeypatch):
    monkeypatch.setattr(executors, "_CLUSTER_TIMEOUT", 1)
    with pytest.raises(AlaqatError, match="no Dask scheduler"):
        list(executors.dask(twice, [1], address="tcp://127.0.0.1:1"))


def test_an_address_is_for_dask_only():
    with pytest.raises(AlaqatError, match="is for --engine dask"):
        executors.executor("processes", "tcp://127.0.0.1:1")
