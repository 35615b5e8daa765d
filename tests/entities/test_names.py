"""Reading a name word by word."""

import pytest

from alaqat.entities.list_matches import ListMatches
from alaqat.entities.names import is_free, read
from tests.entities.helpers import document


def matches(text):
    return ListMatches(document(text))


def name(text, index=0, **options):
    found = matches(text)
    result = read(found, index, **options)
    return result and found.document.surface(result.start, result.end)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("محمد حسن في المدينة", "محمد حسن"),
        ("محمد بن راشد قال", "محمد بن راشد"),
        ("محمد بن", "محمد"),
        ("يو-جونغ قالت", "يو-جونغ"),
        ("محمد، حسن", "محمد"),
        ("محمد وزير الخارجية", "محمد"),
    ],
)
def test_a_name_goes_as_far_as_its_words_can_belong_to_it(text, surface):
    assert name(text) == surface


@pytest.mark.parametrize("text", ["في محمد", "وزير محمد", "التركي محمد", "على حسن نية", "القنطوف"])
def test_no_name_begins_with_another_word(text):
    assert name(text) is None


def test_a_clitic_is_left_out():
    assert name("ومحمد حسن") == "محمد حسن"


def test_no_name_begins_after_the_text():
    assert name("محمد", 1) is None


def test_a_listed_state_is_a_given_name_after_an_honorific():
    assert (name("تشاد حسن"), name("تشاد حسن", titled=True)) == (None, "تشاد حسن")


@pytest.mark.parametrize(("word", "free"), [("سارة", True), ("باريس", False), ("قنطوف", True)])
def test_a_word_is_free_unless_a_listed_name_begins_there(word, free):
    assert is_free(matches(word), 0) is free
