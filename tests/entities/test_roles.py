"""A person's office: in Arabic as written, in English composed."""

import pytest

from tests.entities.helpers import find


def person(text, year=2022):
    (found,) = (entity for entity in find(text, year).values() if entity.type == "PER")
    return found


@pytest.mark.parametrize(
    ("text", "written", "english"),
    [
        (
            "قال وزير العدل النرويجي بيتر هانسن إن",
            "وزير العدل النرويجي",
            "Norwegian Minister of Justice",
        ),
        ("وقال للسفير الياباني كنجي موريتا إنه", "السفير الياباني", "Japanese Ambassador"),
        (
            "التقى السيد وزير الري المصري ماجد حسنين",
            "وزير الري المصري",
            "Egyptian Minister of Irrigation",
        ),
        (
            "وصل وزير الدفاع التشيلي الجنرال بابلو موراليس",
            "وزير الدفاع التشيلي",
            "Chilean Minister of Defence",
        ),
        (
            "قال الرئيس البيروفي السابق بابلو موراليس",
            "الرئيس البيروفي السابق",
            "former Peruvian President",
        ),
        (
            "قال مستشار الرئيس الغاني كوفي منساه إن",
            "مستشار الرئيس الغاني",
            "Adviser to the Ghanaian President",
        ),
        ("صرح عمدة لندن بيتر هانسن بذلك", "عمدة لندن", "Mayor of London"),
        (
            "قال المتحدث باسم وزارة الدفاع الكينية بيتر هانسن إن",
            "المتحدث باسم وزارة الدفاع الكينية",
            "Spokesperson, Kenyan Ministry of Defence",
        ),
    ],
)
def test_an_office_is_given_in_both_languages(text, written, english):
    found = person(text)
    assert (found.role, found.role_en) == (written, english)


def test_the_listed_office_of_the_year_needs_no_title_in_the_article():
    found = person("وصل أردوغان", year=2020)
    assert (found.role, found.role_en) == (None, "Turkish President")


def test_the_longest_title_of_the_article_is_the_role():
    found = person("قال الوزير بيتر هانسن إن. وزار وزير العدل النرويجي بيتر هانسن المدينة")
    assert found.role == "وزير العدل النرويجي"


def test_a_counterpart_holds_the_office_named_before_in_english_alone():
    found = person("استقبل وزير العدل الكيني نظيره السويدي يوهان ليندغرين")
    assert (found.role, found.role_en) == (None, "Swedish Minister of Justice")


def test_a_counterpart_without_an_office_before_has_none():
    found = person("استقبل نظيره السويدي يوهان ليندغرين")
    assert (found.role, found.role_en) == (None, None)


def test_the_second_of_two_counterparts_has_a_country_and_no_office_of_its_own():
    found = find("التقى نظيريه البريطاني بيتر هانسن والألماني قنطوف شرفوخ.")
    second = found["Qantov Sherfokh"]
    assert (second.country, second.role_en) == ("DEU", None)
