"""A store grows and shrinks, and is always what one build of everything in it would be."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import replace

import duckdb
import pytest

from alaqat import corrections, store
from alaqat.build import pipeline
from alaqat.build.annotation_cache import AnnotationCache
from alaqat.build.report import report_json
from alaqat.cli import main
from alaqat.corrections import Correction
from alaqat.model.errors import AlaqatError, ArticleRefused, StoreMissing
from alaqat.model.ids import identity
from alaqat.store import integrity
from tests import builders
from tests.conftest import SEED

FEW = builders.visit_articles(6)
CHANGED = replace(FEW[1], text=FEW[1].text + "\nثم غادر.", id=identity(FEW[1].text + "\nثم غادر."))
REPRINT = replace(FEW[2], name="reprint", source="Paper", url="https://paper.example/2")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A build of everything at once."""
    return pipeline.build([*FEW, CHANGED, REPRINT], root=tmp_path_factory.mktemp("whole")).build


def test_articles_added_one_by_one_make_the_build_of_all_at_once(tmp_path, whole):
    for one in (*FEW, CHANGED, REPRINT):
        report = pipeline.add([one], root=tmp_path)
    assert store.read(report.build, "articles").equals(store.read(whole, "articles"))
    assert report.build.id == whole.id


def test_what_is_added_is_counted_by_itself(tmp_path):
    pipeline.build(FEW[:3], root=tmp_path)
    report = pipeline.add(
        [FEW[0], REPRINT, CHANGED, ArticleRefused("x: is empty"), FEW[5]], root=tmp_path
    )
    assert (report.found, report.added, len(report.duplicates), report.refused) == (
        5,
        2,
        2,
        ("x: is empty",),
    )
    assert report.articles == len(store.read(report.build, "articles")) == 4


def test_what_is_given_again_is_counted_as_a_copy_whatever_it_is(tmp_path):
    again = [replace(one, title="t", published_basis="link") for one in (*FEW, CHANGED, REPRINT)]
    first = pipeline.build([*FEW, CHANGED, REPRINT], root=tmp_path)
    report = pipeline.add(again, root=tmp_path)
    assert (report.added, len(report.duplicates), report.articles) == (0, 8, first.articles)
    assert len(store.read(report.build, "copies")) == 2


def test_copies_and_versions_are_rows_with_their_outlets(whole):
    copies = store.read(whole, "copies")
    assert sorted(zip(copies["kind"], copies["name"], copies["source"], strict=True)) == [
        ("same-text", "n2", "outlet 2"),
        ("version", "n1", "outlet 1"),
    ]
    assert set(copies["article_id"]) <= set(store.read(whole, "articles")["article_id"])


def test_a_build_reads_each_article_once(tmp_path, monkeypatch):
    pipeline.build(FEW, root=tmp_path)
    reads, prepared = Counter(), Counter()
    count(monkeypatch, AnnotationCache, "get", reads, lambda _, article: article.id)
    count(monkeypatch, pipeline, "prepare", prepared, lambda article: article.id)
    pipeline.rebuild(root=tmp_path)
    assert reads == prepared == Counter(article.id for article in FEW)


