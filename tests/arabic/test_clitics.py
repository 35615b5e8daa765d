"""The definite article and the proclitics."""

import pytest

from alaqat.arabic import clitics


@pytest.mark.parametrize(
    ("clitic", "kind"),
    [("و", "conjunction"), ("ول", "preposition"), ("وس", "future"), ("وبال", "article")],
)
def test_a_combination_is_of_the_kind_of_its_last(clitic, kind):
    assert clitics.clitic_kind(clitic) == kind


@pytest.mark.parametrize("word", ["", "من", "لو"])
def test_a_word_is_no_clitic(word):
    assert clitics.clitic_kind(word) is None


def test_the_usual_conjunction_and_preposition_come_first():
    assert clitics.clitics_of("conjunction")[0] == clitics.AND
    assert clitics.clitics_of("preposition")[0] == clitics.BY


def test_the_article_is_swallowed_and_restored():
    assert clitics.with_article_swallowed("المغرب") == "للمغرب"
    assert clitics.with_article_restored("للمغرب العربي") == "المغرب العربي"
    assert clitics.without_definite_article("المغرب") == "مغرب"


def test_a_word_without_article_stays_as_it_is():
    assert clitics.with_article_swallowed("تركيا") is None
    assert clitics.with_article_restored("لتركيا") == "لتركيا"
    assert clitics.without_definite_article("تركيا") == "تركيا"


def test_one_conjunction_is_taken_off_and_each_is_put_on():
    assert clitics.without_conjunction("وقال") == "قال"
    assert clitics.without_conjunction("قال") == "قال"
    assert clitics.with_conjunctions("قال") == ("قال", "وقال", "فقال")
    assert not clitics.has_conjunction("")
