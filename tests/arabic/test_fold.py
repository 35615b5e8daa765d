"""Folding keeps its way back; sentences and tokens cover what a reader sees."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.arabic.document import prepare
from alaqat.arabic.fold import fold, folded, search_key
from alaqat.arabic.tokenize import tokens
from tests.conftest import make_article

WILD = st.text(
    alphabet=st.sampled_from('أإآاىيةه وَّـ\u200f\u202e#_&;34"«».؟\n ١٢ﷺﻻتركياaZ'), max_size=80
)


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


@given(WILD)
def test_a_span_covers_whole_characters_of_the_original(text):
    document = prepare(make_article(text))
    for token in document.tokens:
        start, end = document.span(token.start, token.end)
        assert 0 <= start < end <= len(text)
        assert document.folded_span(start, end)[0] <= token.start


def test_a_span_keeps_the_marks_written_over_its_last_letter():
    document = prepare(make_article("قُتلَ رجلٌ هنا"))
    assert document.surface(4, 7) == "رجلٌ"


@given(WILD)
def test_sentences_are_in_order_and_inside_the_text(text):
    document = prepare(make_article(text))
    edge = 0
    for sentence in document.sentences:
        assert edge <= sentence.start < sentence.end <= len(text)
        edge = sentence.end


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("وصل الوزير. ثم غادر.", 2),
        ('قال "نعم. سنعود غدا" ثم مضى.', 1),
        ("وصف الأمر بأنه غير إنساني.كما رفض العرض.", 2),
        ("قال د. محمد إن 3.5 مليون رحلوا... ثم عادوا.", 1),
        ("عنوان\nنص أول؟ نص ثان!", 3),
        ("---\n\n***", 0),
    ],
)
def test_sentences_end_where_a_reader_stops(text, count):
    assert len(prepare(make_article(text)).sentences) == count


def test_tokens_split_marks_from_words_and_keep_their_place():
    text = 'قال:"نعم"، 12.5'
    assert [text[token.start : token.end] for token in tokens(text)] == [
        token.text for token in tokens(text)
    ]
    assert "نعم" in [token.text for token in tokens(text)]


def test_search_ignores_hamza_and_teh_marbuta():
    assert search_key("مسؤولة") == search_key("مسووله")


@pytest.mark.parametrize(
    "hostile", ["«" * 10_000, '"' * 9_999, "\u202e" * 10_000, "ا" * 200_000, "&#34;" * 5_000]
)
def test_hostile_text_is_prepared(hostile):
    assert prepare(make_article(hostile)).text == hostile


def test_every_vowel_sign_that_camel_tools_knows_is_folded_away():
    # Heavy, and no other test needs them.
    from camel_tools.utils.charsets import AR_DIAC_CHARSET  # noqa: PLC0415
    from camel_tools.utils.dediac import dediac_ar  # noqa: PLC0415

    text = "".join(f"ب{mark}" for mark in sorted(AR_DIAC_CHARSET))
    assert folded(text) == dediac_ar(text)
