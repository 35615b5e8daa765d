"""PLOVER's contexts: each of the manual's 37 is told by words of its own, the one nearest to the event's."""

from __future__ import annotations

import pytest

from alaqat.lexicon.load import table
from tests.events.sentence_events import one

SAID = [
    ("military", "وقعت كندا والصين اتفاقا لتدريب الجنود."),
    ("intelligence", "اتهمت كندا الصين بإدارة شبكة تجسس."),
    ("executive", "انتقدت كندا التعديل الوزاري في الصين."),
    ("legislative", "انتقدت كندا مشروع قانون في الصين."),
    ("election", "انتقدت كندا سير الاقتراع في الصين."),
    ("political_institutions", "انتقدت كندا حظر الحزب في الصين."),
    ("pro_democracy", "رحبت كندا بمسيرة الانتقال الديمقراطي في الصين."),
    ("pro_autocracy", "انتقدت كندا الاستبداد في الصين."),
    ("economic", "وقعت كندا والصين اتفاقا لخفض الضرائب."),
    ("legal", "انتقدت كندا مذكرة توقيف صادرة في الصين."),
    ("reparations", "طالبت كندا الصين بجبر الضرر."),
    ("human_rights", "انتقدت كندا سجل حقوق الإنسان في الصين."),
    ("rights_freedoms", "انتقدت كندا الصين بشأن حرية التعبير."),
    ("repression", "انتقدت كندا قمع الصين للعمال."),
    ("human_security", "انتقدت كندا الصين بسبب المجاعة."),
    ("gender", "انتقدت كندا الصين بشأن زواج القاصرات."),
    ("lgbt", "انتقدت كندا الصين بشأن المثليين."),
    ("religion_ethnicity", "انتقدت كندا الصين بشأن الإيغور."),
    ("inequality", "انتقدت كندا الصين بسبب الفوارق الاجتماعية."),
    ("diplomatic", "طردت كندا السفير الصيني."),
    ("territory", "انتقدت كندا الصين بسبب جزيرة صغيرة."),
    ("peacekeeping", "انتقدت كندا الصين بشأن حفظ السلام."),
    ("health", "انتقدت كندا الصين بسبب الوباء."),
    ("asylum", "انتقدت كندا الصين بشأن اللجوء السياسي."),
    ("migration", "انتقدت كندا الصين بشأن النازحين."),
    ("disaster", "انتقدت كندا الصين بعد الفيضانات."),
    ("natural_resource", "وقعت كندا والصين اتفاقا لنقل النفط."),
    ("environment", "انتقدت كندا الصين بشأن تغير المناخ."),
    ("technology", "انتقدت كندا الصين بشأن الذكاء الاصطناعي."),
    ("terrorism", "اتهمت كندا الصين بدعم متطرفين."),
    ("cbrn", "اتهمت كندا الصين باستخدام غاز الكلور."),
    ("cyber", "اتهمت كندا الصين بتوجيه قراصنة."),
    ("misinformation", "اتهمت كندا الصين بنشر أخبار مزيفة."),
    ("crime", "اتهمت كندا الصين بإيواء عصابات."),
    ("corruption", "انتقدت كندا الصين بسبب الرشوة."),
    ("illegal_drugs", "انتقدت كندا الصين بسبب المخدرات."),
    ("trafficking", "اتهمت كندا الصين بتهريب البشر."),
]
ACTS = {"وقعت": "AGREE", "رحبت": "SUPPORT", "طالبت": "REQUEST", "طردت": "SANCTION"}


@pytest.mark.parametrize(("context", "text"), SAID)
def test_each_context_has_words_of_its_own(context, text):
    assert one(text, ACTS.get(text.split()[0], "ACCUSE")).context == context


def test_every_context_of_the_manual_is_in_the_lexicon_and_proved():
    assert [context for context, _ in SAID] == [row["context"] for row in table("plover_contexts")]
    assert len(SAID) == 37


def test_the_nearest_word_tells():
    assert (
        one("انتقدت كندا بسبب النفط الصين التي ضربها زلزال.", "ACCUSE").context
        == "natural_resource"
    )
    assert one("انتقدت كندا بسبب زلزال ضرب الصين غلاء النفط.", "ACCUSE").context == "disaster"


def test_a_word_of_the_clause_beats_a_nearer_one_outside_it():
    text = "بعد أن ناقشت قطر النفط، انتقدت كندا الصين بسبب أوضاع سيئة في السجون وبسبب الرشوة."
    assert one(text, "ACCUSE").context == "corruption"


@pytest.mark.parametrize("text", ["انتقدت كندا الصين.", "انتقدت وزارة الخارجية الكندية الصين."])
def test_an_office_or_nothing_at_all_tells_no_context(text):
    assert one(text, "ACCUSE").context is None