def test_corrections_of_names_read_entities_until_all_are_found(tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_CORRECTIONS", str(tmp_path / "corrections.csv"))
    report = pipeline.build(FEW, root=tmp_path)
    first = report.build and store.read(report.build, "mentions")["entity_id"].iloc[0]
    corrections.append(Correction("merge", first, "loc:nobody"))
    corrections.append(Correction("actors", f"{'0' * 16}:7", "EGY"))
    reads, prepared = Counter(), Counter()
    count(monkeypatch, AnnotationCache, "get", reads, lambda _, article: article.id)
    count(monkeypatch, pipeline, "prepare", prepared, lambda article: article.id)
    pipeline.rebuild(root=tmp_path)
    assert reads.total() == len(FEW) + 1
    assert prepared == Counter(article.id for article in FEW)


def count(monkeypatch, owner, name, counts, key_of):
    """Have calls of a function counted by the key of their arguments."""
    function = getattr(owner, name)

    def counted(*arguments, **options):
        counts[key_of(*arguments)] += 1
        return function(*arguments, **options)

    monkeypatch.setattr(owner, name, counted)


def test_nothing_new_annotates_nothing(tmp_path, monkeypatch):
    first = pipeline.build(FEW[:2], root=tmp_path)
    monkeypatch.setattr(pipeline, "annotate", None)
    again = pipeline.add(FEW[:2], root=tmp_path)
    assert (again.build.id, again.added, len(again.duplicates)) == (first.build.id, 0, 2)


def test_a_removed_article_is_gone_and_its_older_version_is_back(tmp_path):
    pipeline.build([*FEW[:2], CHANGED], root=tmp_path)
    report = pipeline.remove([CHANGED.id], root=tmp_path)
    assert set(store.read(report.build, "articles")["article_id"]) == {FEW[0].id, FEW[1].id}
    assert report.removed == (f"n1: removed ({CHANGED.id})",)
    assert report.build.id == pipeline.build(FEW[:2], root=tmp_path / "other").build.id


def test_an_unknown_id_is_named_and_nothing_changes(tmp_path):
    before = pipeline.build(FEW[:2], root=tmp_path).build
    with pytest.raises(AlaqatError, match="holds no article nobody"):
        pipeline.remove([FEW[0].id, "nobody"], root=tmp_path)
    assert store.latest(tmp_path).id == before.id


def test_a_store_may_lose_its_last_article(tmp_path):
    pipeline.build(FEW[:1], root=tmp_path)
    report = pipeline.remove([FEW[0].id], root=tmp_path)
    assert (report.articles, integrity.violations(report.build)) == (0, [])


def test_a_rebuild_of_an_unchanged_store_is_the_same_build(whole):
    report = pipeline.rebuild(root=whole.path.parent)
    assert report.build.id == whole.id
    assert report.found == report.added + len(report.duplicates) == 8


def test_a_rebuild_reads_the_texts_of_another_versions_store(tmp_path):
    before = pipeline.build(FEW[:3], root=tmp_path).build
    old = tmp_path / "000000000000"
    shutil.copytree(before.path, old)
    with duckdb.connect(str(old / "alaqat.duckdb")) as connection:
        connection.execute("ALTER TABLE articles DROP COLUMN published_basis; DROP TABLE copies")
    (old / "manifest.json").write_text(json.dumps({**before.manifest, "shape": "other"}))
    (tmp_path / "CURRENT").write_text(old.name)
    assert pipeline.rebuild(root=tmp_path).build.id == before.id


def test_what_new_rules_cannot_annotate_stays_bare_with_a_warning(tmp_path, monkeypatch):
    pipeline.build(FEW[:2], root=tmp_path)
    (tmp_path / "annotations.sqlite").unlink()
    monkeypatch.setattr(pipeline, "annotate", None)
    report = pipeline.rebuild(root=tmp_path)
    assert (report.articles, len(report.warnings)) == (2, 2)
    assert store.read(report.build, "events").empty


def test_nothing_can_be_rebuilt_where_nothing_was_built(tmp_path):
    with pytest.raises(StoreMissing, match="python -m alaqat build"):
        pipeline.rebuild(root=tmp_path)


def test_what_a_broken_article_stood_for_stands_for_itself(tmp_path, monkeypatch):
    real = pipeline.annotate
    monkeypatch.setattr(
        pipeline, "annotate", lambda one, _: None if one.id == CHANGED.id else real(one)
    )
    report = pipeline.build([FEW[1], CHANGED], root=tmp_path)
    assert (report.added, len(report.refused), report.duplicates) == (1, 1, ())


def test_a_cache_that_is_no_database_is_made_anew(tmp_path):
    (tmp_path / "annotations.sqlite").write_bytes(b"not a database " * 999)
    assert pipeline.build(FEW[:1], root=tmp_path).articles == 1


def test_commands_add_remove_and_rebuild(tmp_path, capsys):
    shutil.copy(SEED, tmp_path / "one.txt")
    (tmp_path / "two.txt").write_text(FEW[0].text, encoding="utf-8")
    where = ["--store", str(tmp_path / "store")]
    assert main(["add", str(tmp_path / "one.txt"), *where]) == 0
    assert main(["add", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), *where]) == 0
    said = capsys.readouterr()
    assert "2 in = 1 stored + 1 copies + 0 refused" in said.out
    assert "one: has the same text as one; kept once" in said.err
    assert main(["rebuild", *where]) == 0
    assert main(["remove", FEW[0].id, *where]) == 0
    assert "1 articles" in capsys.readouterr().out.splitlines()[-1]


def test_progress_as_json_is_a_line_a_step_and_ends_with_the_account(tmp_path, capsys):
    (tmp_path / "one.txt").write_text(FEW[0].text, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    assert (
        main(["add", str(tmp_path), "--store", str(tmp_path / "store"), "--progress", "json"]) == 1
    )
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["kind"] for line in lines] == [
        "refuse",
        "read",
        "annotate",
        "merge",
        "write",
        "done",
    ]
    assert lines[2] == {"kind": "annotate", "done": 1, "of": 1, "name": "one"}
    assert (lines[-1]["found"], lines[-1]["added"], len(lines[-1]["refused"])) == (2, 1, 1)


def test_progress_as_json_tells_a_failure_too(tmp_path, capsys):
    assert main(["rebuild", "--store", str(tmp_path), "--progress", "json"]) == 2
    assert json.loads(capsys.readouterr().out)["kind"] == "failed"


def test_an_account_is_json(whole):
    report = pipeline.rebuild(root=whole.path.parent)
    assert {copy["kind"] for copy in json.loads(json.dumps(report_json(report)))["copies"]} == {
        "same-text",
        "version",
    }
