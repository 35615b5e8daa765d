"""One entity for all mentions of a name."""

from tests.entities.helpers import find, surfaces


def people(text):
    return [entity for entity in find(text).values() if entity.type == "PER"]


def reasons(entity):
    return [mention.reason for mention in entity.mentions]


def test_a_part_of_a_name_is_the_persons():
    (person,) = people("قال الوزير النرويجي بيتر قنطوف ليندغرين إن. وقال الوزير بيتر ليندغرين إن")
    assert len(person.mentions) == 2


def test_an_organ_without_its_state_is_the_one_named_before():
    found = find("قالت وزارة الخارجية التركية إن. وأضافت وزارة الخارجية")
    organ = found["Turkish Ministry of Foreign Affairs"]
    assert reasons(organ) == ["name", "state"]


def test_an_organ_without_its_state_is_not_one_named_later():
    found = find("قالت وزارة الخارجية إن. وأضافت وزارة الخارجية التركية")
    assert set(found) == {"Ministry of Foreign Affairs", "Turkish Ministry of Foreign Affairs"}


def test_another_spelling_of_a_listed_person_says_so():
    (person,) = people("قال الرئيس التركي رجب طيب اردجان إن")
    assert (person.canonical_en, reasons(person)) == ("Recep Tayyip Erdogan", ["spelling"])


def test_the_usual_spelling_names_an_unlisted_person():
    text = "قال الوزير النرويجي بيتر ليندغرين إن. " * 2 + "قال الوزير النرويجي بيتر ليندجرين إن"
    (person,) = people(text)
    assert person.canonical_ar == "بيتر ليندغرين"
    assert len(surfaces(person)) == 3
