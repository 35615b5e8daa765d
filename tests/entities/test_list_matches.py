"""Words of an article and the list entries at them."""

import pytest

from alaqat.entities.list_matches import ListMatches
from tests.entities.helpers import document


def matches(text):
    return ListMatches(document(text))


@pytest.mark.parametrize(
    ("text", "joined"), [("قال فلان", True), ("قال\nفلان", False), ("قال، فلان", False)]
)
def test_words_are_joined_by_one_plain_space(text, joined):
    assert matches(text).is_joined(1) is joined


def test_the_first_word_and_the_end_are_joined_to_nothing():
    found = matches("قال فلان")
    assert (found.is_joined(0), found.is_joined(2)) == (False, False)


def test_the_longest_entry_at_a_word_is_kept():
    found = matches("وصل إلى الولايات المتحدة الأمريكية")
    span, listed = found.names[2]
    assert (listed.id, span.stop) == ("loc:USA", 5)


def test_a_name_after_a_clitic_is_not_the_whole_word():
    found = matches("سافر لأنقرة")
    span, listed = found.names[1]
    assert (listed.name_en, found.is_whole_word(1, span)) == ("Ankara", False)


@pytest.mark.parametrize(
    ("text", "name"),
    [("وصل إلى عمان مسؤولون أردنيون", "Amman"), ("وصل إلى عمان مسؤولون عمانيون", "Oman")],
)
def test_a_shared_spelling_is_read_by_the_states_of_the_article(text, name):
    assert matches(text).names[2][1].name_en == name


def test_a_states_name_after_a_definite_noun_is_its_adjective():
    found = matches("الحكومة السعودية")
    assert (found.names, found.demonyms[1][1].country) == ({}, "SAU")
