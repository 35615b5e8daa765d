"""Bodies by the pattern of their names."""

import pytest

from alaqat.entities import bodies
from alaqat.entities.list_matches import ListMatches
from tests.entities.helpers import document


def find(text):
    matches = ListMatches(document(text))
    return [
        (matches.document.surface(span.start, span.end), span.type, span.name_en)
        for span in bodies.find(matches)
    ]


@pytest.mark.parametrize(
    ("text", "name_en"),
    [
        ("وزارة الخارجية التركية", "Turkish Ministry of Foreign Affairs"),
        ("وزارة الخارجية", "Ministry of Foreign Affairs"),
        ("البرلمان التركي", "Turkish Parliament"),
        ("شرطة دبي", "Dubai Police"),
    ],
)
def test_an_organ_is_named_in_english_as_far_as_it_is_written(text, name_en):
    assert find(text) == [(text, "ORG", name_en)]


def test_a_portfolio_stands_for_its_ministry_with_a_feminine_adjective():
    assert find("قالت الخارجية التركية")[0][0] == "الخارجية التركية"
    assert find("قال الخارجية التركي") == []


def test_a_portfolio_that_is_an_adjective_is_no_ministry():
    assert find("نمت التجارة الخارجية الروسية") == []


def test_a_name_in_marks_follows_a_medium():
    assert find('نشرت قناة "قنطوف"') == [("قنطوف", "ORG", None)]


def test_a_thing_in_marks_is_of_another_type():
    assert find('أبحرت السفينة "قنطوف"') == [("قنطوف", "OTHER", None)]


@pytest.mark.parametrize("text", ['قال "قنطوف"', 'السفينة "في البحر"', 'السفينة "ا ب ت ث ج ح"'])
def test_other_words_in_marks_are_no_names(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "joint", "count"),
    [
        ("حزب العدالة الوطنية قال", False, 2),
        ("حزب العدالة والتنمية", True, 2),
        ("حزب العدالة والتنمية", False, 1),
        ("حزب\nالعدالة", True, 0),
    ],
)
def test_a_bodys_name_goes_on_over_definite_words(text, joint, count):
    matches = ListMatches(document(text))
    assert bodies.name_extent(matches, 1, definite=True, joint=joint)[1] == count
