"""The tense of words and sentences."""

import pytest

from alaqat.arabic.fold import folded
from alaqat.timex.timex_context import TimexContext, tense_cues, tense_of
from tests.timex.conftest import document


@pytest.mark.parametrize(
    ("word", "tense"),
    [
        ("قال", "past"),
        ("وقال", "past"),
        ("حضرها", "past"),
        ("سيزور", "future"),
        ("وستبدأ", "future"),
        ("المقرر", "future"),
        ("سياسة", None),
        ("ستراسبورغ", None),
        ("كتاب", None),
    ],
)
def test_a_word_has_a_tense(word, tense):
    assert tense_of(folded(word)) == tense


def test_was_makes_a_plan_past():
    text = folded("وكان من المقرر أن يصل")
    assert [cue.tense for cue in tense_cues(text, 0, len(text))][-1] != "future"


def test_a_sentence_number_is_that_of_the_sentence_or_the_one_before():
    context = TimexContext(document("وصل الوفد. غادر الوفد."))
    assert [context.sentence_number(offset) for offset in (0, 10, 11, 99)] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("قال الوزير إن الوفد يصل السبت.", 29),
        ("الوفد يبحث مع كبار المسؤولين في العاصمة ملف العلاقات بين البلدين يوم السبت.", 29),
        ("قال الوزير إن الوفد يبحث مع كبار المسؤولين ملف العلاقات بين البلدين يوم السبت.", 22),
    ],
)
def test_a_plan_is_ahead_if_it_is_near_or_nothing_past_is_before_it(tag, sentence, day):
    assert [timex.value for timex in tag(sentence)] == [f"2022-10-{day}"]


def test_a_text_without_sentences_has_no_tense():
    context = TimexContext(document(""))
    assert not context.is_future()
    assert context.sentence_number(0) == 0
