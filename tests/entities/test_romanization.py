"""English spellings where no list has one."""

import pytest

from alaqat.arabic.fold import folded
from alaqat.entities.romanization import english


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("محمد العتيبي", "Mohammed Al-Otaibi"),
        ("عبد الله", "Abdullah"),
        ("ستيفن ليندغرين", "Steven Lindegrin"),
        ("بيتر زفيزديتش", "Peter Zefizdic"),
        ("نيكولاي أرتامونوف", "Nikolai Artamonov"),
        ("مرمرة", "Marmara"),
        ("حزب الوحدة الوطنية", "National Unity Party"),
        ("حزب العدالة والإصلاح", "Justice and Reform Party"),
        ("إفروس", "Ifros"),
        ("إلتونيا بيترز", "Iltonia Peters"),
        ("أورباك ستينغال", "Orbak Stingal"),
        ("جابر الزهار", "Jabir Al-Zahar"),
    ],
)
def test_a_name_is_spelled_for_readers_of_english(name, spelled):
    assert english(folded(name), name) == spelled


@pytest.mark.parametrize(
    ("country", "spelled"),
    [("EGY", "Mohamed Abdelaziz"), ("QAT", "Mohammed Abdulaziz"), ("TUR", "Mehmet Abdulaziz")],
)
def test_a_name_is_spelled_as_its_bearers_press_does(country, spelled):
    assert english(folded("محمد عبد العزيز"), country=country) == spelled
