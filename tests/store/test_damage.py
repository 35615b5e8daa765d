"""Kinds of damage to a store: each is told in a sentence, and the last whole build comes back."""

from __future__ import annotations

import json
import resource
import shutil
from collections.abc import Callable
from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest

from alaqat import store
from alaqat.build import pipeline
from alaqat.build.annotation_cache import AnnotationCache
from alaqat.cli import main
from alaqat.model.errors import AlaqatError, StoreBroken, StoreLost, StoreMissing, StoreUnwritable
from alaqat.model.selection import Selection
from alaqat.store import damage
from alaqat.store.restoration import restore
from tests import builders

MORE = builders.visit_articles(3)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store of two builds: of two articles, and of three."""
    root = tmp_path_factory.mktemp("made") / "store"
    pipeline.build(MORE[:2], root=root)
    pipeline.add(MORE[2:], root=root)
    return root


@pytest.fixture
def root(made, tmp_path):
    return Path(shutil.copytree(made, tmp_path / "store"))


def ids(root):
    """The current build and the one before."""
    current = store.latest(root)
    return current.id, store.earlier(current)[0].id


def flip(place: float) -> Callable[[Path], None]:
    def flipped(path):
        data = bytearray(path.read_bytes())
        data[min(int(len(data) * place), len(data) - 1)] ^= 0x10
        path.write_bytes(bytes(data))

    return flipped


def cut(share: float) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])


def as_folder(path):
    path.unlink()
    path.mkdir()


DAMAGE = {
    "gone": Path.unlink,
    "empty": cut(0),
    "half": cut(0.5),
    "last byte gone": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "longer": lambda path: path.write_bytes(path.read_bytes() + b"\0" * 4096),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "noise": lambda path: path.write_bytes(b"\xff\x00no" * 50),
    "bit at 0": flip(0),
    "bit at 0.01": flip(0.01),
    "bit in the middle": flip(0.5),
    "bit at the end": flip(1),
    "a folder": as_folder,
}
PARTS = (damage.MANIFEST, damage.DATABASE, damage.SEARCH)


def use(root):
    """Everything that reads a build, as the pages do."""
    build, _ = store.served(root)
    for name in store_frames():
        store.read(build, name)
    store.read(build, "sentences", Selection(query="الوزير"))


def store_frames():
    return ("articles", "copies", "events", "reports", "quotes", "entities", "mentions")


@pytest.mark.parametrize(("part", "kind"), list(product(PARTS, DAMAGE)))
def test_a_damaged_part_is_told_and_mended(root, part, kind, capsys):
    current, before = ids(root)
    DAMAGE[kind](root / current / part)
    assert main(["check", "--store", str(root)]) == 2
    assert "is not whole" in capsys.readouterr().err
    for _ in range(2):  # what only reading shows is known afterwards
        with suppress(StoreBroken):
            use(root)
    use(root)
    assert main(["restore", "--store", str(root)]) == 0
    assert store.latest(root).id == before


@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_build_is_replaced_when_it_is_made_again(root, part):
    current, before = ids(root)
    flip(0.5)(root / current / part)
    assert restore(root).id == before
    report = pipeline.add(MORE[2:], root=root)
    assert report.articles == 3
    assert report.build.id == current
    assert damage.damage(report.build.path, report.build.manifest) == []


@pytest.mark.parametrize(
    "content", [None, b"", b"000000000000", b"../../x", b"\xff\xfe", b"x" * 999]
)
def test_a_lost_pointer_loses_no_article(root, content, capsys):
    current, _ = ids(root)
    pointer = root / "CURRENT"
    pointer.unlink() if content is None else pointer.write_bytes(content)
    for call in (["add", "x.txt"], ["rebuild"], ["check"], ["remove", "x"]):
        assert main([*call, "--store", str(root)]) == 2
        assert "alaqat restore" in capsys.readouterr().err
    build, problem = store.served(root)
    assert build.id == current
    assert problem is not None
    assert main(["restore", "--store", str(root)]) == 0
    assert store.latest(root).id == current


def test_a_build_is_restored_by_its_id_and_nothing_else_is(root):
    current, before = ids(root)
    assert restore(root, before).id == store.latest(root).id == before
    flip(0.5)(root / current / damage.DATABASE)
    with pytest.raises(StoreBroken, match="does not hold what was written"):
        restore(root, current)
    for other in ("..", "000000000000", f"../store/{current}"):
        with pytest.raises(StoreMissing, match=before):
            restore(root, other)
    assert store.latest(root).id == before


def test_a_whole_current_build_stays(root):
    assert restore(root).id == ids(root)[0]


def test_where_no_build_is_whole_the_sentence_says_so(root):
    for build_id in ids(root):
        shutil.rmtree(root / build_id)
    with pytest.raises(StoreBroken, match="no build in it is whole"):
        restore(root)


def test_without_builds_there_is_nothing_to_restore(tmp_path):
    with pytest.raises(StoreMissing):
        restore(tmp_path / "none")
    with pytest.raises(StoreMissing) as raised:
        store.latest(tmp_path)
    assert not isinstance(raised.value, StoreLost)


def test_a_build_of_an_earlier_version_without_checksums_is_read(root):
    current, _ = ids(root)
    path = root / current / damage.MANIFEST
    manifest = damage.read_manifest(path)
    path.write_text(json.dumps({k: manifest[k] for k in manifest if k not in ("parts", "sha256")}))
    assert store.latest(root).id == current
    assert restore(root).id == current


@pytest.mark.parametrize("kind", ["empty", "half", "noise", "bit in the middle"])
def test_a_damaged_cache_heals(root, kind):
    DAMAGE[kind](root / "annotations.sqlite")
    assert pipeline.rebuild(root=root).articles == 3
    assert len(store.read(store.latest(root), "events")) >= 3


def test_a_spoiled_row_of_the_cache_is_annotated_again(root):
    cache = AnnotationCache(root / "annotations.sqlite")
    cache._connection.execute("UPDATE annotations SET data = x'00'")
    cache._connection.commit()
    cache.close()
    report = pipeline.rebuild(root=root)
    assert report.articles == 3
    assert len(store.read(report.build, "events")) >= 3


@pytest.mark.parametrize("name", ["a?b", "a#b", "a%20b", "a b", "a'b", "ا"])
def test_a_store_may_have_any_name(tmp_path, name):
    build = builders.publish(builders.visits(), tmp_path / name)
    assert len(store.read(build, "events")) == 2
    assert len(builders.search(build, "فرنسا")) == 2


def test_a_cache_that_is_a_folder_is_told(root):
    as_folder(root / "annotations.sqlite")
    with pytest.raises(AlaqatError, match="cannot be written"):
        pipeline.rebuild(root=root)


def test_a_disk_that_fills_while_a_database_is_closed_publishes_nothing(root):
    current, _ = ids(root)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        with pytest.raises(StoreUnwritable, match="the store is as it was"):
            pipeline.remove([MORE[0].id], root=root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert store.latest(root).id == current
