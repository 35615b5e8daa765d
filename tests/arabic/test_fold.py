"""Folding gives letters one spelling and keeps the way back."""

from itertools import pairwise

import pytest
from hypothesis import given

from alaqat.arabic.fold import fold, folded, search_key
from tests.arabic.texts import WILD


@pytest.mark.parametrize(
    ("written", "matched"),
    [
        ("أُردوغَان", "اردوغان"),
        ("إسرائـيل", "اسراييل".replace("يي", "ئي")),
        ("١٢ مارس ۲۰۲۲", "12 مارس 2022"),
        ("&#34;نص&quot;", '"نص"'),
        ("#التعاون_الإسلامي", "التعاون الاسلامي"),
        ("على  قطاع", "علي قطاع"),
        ("ﺗﺮﻛﻴﺎ", "تركيا"),
        ("\u202bنص\u202c", "نص"),
    ],
)
def test_spellings_fold_to_one(written, matched):
    assert folded(written) == matched


@given(WILD)
def test_folding_twice_changes_nothing(text):
    once = folded(text)
    assert folded(once) == once or set("&#_") & set(text)


@given(WILD)
def test_every_folded_character_knows_its_source(text):
    plain, index = fold(text)
    if index is not None:
        assert len(index) == len(plain)
        assert all(a <= b for a, b in pairwise(index))
        assert all(0 <= at < len(text) for at in index)


def test_search_ignores_hamza_and_teh_marbuta():
    assert search_key("مسؤولة") == search_key("مسووله")


def test_every_vowel_sign_that_camel_tools_knows_is_folded_away():
    # Heavy, and no other test needs them.
    from camel_tools.utils.charsets import AR_DIAC_CHARSET  # noqa: PLC0415
    from camel_tools.utils.dediac import dediac_ar  # noqa: PLC0415

    text = "".join(f"ب{mark}" for mark in sorted(AR_DIAC_CHARSET))
    assert folded(text) == dediac_ar(text)
