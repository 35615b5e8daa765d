"""Building: nothing lost, nothing doubled, nothing made twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alaqat import store
from alaqat.build import executors, pipeline
from alaqat.build.pipeline import annotate, build
from alaqat.ingest import read
from alaqat.model.errors import AlaqatError, ArticleRefused
from alaqat.model.years import is_within_years
from alaqat.readers.protocol import ReaderResult
from tests import builders
from tests.conftest import ROOT, SEED


def paragraphs():
    """An article from each longer paragraph of the seed."""
    lines = [line for line in SEED.read_text(encoding="utf-8").splitlines() if len(line) > 120]
    return [builders.article(line, "2022-10-27", name=f"p{n}") for n, line in enumerate(lines)]


def test_in_is_stored_and_copies_and_refused(tmp_path):
    found = [*paragraphs(), paragraphs()[0], ArticleRefused("bad.txt: is empty")]
    report = build(found, root=tmp_path)
    assert report.added + len(report.duplicates) + len(report.refused) == report.found == len(found)
    assert list(map(str, report.duplicates)) == ["p0: has the same text as p0; kept once"]
    assert len(store.read(report.build, "articles")) == report.articles


def test_an_article_that_breaks_a_stage_is_named_and_the_rest_goes_on(tmp_path, monkeypatch):
    def breaks(article, _):
        if article.name == "p1":
            raise ValueError("no such thing")
        return annotate(article)

    monkeypatch.setattr(pipeline, "annotate", breaks)
    report = build(paragraphs()[:3], root=tmp_path)
    assert report.articles == 2
    assert report.refused[0].startswith("p1: could not be annotated (ValueError: no such thing)")


def test_a_second_build_annotates_nothing_again(tmp_path, monkeypatch):
    first = build(paragraphs()[:3], root=tmp_path)
    monkeypatch.setattr(pipeline, "annotate", None)
    assert build(paragraphs()[:3], root=tmp_path).build.id == first.build.id


@pytest.mark.parametrize("name", executors.LOCAL_EXECUTORS)
def test_any_engine_and_any_order_give_the_same_rows(tmp_path, name):
    forward = build(paragraphs()[:4], root=tmp_path / "a").build
    backward = build(
        paragraphs()[:4][::-1], root=tmp_path / "b", executor=executors.executor(name)
    ).build
    assert forward.id == backward.id


def test_an_unknown_engine_names_those_there_are():
    with pytest.raises(AlaqatError, match="choose one of serial, processes"):
        executors.executor("abacus")


def test_nothing_usable_publishes_nothing(tmp_path):
    assert build([ArticleRefused("x")], root=tmp_path).build is None
    assert not (tmp_path / "CURRENT").exists()


def test_the_seed_becomes_a_build(tmp_path):
    counts = build(read(ROOT / "seeds"), root=tmp_path).build.manifest["counts"]
    assert counts["articles"] == 1
    assert counts["events"] >= 8
    assert counts["quotes"] >= 8


@pytest.mark.parametrize(
    "text",
    ["و" * 50_000, "«" * 10_000, '"', "قال " * 5_000, "\u202eنص\u202c عادي هنا.", "2022 " * 3_000],
)
def test_hostile_text_is_annotated(text):
    found = annotate(builders.article(text))
    assert all(text[quote.start : quote.end] == quote.text for quote in found.quotes)


@pytest.mark.parametrize("when", ["عام 2150", "في يناير 2199"])
def test_an_event_of_a_year_that_is_not_kept_is_undated(when):
    found = annotate(builders.article(f"غزت فرنسا مصر {when}."))
    assert any(not is_within_years(timex.date_from, timex.date_to) for timex in found.timexes)
    assert [event.date_from for event in found.events] == [None]


@pytest.mark.parametrize("ago", ["قبل ألفي عام", "قبل ثلاثمئة قرن", "بعد ألف عام"])
def test_no_event_lies_in_a_year_that_is_not_kept(ago):
    found = annotate(builders.article(f"غزت فرنسا مصر {ago}."))
    assert all(
        is_within_years(event.date_from, event.date_to) for event in found.events if event.date_from
    )


def test_what_begins_after_the_publication_is_planned_whatever_a_reader_says():
    class Hasty:
        """A reader that holds everything to be done."""

        def read(self, found):
            events = tuple(replace(event, status="done") for event in found.events)
            return ReaderResult(events, found.quotes)

    text = "زار الرئيس الفرنسي مصر أمس. ويزور الرئيس الفرنسي تركيا في 9 مارس 2030."
    found = pipeline.annotate(builders.article(text, "2020-03-05"), Hasty())
    assert [event.status for event in found.events] == ["done", "planned"]
