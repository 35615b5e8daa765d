"""Reading a title."""

import pytest

from alaqat.entities import titles
from alaqat.entities.list_matches import ListMatches
from tests.entities.helpers import document


def read(text):
    matches = ListMatches(document(text))
    office, stop, is_sure = titles.read(matches, min(matches.titles))
    return office, matches.words[stop:], is_sure


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("وزير الدفاع التركي خلوصي", ["خلوصي"]),
        ("وزير الدفاع التشيلي الجنرال بابلو", ["بابلو"]),
        ("المتحدث باسم وزارة الدفاع الكينية بيتر", ["بيتر"]),
        ("رئيس فرنسا إيمانويل", ["ايمانويل"]),
        ("وزير\nالدفاع", ["\n", "الدفاع"]),
    ],
)
def test_a_title_ends_before_the_name(text, rest):
    words = read(text)[1]
    assert words == [word for word in rest if word != "\n"]


def test_an_office_has_portfolio_and_state():
    office = read("وزير الدفاع التركي خلوصي")[0]
    assert (office.role_en, office.portfolio, office.country) == ("Minister", "Defence", "TUR")


def test_an_office_of_an_office_has_an_inner_one():
    office = read("مستشار الرئيس الغاني كوفي")[0]
    assert (office.role_en, office.inner[1]) == ("Adviser", "President")


def test_a_rank_does_not_belong_to_the_plain_office():
    office = read("وزير الدفاع التشيلي الجنرال بابلو")[0]
    assert office.plain_end < office.end


@pytest.mark.parametrize(("text", "place"), [("عمدة لندن", "London"), ("رئيس فرنسا", None)])
def test_an_office_of_a_town_names_it(text, place):
    assert read(text)[0].place == place


@pytest.mark.parametrize(("text", "sure"), [("السيد بيتر", True), ("رئيس بيتر", False)])
def test_an_honorific_is_only_a_persons(text, sure):
    assert read(text)[2] is sure


@pytest.mark.parametrize(
    ("text", "nominal"), [("رئيس فرنسا", True), ("المتحدث باسم الوزارة", True)]
)
def test_a_definite_title_can_stand_for_its_holder(text, nominal):
    assert read(text)[0].nominal is nominal
