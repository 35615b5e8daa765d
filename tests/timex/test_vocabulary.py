"""Words split into clitics and listed word; numbers and their slots."""

import pytest

from alaqat.timex.grammar import vocabulary
from alaqat.timex.vocabulary import number_values, slot_forms


@pytest.mark.parametrize(
    ("word", "split"),
    [
        ("امس", ((), "امس", 3)),
        ("وامس", (("و",), "امس", 3)),
        ("للخميس", (("ل",), "الخميس", 6)),
        ("وللخميس", (("و", "ل"), "الخميس", 6)),
        ("كتاب", None),
        ("بغد", (("ب",), "غد", 2)),
    ],
)
def test_clitics_are_split_from_a_listed_word(word, split):
    assert vocabulary().split(word) == split


@pytest.mark.parametrize(
    ("value", "digits", "slots"),
    [
        (5, 1, {"num", "count", "digits", "day", "hour"}),
        (30, 2, {"num", "count", "digits", "day"}),
        (2018, 4, {"num", "count", "digits", "year", "modern"}),
        (750, 3, {"num", "count", "digits", "year3"}),
        (1050, 0, {"num", "count", "words"}),
        (2018, 0, {"num", "count", "words", "year", "modern"}),
        (2.5, 2, {"num", "count"}),
    ],
)
def test_size_and_digits_say_what_a_number_can_be(value, digits, slots):
    assert number_values(value, digits=digits).keys() == slots


def test_an_ordinal_counts_nothing():
    assert number_values(3, ordinal=True).keys() == {"num", "ord", "words", "day", "hour"}


def test_forms_of_a_slot_are_folded():
    assert slot_forms("timestems", "eve") == ("عشية", "غداة")
