"""A build that is stopped, by anything and at any moment, leaves the store whole; the next one finishes the work."""

from __future__ import annotations

import errno
import filecmp
import importlib
import multiprocessing
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from unittest.mock import Mock

import duckdb
import pytest

from alaqat import store
from alaqat.build import executors, pipeline
from alaqat.build.annotation_cache import AnnotationCache
from alaqat.build.neighbour_index import NeighbourIndex
from alaqat.cli import main
from alaqat.model.errors import StoreBusy, StoreUnwritable
from alaqat.store import integrity
from alaqat.store.lock import exclusive_access
from tests import builders
from tests.conftest import ROOT

ALL = builders.visit_articles(9)
# the functions of `alaqat.store` hide the modules of the same names
search_module = importlib.import_module("alaqat.store.search")
publish_module = importlib.import_module("alaqat.store.publish")
successor_module = importlib.import_module("alaqat.store.successor")
# A clean process, with everything imported and read, from which each build is forked.
CLEAN = multiprocessing.get_context("forkserver")
CLEAN.set_forkserver_preload(["tests.slow.warm_reading", __name__])


def run(root, engine="serial"):
    pipeline.build(ALL, root=root, executor=executors.executor(engine))


def started(root, engine="serial"):
    process = CLEAN.Process(target=run, args=(root, engine))
    process.start()
    return process


def stray(root):
    """What no finished build leaves: anything but builds, the pointer, the cache and the lock."""
    return [path.name for path in root.glob(".*") if path.name != ".lock"]


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """A store with a build of five articles."""
    root = tmp_path_factory.mktemp("before")
    assert integrity.violations(pipeline.build(ALL[:5], root=root).build) == []
    return root


def is_whole(root, before):
    """The current build is the old one byte by byte, or a new one without violations."""
    old, left = store.latest(before), store.latest(root)
    if left.id != old.id:
        return integrity.violations(left) == []
    files = [file.name for file in old.path.iterdir()]
    return filecmp.cmpfiles(old.path, left.path, files, shallow=False) == (files, [], [])


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The build that must come out, and the seconds that it takes."""
    seconds = []
    root = tmp_path_factory.mktemp("whole")
    for act in (int, partial(run, root)):  # the first one only warms what the later ones fork from
        began = time.monotonic()
        process = CLEAN.Process(target=act)
        process.start()
        process.join()
        seconds.append(time.monotonic() - began)
    return store.latest(root), seconds[1]


@pytest.mark.parametrize("seed", range(5))
def test_a_killed_build_leaves_the_old_one_whole_and_the_next_finishes(
    tmp_path, before, whole, seed
):
    made, seconds = whole
    root = tmp_path / "store"
    shutil.copytree(before, root)
    process = started(root)
    process.join(random.Random(seed).uniform(0.05, 0.95) * seconds)  # noqa: S311
    process.kill()
    process.join()
    assert store.latest(root).id in (store.latest(before).id, made.id)
    assert is_whole(root, before)
    assert pipeline.build(ALL, root=root).build.id == made.id
    assert sorted(store.read(store.latest(root), "articles")["article_id"]) == sorted(
        one.id for one in ALL
    )
    assert stray(root) == []


PLACES = ["cache", "frames", "index", "manifest", "rename", "pointer"]


@pytest.mark.parametrize("place", PLACES)
def test_a_build_killed_between_two_steps_of_publishing_is_finished_by_the_next(
    tmp_path, before, whole, place
):
    root = tmp_path / "store"
    shutil.copytree(before, root)
    process = CLEAN.Process(target=killed_at, args=(root, place))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert store.latest(root).id == store.latest(before).id
    assert is_whole(root, before)
    assert pipeline.build(ALL, root=root).build.id == whole[0].id
    assert stray(root) == []


@pytest.mark.parametrize("place", [*PLACES, "neighbours"])
def test_what_is_added_and_killed_between_two_steps_is_added_by_the_next(tmp_path, before, place):
    root = tmp_path / "store"
    shutil.copytree(before, root)
    process = CLEAN.Process(target=killed_at, args=(root, place, added))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert is_whole(root, before)
    assert pipeline.add(ALL[5:7], root=root).articles == 7
    shutil.copytree(root, tmp_path / "again")
    assert store.latest(root).id == pipeline.rebuild(root=tmp_path / "again").build.id
    assert stray(root) == []


def added(root):
    pipeline.add(ALL[5:7], root=root)


def killed_at(root, place, act=run):
    patch(pytest.MonkeyPatch(), place, lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL))
    act(root)


def patch(monkeypatch, place, act):
    """Have `act` done in place of a step of a build."""
    steps = {
        "cache": [(AnnotationCache, "put")],
        "frames": [(publish_module, "_write_frames"), (successor_module, "written_database")],
        "index": [(search_module, "write"), (search_module, "change")],
        "manifest": [(Path, "write_text")],
        "rename": [(Path, "rename")],
        "pointer": [(publish_module, "set_current")],
        "neighbours": [(NeighbourIndex, "commit")],
    }
    for owner, name in steps[place]:
        monkeypatch.setattr(owner, name, act)


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("place", "error", "said"),
    [
        ("cache", sqlite3.OperationalError("database or disk is full"), "disk is full"),
        (
            "frames",
            duckdb.IOException("IO Error: Could not write file: No space left on device"),
            "No space left",
        ),
        ("index", sqlite3.OperationalError("database or disk is full"), "disk is full"),
        ("manifest", FULL, "No space left on device"),
        ("rename", FULL, "No space left on device"),
        ("pointer", FULL, "No space left on device"),
        ("cache", sqlite3.OperationalError("attempt to write a readonly database"), "readonly"),
        ("rename", PermissionError(errno.EROFS, os.strerror(errno.EROFS)), "Read-only file system"),
    ],
)
def test_a_full_disk_or_read_only_store_is_one_sentence(
    tmp_path, before, capsys, place, error, said
):
    root = tmp_path / "store"
    shutil.copytree(before, root)
    (tmp_path / "one.txt").write_text(ALL[7].text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as monkeypatch:
        patch(monkeypatch, place, Mock(side_effect=error))
        assert main(["add", str(tmp_path / "one.txt"), "--store", str(root)]) == 2
    told = capsys.readouterr().err.strip()
    assert said in told
    assert "the store is as it was" in told
    assert len(told.splitlines()) == 1
    assert store.latest(root).id == store.latest(before).id
    assert is_whole(root, before)
    assert pipeline.add([ALL[7]], root=root).articles == 6
    assert stray(root) == []


@pytest.mark.parametrize("kilobytes", [16, 64, 300])
def test_a_system_that_writes_no_more_is_survived(tmp_path, before, kilobytes):
    root = tmp_path / "store"
    shutil.copytree(before, root)
    process = CLEAN.Process(target=limited, args=(root, kilobytes * 1024))
    process.start()
    process.join()
    assert process.exitcode == 2
    assert is_whole(root, before)
    assert pipeline.build(ALL, root=root).articles == len(ALL)
    assert stray(root) == []


def limited(root, size):
    """A build by a process that may write files of `size` bytes at most."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        run(root)
    except StoreUnwritable:
        sys.exit(2)


