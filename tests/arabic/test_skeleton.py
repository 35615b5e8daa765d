"""Words reduced to their consonants."""

from alaqat.arabic.skeleton import root_letters, sound_classes, without_prefix, without_suffix


def test_a_verb_and_its_noun_have_the_same_letters():
    suffixes = ("ات", "ت")
    assert root_letters("استئناف", ("ال",), suffixes) == root_letters("استؤنفت", ("ال",), suffixes)


def test_a_cut_leaves_three_letters():
    assert without_prefix("المغرب", ("ال",)) == "مغرب"
    assert without_prefix("الف", ("ال",)) == "الف"
    assert without_suffix("بنت", ("ت",)) == "بنت"


def test_names_are_compared_by_classes_of_consonants():
    classes = {ord(letter): kind for letter, kind in [("ج", "غ"), ("ز", "س"), ("ا", ""), ("ي", "")]}
    assert sound_classes("جانتز", classes, "") == sound_classes("غانتس", classes, "")
    assert sound_classes("ايلا", classes, "ا") == "ال"
    assert sound_classes("ممثل", classes, "") == "مثل"
    assert sound_classes("", classes, "") == ""
