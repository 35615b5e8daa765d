"""Entities of an article: one for each person, place and body, with every mention and the role written there."""

import pytest

from tests.conftest import SEED
from tests.entities.helpers import find, surfaces

ARTICLE = SEED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def seed():
    return find(ARTICLE)


@pytest.mark.parametrize(
    ("name", "mentions"),
    [
        (
            "Benny Gantz",
            ["بيني جانتس", "جانتس", "جانتس", "بيني جانتس", "*الوزير الإسرائيلي", "جانتس", "جانتس"],
        ),
        ("Recep Tayyip Erdogan", ["رجب طيب أردوغان", "أردوغان", "أردوغان"]),
        ("Hulusi Akar", ["خلوصي أكار", "خلوصي أكار", "أكار"]),
        ("Gaza Strip", ["غزة", "قطاع غزة", "غزة"]),
        ("Eastern Mediterranean", ["شرق المتوسط"]),
    ],
)
def test_the_seed_gives_each_person_and_place_once_with_all_mentions(seed, name, mentions):
    assert surfaces(seed[name]) == mentions


@pytest.mark.parametrize(
    ("surface", "kind"),
    [("مافي مرمرة", "OTHER"), ("حزب الوحدة الوطنية", "ORG"), ("أنقرة", "LOC"), ("فلسطين", "LOC")],
)
def test_the_seed_types_its_names(seed, surface, kind):
    assert [entity.type for entity in seed.values() if surface in surfaces(entity)] == [kind]


def test_roles_in_both_languages_of_the_seeds_people(seed):
    offices = {
        name: (seed[name].role, seed[name].role_en)
        for name in ("Benny Gantz", "Hulusi Akar", "Recep Tayyip Erdogan")
    }
    assert offices == {
        "Benny Gantz": ("وزير الدفاع الإسرائيلي", "Israeli Minister of Defence"),
        "Hulusi Akar": ("وزير الدفاع التركي", "Turkish Minister of Defence"),
        "Recep Tayyip Erdogan": ("الرئيس التركي", "Turkish President"),
    }


def test_a_mention_keeps_the_title_written_beside_it(seed):
    assert seed["Hulusi Akar"].mentions[1].role == "وزير الدفاع التركي"


def test_the_same_entity_has_the_same_id_in_every_article():
    first, second = find("قال رجب طيب أردوغان"), find("وندد اردوجان بالقرار")
    assert (
        first["Recep Tayyip Erdogan"].id
        == second["Recep Tayyip Erdogan"].id
        == "per:recep-tayyip-erdogan"
    )


def test_an_unknown_person_has_the_id_of_the_name():
    found = [find(f"قال وزير العدل الليبي {name}") for name in ("فرج المسماري", "فَرَج المسماري")]
    assert {
        entity.id for entities_ in found for entity in entities_.values() if entity.type == "PER"
    } == {"per:فرج-المسماري"}


def test_a_role_outside_its_years_is_not_given():
    found = find("وصل أردوغان", year=2005)["Recep Tayyip Erdogan"]
    assert (found.role, found.role_en) == (None, None)


def test_a_namesake_of_another_state_is_another_person():
    (person,) = (e for e in find("قال السفير اليمني محمد صلاح إن").values() if e.type == "PER")
    assert (person.known, person.country) == (False, "YEM")


@pytest.mark.parametrize("name", ["إليونور بيترمان", "أليسون مكاي"])
def test_a_word_that_only_folds_to_the_article_begins_a_name(name):
    (person,) = find(f"وقالت المتحدثة باسم الوزارة {name} في مؤتمر صحفي إن الاتفاق جيد.").values()
    assert surfaces(person) == [name]


def test_a_given_name_that_is_a_town_too_follows_an_office():
    (person,) = find("وقال المتحدث باسم الرئاسة فلاديمير بيسكوتو إن الأمر خطير.").values()
    assert surfaces(person) == ["فلاديمير بيسكوتو"]


def test_a_preposition_is_no_given_name():
    assert not [
        entity for entity in find("وقع على حسن نية الطرفين").values() if entity.type == "PER"
    ]


def test_a_dual_adjective_gives_the_state_of_a_title():
    person = find("التقى المسؤول بالوزيرين التركيين مولود جاويش أوغلو وخلوصي أكار")[
        "Mevlut Cavusoglu"
    ]
    assert person.country == "TUR"


def test_a_hashtag_with_underscores_is_a_name():
    assert surfaces(find("قمة #الاتحاد_الأوروبي اليوم")["European Union"]) == ["الاتحاد_الأوروبي"]
