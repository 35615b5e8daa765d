"""The article of a link, its annotations with what the lists show of them, and their numbers."""

from __future__ import annotations

import pytest

from components.data import article_queries, queries
from components.view.view_state import ViewState


@pytest.fixture(autouse=True)
def two_visits(tiny, monkeypatch):
    """France visits Chad and is quoted, in two articles."""
    monkeypatch.setenv("ALAQAT_STORE", str(tiny.path.parent))


@pytest.fixture
def rows():
    """The rows of a table of the store."""
    return lambda table: article_queries.rows(queries.read(table))


def test_a_link_to_an_event_or_quote_shows_its_article(rows):
    for table, key in (("events", "event_id"), ("quotes", "quote_id")):
        for row in rows(table):
            view = ViewState(**{key.removesuffix("_id"): row[key]})
            assert article_queries.article(view, [])["article_id"] == row["article_id"]


def test_without_a_link_the_first_listed_article_is_shown(rows):
    listed = rows("articles")
    assert article_queries.article(ViewState(), listed) == listed[0]
    assert article_queries.article(ViewState(), []) is None


def test_reports_have_the_coding_of_their_event_and_mentions_the_names_of_their_entity(rows):
    found = article_queries.findings(rows("articles")[0]["article_id"])
    assert [(row["kind"], row["polarity"]) for row in found.reports] == [("consult", "cooperation")]
    assert {row["canonical_en"] for row in found.mentions} == {"France", "Chad"}
    assert (len(found.timexes), len(found.quotes)) == (1, 1)


def test_an_offset_lies_in_the_sentence_around_it(rows):
    first = min(rows("sentences"), key=lambda row: row["start"])
    of, start, end = (first[name] for name in ("article_id", "start", "end"))
    assert article_queries.sentence_at(of, start) == (start, end)
    assert article_queries.sentence_at(of, end - 1) == (start, end)
    assert article_queries.sentence_at(of, end) != (start, end)
    assert article_queries.sentence_at(of, 10_000) is None
    assert article_queries.sentence_at(of, None) is None


def test_every_article_has_the_numbers_of_its_annotations(rows):
    counts = article_queries.finding_counts()
    assert set(counts) == {row["article_id"] for row in rows("articles")}
    assert all(of == {"event": 1, "quote": 1, "time": 1, "name": 2} for of in counts.values())
