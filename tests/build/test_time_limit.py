"""An article that takes too long is named, and the batch goes on."""

from __future__ import annotations

import re
import threading
import time

import pytest

from alaqat.build import executors, pipeline
from alaqat.build.time_limit import CHARACTERS, time_limit
from alaqat.cli import main
from alaqat.model.errors import ArticleTooSlow
from alaqat.model.settings import Settings
from tests import builders

SLOW = "قال الوزير إن الأمر بطيء."
ENDLESS = re.compile("(a+)+b")


def work(seconds):
    """Take processor time."""
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


@pytest.fixture
def slow(monkeypatch):
    """One article that never ends, under a limit of three seconds."""
    monkeypatch.setenv("ALAQAT_ARTICLE_SECONDS", "3")
    usual = pipeline._annotate_by_rules
    usual(builders.article("زار وزير فرنسا تشاد."))  # loads the lexicon

    def annotate(article):
        if article.text == SLOW:
            ENDLESS.match("a" * 60)
        return usual(article)

    monkeypatch.setattr(pipeline, "_annotate_by_rules", annotate)


@pytest.mark.parametrize("engine", executors.LOCAL_EXECUTORS)
def test_the_batch_goes_on(slow, engine, tmp_path):
    articles = [builders.article(SLOW, name="slow"), builders.visit("2020-03-04").article]
    report = pipeline.build(articles, root=tmp_path, executor=executors.executor(engine))
    assert report.articles == 1
    (refusal,) = report.refused
    assert refusal.startswith("slow: took longer than 3 s")


def test_annotate_names_it_and_writes_the_others(slow, tmp_path, capsys):
    (tmp_path / "a.txt").write_text(SLOW, encoding="utf-8")
    (tmp_path / "b.txt").write_text("زار وزير فرنسا تشاد.", encoding="utf-8")
    assert main(["annotate", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "a: took longer" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.json"]


def test_a_longer_text_has_more_time_and_the_limit_ends_with_its_block():
    with time_limit(0.05, 4 * CHARACTERS):
        work(0.1)
    with pytest.raises(ArticleTooSlow), time_limit(0.05, CHARACTERS):
        work(1)
    work(0.1)


def test_time_in_which_the_process_does_nothing_does_not_count():
    with time_limit(0.05, 1):
        time.sleep(0.2)


def test_no_limit_where_none_can_be_or_none_is_wanted():
    def block():
        with time_limit(0.01, 1):
            work(0.05)
        ended.append(True)

    ended = []
    thread = threading.Thread(target=block)
    thread.start()
    thread.join()
    with time_limit(0, 1):
        work(0.05)
    assert ended == [True]


@pytest.mark.parametrize(
    ("text", "seconds"), [("5", 5), ("0", 0), ("-1", 60), ("x", 60), ("nan", 60)]
)
def test_the_environment_sets_the_limit(monkeypatch, text, seconds):
    monkeypatch.setenv("ALAQAT_ARTICLE_SECONDS", text)
    assert Settings.from_env().article_seconds == seconds
