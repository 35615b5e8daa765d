"""A build says what it holds: articles without a day, and refusals by cause."""

from __future__ import annotations

import pytest

from alaqat.build.deduplication import deduplicate
from alaqat.build.report import build_report, report_json, undated_sentence
from alaqat.model.errors import ArticleRefused
from tests import builders


def report(*articles, refused=()):
    return build_report((), articles, deduplicate(articles), refused, {})


@pytest.fixture
def articles():
    return [
        builders.article(f"زار وزير فرنسا تشاد للمرة {number}.", published, source=source)
        for number, (published, source) in enumerate(
            [("2020-03-05", "أ"), (None, "أ"), (None, "أ"), (None, None)]
        )
    ]


def test_articles_without_a_day_are_counted_by_source(articles):
    made = report(*articles)
    assert made.undated == (("أ", 2), ("", 1))
    sentence = undated_sentence(made)
    assert sentence.startswith("3 of 4 articles (75%) have no day of publication")
    assert sentence.endswith(": أ 2, no source 1")


def test_nothing_is_said_where_every_article_has_a_day(articles):
    assert undated_sentence(report(articles[0])) is None


def test_refusals_are_grouped_by_cause_and_counted(articles):
    refused = [
        ArticleRefused(f"a.csv, line {number}: is empty").at(f"a.csv, line {number}")
        for number in range(2, 6)
    ]
    shown = report_json(report(*articles, refused=refused))
    assert shown["refused"] == ["a.csv, line 2: is empty (4 times: also line 3, line 4 and 1 more)"]
    assert (shown["refused_count"], shown["found"]) == (4, 8)
    assert shown["undated"] == [{"source": "أ", "count": 2}, {"source": "", "count": 1}]
