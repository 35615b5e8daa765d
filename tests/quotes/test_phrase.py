"""A word's class depends on the state of the phrase before it."""

from __future__ import annotations

import pytest

from alaqat.model.records import Token
from alaqat.quotes.noun_phrases import read_phrase
from alaqat.quotes.phrase import Phrase, WordClass, add_word, lookup, word_class


def _token(word, start=0):
    return Token(word, start, start + len(word))


def _phrase(*words):
    phrase, start = Phrase(), 0
    for word in words:
        add_word(phrase, _token(word, start))
        start += len(word) + 1
    return phrase


@pytest.mark.parametrize(
    ("before", "word", "expected"),
    [
        ((), "وزير", WordClass.HEAD),
        (("وزير",), "البيروفي", WordClass.NATIONALITY),
        (("متحدث",), "وزارة", WordClass.OFFICE),
        (("متحدث", "البيروفي"), "وزارة", WordClass.OTHER),
        (("بيان",), "وزارة", WordClass.HEAD),
        (("مصدر",), "صحفي", WordClass.ADJECTIVE),
        ((), "بركات", WordClass.OTHER),
    ],
)
def test_the_class_of_a_word(before, word, expected):
    assert word_class(_phrase(*before), lookup(_token(word))) is expected


def test_a_phrase_without_words_is_empty_and_one_with_a_noun_is_headed():
    assert Phrase().is_empty
    assert _phrase("وزير").kind == "person"


def test_two_unknown_words_are_no_head():
    phrase = _phrase("بركات", "جابر")
    assert (phrase.kind, phrase.unknown_words) == (None, 2)


def test_an_author_after_a_document_begins_the_phrase():
    phrase = _phrase("بيان", "وزارة")
    assert (phrase.kind, phrase.start) == ("body", len("بيان") + 1)


def test_a_person_ends_the_phrase(index):
    text = "الوزير سامي حداد في المدينة"
    phrase = read_phrase(index(text, {"Sami Haddad": ["PER", "سامي حداد"]}), 0, len(text))
    assert phrase.person.entity.canonical_en == "Sami Haddad"
    assert (phrase.kind, phrase.is_qualified) == ("person", False)


def test_a_name_that_no_entity_has_leaves_the_description_unlisted(index):
    text = "المتحدث فادي جابر"
    assert read_phrase(index(text), 0, len(text)).is_unlisted


def test_a_preposition_qualifies_a_description(index):
    text = "مسؤول في الوزارة"
    assert read_phrase(index(text), 0, len(text)).is_qualified
