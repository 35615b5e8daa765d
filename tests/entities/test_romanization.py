"""English spellings where no list has one."""

import pytest

from alaqat.arabic.fold import folded
from alaqat.entities.romanization import composed, english, romanize


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


@pytest.mark.parametrize(
    ("words", "english_words"),
    [("الوطنية", "National"), ("قنطوف", None), ("الوحدة الوطنية", "National Unity")],
)
def test_a_bodys_words_are_translated_if_all_are_known(words, english_words):
    assert composed(folded(words)) == english_words


@pytest.mark.parametrize(
    ("name", "latin"),
    [("قنطوف", "Qantov"), ("يو-جونغ", "You-Jong"), ("ستراند", "Strand"), ("غرانت", "Grant")],
)
def test_an_unlisted_name_is_spelled_by_its_letters(name, latin):
    assert romanize(folded(name), name) == latin
