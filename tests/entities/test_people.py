"""Persons by their context."""

import pytest

from alaqat.entities import people
from alaqat.entities.list_matches import ListMatches
from tests.entities.helpers import document


def find(text):
    matches = ListMatches(document(text))
    return {
        (matches.document.surface(span.start, span.end), span.rule)
        for span in people.find(matches)[0]
    }


@pytest.mark.parametrize(
    ("text", "surface", "rule"),
    [
        ("وصل وزير العدل النرويجي قنطوف شرفوخ", "قنطوف شرفوخ", "title"),
        ("زار محمد حسن المدينة", "محمد حسن", "names"),
        ("قال قنطوف شرفوخ، المتحدث باسم الوزارة", "قنطوف شرفوخ", "introduced"),
        ("قال قنطوف شرفوخ ذلك. وأضاف شرفوخ ذلك", "قنطوف شرفوخ", "recurring"),
        ("قال شرفوخ قنطوف إن", "شرفوخ قنطوف", "spoken"),
        ("اعتقل محمد قنطوف أمس. ونفى قنطوف ذلك", "محمد قنطوف", "resumed"),
    ],
)
def test_a_person_is_found_by_context(text, surface, rule):
    assert (surface, rule) in find(text)


@pytest.mark.parametrize(
    "text", ["زار قنطوف المدينة", "وصل مستشار قنطوف", "زار محمد المدينة", "عاد قنطوف شرفوخ"]
)
def test_words_without_context_are_no_person(text):
    assert find(text) == set()


def test_a_second_adjective_stands_for_the_whole_title():
    assert ("قنطوف شرفوخ", "title") in find("نظيراه البريطاني بيتر هانسن والألماني قنطوف شرفوخ")


def test_every_title_is_given_with_the_persons():
    matches = ListMatches(document("التقى وزير العدل النرويجي السفير الياباني"))
    assert [office.country for office in people.find(matches)[1]] == ["NOR", "JPN"]
