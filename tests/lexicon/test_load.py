"""The one door to data/: what it accepts, what it refuses, how it matches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat import lexicon
from alaqat.arabic.fold import folded
from alaqat.lexicon import load
from alaqat.lexicon.load import Matcher
from alaqat.model.errors import LexiconError


def hits(matcher, text):
    text = folded(text)
    return [(text[hit.start : hit.end], hit.entry, hit.clitic) for hit in matcher.find(text)]


@pytest.fixture
def data(tmp_path, monkeypatch):
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(load, "DATA", tmp_path)
    yield tmp_path
    lexicon.table.cache_clear()
    lexicon.rules.cache_clear()


def test_a_clitic_is_left_out_of_the_hit():
    assert hits(Matcher([("تركيا", 1)]), "وتركيا وبتركيا") == [
        ("تركيا", 1, "و"),
        ("تركيا", 1, "وب"),
    ]


def test_where_the_preposition_swallowed_the_article_the_token_is_whole():
    assert hits(Matcher([("المغرب", 1)]), "للمغرب") == [("للمغرب", 1, "")]


def test_no_hit_inside_a_word():
    assert hits(Matcher([("رجب", 1)]), "مرجب رجبي") == []


def test_the_longest_hit_wins():
    assert hits(Matcher([("غزة", 1), ("قطاع غزة", 2)]), "قطاع غزة") == [("قطاع غزة", 2, "")]


def test_entries_that_share_a_form_are_all_kept():
    assert [entry for _, entry, _ in hits(Matcher([("عمان", 1), ("عُمان", 2)]), "عمان")] == [1, 2]


@given(
    st.lists(st.sampled_from(["غزة", "غز", "زة", "مصر", "صر"]), max_size=4),
    st.text("غزةمصر و", max_size=40),
)
def test_matching_equals_a_plain_search(words, text):
    matcher = Matcher([(word, word) for word in words], clitics=False)
    plain = {
        (at, word)
        for word in words
        for at in range(len(text))
        if text.startswith(word, at)
        and not text[max(at - 1, 0) : at].isalnum()
        and not text[at + len(word) : at + len(word) + 1].isalnum()
    }
    assert {(hit.start, hit.entry) for hit in matcher.overlapping(text)} == plain


def test_comments_are_no_rows(data):
    (data / "lexicon" / "words.csv").write_text("# source\na,b\n\n1,2\n")
    assert lexicon.table("words", ("a",)) == ({"a": "1", "b": "2"},)


def test_a_short_row_is_named(data):
    (data / "lexicon" / "words.csv").write_text("a,b\n1,2\n3\n")
    with pytest.raises(LexiconError, match=r"words\.csv, line 3: the number of cells"):
        lexicon.table("words")


def test_a_missing_column_is_named(data):
    (data / "lexicon" / "words.csv").write_text("a\n1\n")
    with pytest.raises(LexiconError, match="column b is missing"):
        lexicon.table("words", ("b",))


def test_a_missing_file_is_named(data):
    with pytest.raises(LexiconError, match=r"none\.csv: cannot be read"):
        lexicon.table("none")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- id: a\n- id: a\n", "share an id"),
        ("- pattern: x\n", "rule 1: has no id"),
        ("a: b\n", "should be a list"),
        ("- [", "cannot be read"),
    ],
)
def test_a_broken_rule_file_is_refused(data, text, why):
    (data / "rules" / "r.yaml").write_text(text)
    with pytest.raises(LexiconError, match=why):
        lexicon.rules("r")


def test_the_version_is_that_of_the_data_and_the_code():
    assert len(lexicon.version()) == 12
