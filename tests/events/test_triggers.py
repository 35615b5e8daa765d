"""Which words fire a rule, and what bars it: no state, no object, only the look of the act."""

from __future__ import annotations

import pytest

from alaqat.arabic.fold import folded
from alaqat.events import triggers
from alaqat.events.inflection import scan
from alaqat.events.matched_words import group
from alaqat.lexicon.distances import distance
from tests.events.sentence_events import names, one, tell


def coded(text, plover):
    return [event for event in tell(text) if event.plover == plover]


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("حذر وزير الصحة الكندي من انتشار المرض في الصين.", "THREATEN"),
        ("حذر مبعوث الأمم المتحدة من تصاعد التوتر بين كندا والصين.", "THREATEN"),
        ("باتت آلاف الوظائف في كندا مهددة بالإلغاء بسبب الصين.", "THREATEN"),
        ("رفض المتحدث الكندي التعليق على القرار الصيني.", "REJECT"),
        ("قالت كندا إن محكمة صينية رفضت طلب الإفراج عن الكندي.", "REJECT"),
        ("اعترضت كندا صاروخا أطلقته الصين على القاعدة.", "REJECT"),
        ("لم تستبعد كندا إلغاء الاتفاق مع الصين.", "REJECT"),
        ("أدانت هيئة محلفين في كندا رجلا صينيا بالاحتيال.", "ACCUSE"),
        ("طالبت أسرة السجين الكندي الصين بالتوضيح.", "REQUEST"),
        ("علق الوزير الكندي على الاتفاق بين الصين والهند.", "SANCTION"),
        ("اتخذت كندا إجراءات لتحسين ظروف العمل مع الصين.", "SANCTION"),
        ("فرضت الشرطة الكندية حظر التجول قرب السفارة الصينية.", "SANCTION"),
    ],
)
def test_what_only_looks_like_an_act_of_states(text, plover):
    assert not coded(text, plover)


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("حذرت كندا الصين من الاقتراب من سفنها.", "THREATEN"),
        ("حذرت كندا من مغبة أي تدخل في شؤونها.", "THREATEN"),
        ("رفضت كندا الاتهامات الصينية.", "REJECT"),
        ("استنكرت وزارة الخارجية الكندية سلوك المشجعين الصينيين خلال المباراة.", "ACCUSE"),
        ("اعترضت كندا على القرار الصيني.", "REJECT"),
        ("علقت كندا المحادثات مع الصين.", "SANCTION"),
        ("اتخذت كندا إجراءات عقابية ضد الصين.", "SANCTION"),
        ("استدعت كندا السفير الكندي في الصين للتشاور.", "SANCTION"),
    ],
)
def test_the_act_itself_is_coded(text, plover):
    assert one(text, plover).status == "done"


def test_who_is_warned_stands_right_after_the_verb():
    event = one("حذرت كندا الصين من التجسس في الهند.", "THREATEN")
    assert (names(event.actors), names(event.recipients)[:1]) == (["Canada"], ["China"])


def test_qad_before_a_present_is_a_possibility():
    event = one("أعلنت كندا أنها قد تلغي القمة مع الصين.", "REJECT")
    assert event.status == "hypothetical"


def test_qad_before_a_past_is_none():
    assert one("كانت كندا قد ألغت القمة مع الصين.", "REJECT").status == "done"


def triggers_of(text):
    text = folded(text)
    return triggers.find(text, group(scan(text)), 0, len(text))


@pytest.mark.parametrize(
    ("text", "reading", "governed"),
    [
        ("انتقدت كندا الصين", "past", True),
        ("وشنت كندا هجوما على الصين", "noun", True),
        ("ورأى الناس هجوما على الصين", "noun", False),
        ("هجوم على الصين", "noun", True),
    ],
)
def test_how_a_trigger_reports(text, reading, governed):
    trigger = triggers_of(text)[-1]
    assert (trigger.reading, trigger.governed) == (reading, governed)


def test_the_ending_of_a_trigger_is_read():
    assert triggers_of("اتهمتهم كندا")[0].has_object
    assert triggers_of("وفي هجومها على الصين")[0].has_possessive
    assert triggers_of("وقع الهجوم على الصين")[-1].is_definite
    assert triggers_of("وانتقد الوزير الصين")[0].is_masculine
    assert not triggers_of("وانتقدت كندا الصين")[0].is_masculine


def test_the_object_of_a_trigger_is_no_trigger():
    (trigger,) = triggers_of("طردت كندا السفير الصيني")
    assert trigger.object_word.has_cue("envoy")


def test_a_sentence_has_at_most_sixteen_triggers():
    assert len(triggers_of("انتقدت كندا الصين، " * 30)) == distance("event-most-triggers")