def test_a_build_stopped_from_the_keyboard_says_that_it_goes_on(tmp_path, monkeypatch, capsys):
    (tmp_path / "one.txt").write_text(ALL[7].text, encoding="utf-8")
    patch(monkeypatch, "frames", Mock(side_effect=KeyboardInterrupt))
    assert main(["build", str(tmp_path), "--store", str(tmp_path / "store")]) == 130
    assert "continue where it stopped" in capsys.readouterr().err
    assert stray(tmp_path / "store") == []


def test_a_place_that_is_no_folder_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnwritable, match="cannot be written"):
        pipeline.build(ALL[:1], root=tmp_path / "file" / "store")


def test_a_second_build_says_who_holds_the_store(tmp_path):
    with (
        exclusive_access(tmp_path),
        pytest.raises(StoreBusy, match=f"is being written by process {os.getpid()} since"),
    ):
        pipeline.build(ALL[:1], root=tmp_path)
    assert pipeline.build(ALL[:1], root=tmp_path).articles == 1


def test_workers_that_outlive_a_killed_build_do_not_hold_the_store(tmp_path):
    process = started(tmp_path, "processes")
    while not (tmp_path / "annotations.sqlite").exists():
        time.sleep(0.01)
    time.sleep(0.2)
    process.kill()
    process.join()
    assert pipeline.build(ALL, root=tmp_path).articles == len(ALL)


def test_the_command_line_dies_and_goes_on(tmp_path, capsys):
    for one in ALL[:3]:
        (tmp_path / f"{one.name}.txt").write_text(one.text, encoding="utf-8")
    call = ["add", str(tmp_path), "--store", str(tmp_path / "store"), "--engine", "serial"]
    command = [sys.executable, "-m", "alaqat", *call, "--progress", "json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as first:
        assert any('"annotate"' in line for line in first.stdout)
        first.kill()
    assert main(call) == 0
    assert "3 articles" in capsys.readouterr().out
