"""The table of readers on the method page."""

import pytest

from alaqat.model.settings import DEFAULT_READER
from components.html import reader_scores
from components.i18n.words import Words


def row(reader, measure, f1, group=""):
    return {"reader": reader, "measure": measure, "f1": f1, "group": group, "articles": "105",
            "measured": "2026-11-29"}  # fmt: skip


@pytest.fixture
def table(monkeypatch):
    scores = (
        row("rules", "event_date_f1", "0.371"),
        row("rules", "event_date_f1", "0.999", group="outlet"),
        row("a<b", "event_date_f1", "0.556"),
    )
    monkeypatch.setattr(reader_scores, "rows", lambda name: scores)
    return reader_scores.html(Words("en"))


def test_each_reader_has_a_row_with_its_scores_over_all_articles(table):
    assert table.count('<th scope="row">') == 2
    assert "0.37" in table
    assert "0.56" in table
    assert "1.00" not in table


def test_names_are_escaped_and_the_day_and_number_of_articles_told(table):
    assert "a&lt;b" in table
    assert "29 November 2026" in table
    assert "105" in table


def test_without_scores_there_is_no_table(monkeypatch):
    monkeypatch.setattr(reader_scores, "rows", lambda name: ())
    assert reader_scores.html(Words("en")) == ""


def test_the_installed_file_has_the_default_readers_scores():
    assert f'<bdi dir="ltr">{DEFAULT_READER}</bdi>' in reader_scores.html(Words("ar"))


def test_the_table_as_a_whole(monkeypatch, whole):
    row = {"group": "", "reader": "<r>", "measured": "2026-11-22", "articles": "9"}
    scores = [
        row | {"measure": "quote_f1", "f1": "0.456"},
        row | {"measure": "quote_f1", "f1": "1", "group": "g"},
    ]
    monkeypatch.setattr(reader_scores, "rows", lambda _: scores)
    whole("table", reader_scores.html(Words("en")))
