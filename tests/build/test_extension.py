"""A store that grew by a few articles at a time is the store of all of them at once."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from alaqat import corrections, store
from alaqat.build import neighbour_index, pipeline
from alaqat.corrections import Correction
from alaqat.export import format_registry
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES
from alaqat.model.ids import identity
from alaqat.model.selection import Selection
from alaqat.store import integrity, restoration
from alaqat.store.schema import FRAMES
from tests import builders

VISITS = builders.visit_articles(6)


def like(article, text, days=0, **fields):
    """Another article with a text, published some days later."""
    published = article.published + timedelta(days=days)
    return replace(article, id=identity(text), text=text, published=published, **fields)


LONG = " ".join(f"كلمة{number}" for number in range(60))
MIXED = [
    *VISITS,
    like(VISITS[1], VISITS[1].text + "\nثم غادر.", days=1),  # a newer version
    replace(VISITS[2], name="reprint", source="a", url="https://a.example/2"),
    replace(VISITS[3], name="early", published=VISITS[3].published - timedelta(days=1)),
    like(VISITS[4], f"{VISITS[4].text}\n{LONG}", name="told again", url="https://b.example/4"),
    like(VISITS[5], f"{VISITS[5].text}\n{LONG}", name="long", url="https://c.example/5"),
    like(
        VISITS[5],
        f"(رويترز) {VISITS[5].text}\n{LONG}",
        days=2,
        name="near",
        url="https://d.example",
    ),
    like(
        VISITS[0], f"{VISITS[0].text}\nوقال الرئيس إن بلاده قلقة.", days=3, url=None, name="later"
    ),
]


@pytest.fixture(scope="module")
def annotated(tmp_path_factory):
    """A store in which all articles are annotated."""
    root = tmp_path_factory.mktemp("annotated")
    pipeline.build(MIXED, root=root)
    return root / "annotations.sqlite"


def grown(root, annotated, articles, first, step):
    """The build of a store that got its `first` articles at once and the others by steps."""
    root.mkdir()
    shutil.copy(annotated, root)
    build = pipeline.build(articles[:first], root=root).build
    for start in range(first, len(articles), step):
        build = pipeline.add(articles[start : start + step], root=root).build
    return build


def made_at_once(build):
    """A build of everything that the store of `build` holds."""
    copy = build.path.parent.with_name("at-once")
    shutil.copytree(build.path.parent, copy)
    return pipeline.rebuild(root=copy).build


def exports(build, folder):
    """The bytes of a CSV file of each table."""
    folder.mkdir()
    for name in TABLES.keys() - {"corrections"}:
        request = ExportRequest(build, table=name, selection=Selection())
        format_registry.write_file(request, format_registry.named("csv"), folder / name)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def whole_builds(monkeypatch):
    """The number of articles of each build that was made as a whole."""
    numbers = []
    real = pipeline._BuildRun.build

    def counted(run, stored, given, **options):
        numbers.append(len(given.articles))
        return real(run, stored, given, **options)

    monkeypatch.setattr(pipeline._BuildRun, "build", counted)
    return numbers


@pytest.mark.parametrize("seed", range(4))
def test_any_order_and_steps_give_what_is_built_at_once(tmp_path, annotated, whole_builds, seed):
    chance = random.Random(seed)  # noqa: S311
    articles = chance.sample(MIXED, len(MIXED))
    build = grown(
        tmp_path / "grown", annotated, articles, chance.randint(1, 6), chance.randint(1, 4)
    )
    assert len(whole_builds) == 1
    other = made_at_once(build)
    assert build.id == other.id
    assert all(store.read(build, name).equals(store.read(other, name)) for name in FRAMES)
    assert exports(build, tmp_path / "a") == exports(other, tmp_path / "b")
    assert integrity.violations(build) == []


@pytest.mark.parametrize("query", ["كلمة7", "الرئيس", "Egypt", "العلاقات"])
def test_the_search_of_a_grown_store_finds_the_same(tmp_path, annotated, query):
    build = grown(tmp_path / "grown", annotated, MIXED[::-1], 3, 4)
    found = builders.search(build, query)
    assert not found.empty
    assert found.equals(builders.search(made_at_once(build), query))


def test_the_build_before_stays_as_it_was(tmp_path, annotated):
    before = grown(tmp_path / "grown", annotated, MIXED, 4, 99)
    first = pipeline.build(MIXED[:4], root=tmp_path / "first").build
    earlier = next(build for build in store.earlier(before) if build.id == first.id)
    assert all(store.read(earlier, name).equals(store.read(first, name)) for name in FRAMES)


def test_an_article_of_a_store_with_corrections_is_added_by_itself(
    tmp_path, annotated, whole_builds, monkeypatch
):
    monkeypatch.setenv("ALAQAT_CORRECTIONS", str(tmp_path / "corrections.csv"))
    corrections.append(Correction("hide", "loc:RUS", by="reader"))
    corrections.append(Correction("merge", "loc:EGY", "loc:QAT", by="reader"))
    build = grown(tmp_path / "grown", annotated, MIXED, 5, 3)
    assert len(whole_builds) == 1
    assert build.id == made_at_once(build).id


def test_a_touched_event_that_was_corrected_makes_a_whole_build(
    tmp_path, annotated, whole_builds, monkeypatch
):
    monkeypatch.setenv("ALAQAT_CORRECTIONS", str(tmp_path / "corrections.csv"))
    corrections.append(Correction("date", f"{VISITS[4].id}:0", "2020-01-01/2020-01-01", by="r"))
    build = grown(tmp_path / "grown", annotated, MIXED, 5, 99)
    assert whole_builds == [5, len(MIXED) - 5]
    assert build.id == made_at_once(build).id


@pytest.mark.parametrize("content", [None, b"", b"not a database " * 99])
def test_without_a_whole_index_the_build_is_made_as_a_whole(
    tmp_path, annotated, whole_builds, content
):
    build = grown(tmp_path / "grown", annotated, MIXED[:4], 4, 1)
    path = build.path.parent / neighbour_index.NAME
    path.unlink() if content is None else path.write_bytes(content)
    pipeline.add(MIXED[4:5], root=build.path.parent)
    pipeline.add(MIXED[5:6], root=build.path.parent)
    assert whole_builds == [4, 1]


def test_the_index_of_another_build_is_not_used(tmp_path, annotated, whole_builds):
    build = grown(tmp_path / "grown", annotated, MIXED[:5], 4, 1)
    (build.path.parent / "CURRENT").write_text(store.earlier(build)[0].id)
    pipeline.add(MIXED[5:6], root=build.path.parent)
    assert whole_builds == [4, 1]


def test_other_rules_make_a_whole_build(tmp_path, annotated, whole_builds, monkeypatch):
    build = grown(tmp_path / "grown", annotated, MIXED[:4], 4, 1)
    monkeypatch.setattr(pipeline.lexicon, "version", lambda: "another")
    pipeline.add(MIXED[4:5], root=build.path.parent)
    assert whole_builds == [4, 1]


def test_an_article_that_cannot_be_annotated_is_refused_and_changes_nothing(
    tmp_path, annotated, whole_builds, monkeypatch
):
    build = grown(tmp_path / "grown", annotated, MIXED[:4], 4, 1)
    monkeypatch.setattr(pipeline, "annotate", None)
    broken = like(VISITS[0], "نص جديد لا يقرأ.", url="https://e.example", name="broken")
    report = pipeline.add([broken], root=build.path.parent)
    assert (report.build.id, report.added, report.articles) == (build.id, 0, 4)
    assert report.refused[0].startswith("broken: could not be annotated")


def test_a_backup_without_the_index_is_a_store_that_grows(tmp_path, annotated, whole_builds):
    build = grown(tmp_path / "grown", annotated, MIXED[:4], 4, 1)
    left_out = shutil.ignore_patterns(".*", neighbour_index.NAME)
    shutil.copytree(build.path.parent, tmp_path / "backup", ignore=left_out)
    assert restoration.restore(tmp_path / "backup").id == build.id
    assert pipeline.add(MIXED[4:5], root=tmp_path / "backup").articles == 5
    assert whole_builds == [4, 1]
