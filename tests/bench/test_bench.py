"""The bench's own arithmetic: what it prints and what it hands to its peer."""

import pytest

from alaqat.store import integrity
from bench import articles, heideltime, stores
from bench.report import Line, milliseconds, table
from tests import builders


def test_columns_are_as_wide_as_their_widest_cell():
    head, first, second = table(
        [Line("a", "1 ms"), Line("longer", "20 ms", "limit 10 ms")]
    ).splitlines()
    assert head.index("measured") == first.index("1 ms") == second.index("20 ms")
    assert head.index("reference") == second.index("limit")


def test_a_limit_that_is_missed_is_said_in_words():
    assert table([Line("a", "1", "2", "3×", holds=False)]).endswith("3× MISSED")
    assert table([Line("a", "1", "2", "3×", holds=True)]).endswith("3× holds")
    assert table([Line("a", "1")]).endswith("1")


def test_seconds_are_told_in_milliseconds():
    assert milliseconds(0.00312) == "3.1 ms"


def test_arabic_punctuation_stands_apart():
    assert heideltime.detached("عام 2003، ثم؛ متى؟") == "عام 2003 ، ثم ؛ متى ؟ "
    assert heideltime.detached("3,5 و(2)") == "3,5 و(2)"


def test_each_article_goes_to_the_peer_with_its_day():
    made = [builders.article("أمس، قال", "2020-03-05"), builders.article("غدا", "2021-01-01")]
    assert heideltime.written(made).split(heideltime.SEPARATOR) == [
        "2020-03-05\nأمس ، قال",
        "2021-01-01\nغدا",
    ]


def test_without_java_the_peer_is_left_out_with_a_reason(monkeypatch):
    monkeypatch.setattr(heideltime.shutil, "which", lambda tool: None)
    with pytest.raises(heideltime.Absent, match="no java here"):
        heideltime.measure([])


def test_without_a_corpus_the_seed_stands_in_under_many_names(monkeypatch, tmp_path):
    monkeypatch.setattr(articles, "CORPUS", articles.ROOT.parent / tmp_path.name)
    made, told = articles.sample(3)
    assert len({one.id for one in made}) == 3
    assert "is not next to this checkout" in told


def test_a_store_of_any_size_is_made(tmp_path):
    made = stores.publish(50, tmp_path)
    assert made.manifest["counts"]["events"] == 50
    assert integrity.violations(made) == []
