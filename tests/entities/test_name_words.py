"""Kinds of words within a name."""

import pytest

from alaqat.arabic.fold import folded
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.name_words import (
    has_hamza_after_clitic,
    has_undotted_yeh,
    is_frequent,
    is_part,
    is_preposition,
    is_rare,
    kind_at,
    word_kind,
)
from tests.entities.helpers import document


def matches(text):
    return ListMatches(document(text))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("محمد", "known"),
        ("بن", "chain"),
        ("ليندغرين", "unknown"),
        ("في", "no"),
        ("2022", "no"),
        ("،", "no"),
        ("NATO", "no"),
        ("و", "no"),
        ("القنطوف", "article"),
        ("للقنطوف", "no"),
    ],
)
def test_a_word_has_one_kind(word, kind):
    assert word_kind(folded(word)) == kind


def test_frequent_parts_are_names_everywhere():
    assert (is_frequent("محمد"), is_frequent("ليندغرين")) == (True, False)


def test_never_words_are_no_parts():
    assert (is_part("محمد"), is_part("ليندغرين")) == (True, False)


def test_a_definite_common_word_is_not_rare():
    assert (is_rare("الرئيس"), is_rare("القنطوف")) == (False, True)


@pytest.mark.parametrize(("word", "kind"), [("إليونور", "unknown"), ("القنطوف", "article")])
def test_a_hamza_shows_that_a_word_has_no_article(word, kind):
    assert kind_at(matches(word), 0) == kind


@pytest.mark.parametrize(
    ("text", "preposition"),
    [
        ("وقع على الطاولة", True),
        ("قال علي حسن", False),
        ("فى البيت فى المدينة قال على حسن", False),
        ("فى البيت فى المدينة وقع على الطاولة", True),
    ],
)
def test_a_preposition_is_told_from_a_name_by_its_spelling(text, preposition):
    found = matches(text)
    index = next(n for n, word in enumerate(found.words) if word == "علي")
    assert is_preposition(found, index) is preposition


@pytest.mark.parametrize(("text", "undotted"), [("دخل فى البيت", True), ("دخل في البيت", False)])
def test_an_article_writes_its_final_yeh_one_way(text, undotted):
    assert has_undotted_yeh(matches(text)) is undotted


@pytest.mark.parametrize(("word", "clitic"), [("لإبداء", True), ("لبنى", False), ("إبداء", False)])
def test_a_hamza_as_second_letter_follows_a_clitic(word, clitic):
    assert has_hamza_after_clitic(matches(word), 0) is clitic
