"""Old builds go, except those that somebody needs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from alaqat import store
from alaqat.cli import main
from alaqat.model.errors import StoreBroken
from alaqat.store import builds, damage, journal
from alaqat.store.lock import exclusive_access
from alaqat.store.pruning import prune
from tests import builders


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store of five builds, of one day each."""
    root = tmp_path_factory.mktemp("made") / "store"
    for day in range(1, 6):
        visits = [builders.visit(f"2020-03-0{day}")]
        frames = builders.frames(visits, builders.events(*visits))
        store.publish(frames, root=root, version="1", built=f"2026-01-0{day}T00:00:00")
    return root


@pytest.fixture
def root(made, tmp_path):
    builds.close_databases()
    return Path(shutil.copytree(made, tmp_path / "store"))


def held(root):
    """The days of the builds in the store, newest first."""
    return [int(build.manifest["built"][9]) for build in builds.builds_in(root)]


def path_of(root, day):
    return next(
        build.path for build in builds.builds_in(root) if int(build.manifest["built"][9]) == day
    )


@pytest.mark.parametrize(("keep", "days"), [(0, [5]), (2, [5, 4, 3]), (9, [5, 4, 3, 2, 1])])
def test_the_current_build_and_the_newest_others_stay(root, keep, days):
    prune(root, keep)
    assert held(root) == days
    assert store.latest(root).path == path_of(root, 5)


def test_the_current_build_stays_where_it_is_the_oldest(root):
    (root / "CURRENT").write_text(path_of(root, 1).name)
    prune(root, 1)
    assert held(root) == [5, 1]


def test_a_dry_run_says_the_same_and_removes_nothing(root):
    told = prune(root, 1, is_dry_run=True)
    assert held(root) == [5, 4, 3, 2, 1]
    assert prune(root, 1) == told
    assert [bool(verdict.reason) for verdict in told] == [True, True, False, False, False]
    assert all(verdict.size > 0 for verdict in told)


def test_a_build_with_a_link_stays(root):
    (root / "before").symlink_to(path_of(root, 2).name)
    prune(root, 0)
    assert held(root) == [5, 2]


def test_a_build_that_a_reader_has_open_stays_until_it_is_closed(root):
    store.read(builds.Build.at(path_of(root, 2), {}), "events")
    prune(root, 0)
    assert held(root) == [5, 2]
    builds.close_databases()
    prune(root, 0)
    assert held(root) == [5]


def test_a_damaged_build_is_none_of_the_newest(root):
    (path_of(root, 4) / damage.SEARCH).unlink()
    prune(root, 1)
    assert held(root) == [5, 3]


def test_a_folder_without_a_manifest_goes(root):
    broken = root / ("a" * 12)
    broken.mkdir()
    prune(root, 9)
    assert not broken.exists()


def test_nothing_goes_while_the_current_build_is_damaged(root):
    (path_of(root, 5) / damage.DATABASE).unlink()
    with pytest.raises(StoreBroken):
        prune(root, 0)
    assert held(root) == [5, 4, 3, 2, 1]


def test_what_a_stopped_removal_left_goes_with_the_next_write(root):
    path_of(root, 1).rename(root / f".{'b' * 12}.17")
    with exclusive_access(root):
        assert not list(root.glob(".b*"))


def test_the_command_prints_each_decision_and_is_in_the_journal(root, capsys):
    assert main(["prune", "--keep", "1", "--store", str(root)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "stays: it is the current build" in lines[0]
    assert lines[-1].startswith("3 builds, ")
    assert [line["what"] for line in journal.entries(root)] == ["prune"]


def test_a_build_command_with_keep_removes_old_ones(root, tmp_path):
    (tmp_path / "a.txt").write_text("زار وزير خارجية تونس القاهرة في 3 مارس 2021.", "utf-8")
    assert main(["build", str(tmp_path / "a.txt"), "--keep", "1", "--store", str(root)]) == 0
    assert len(builds.builds_in(root)) == 2
