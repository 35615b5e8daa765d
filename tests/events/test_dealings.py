"""Dealings between states: put off, wished for or denied they are not done, and a party alone has none."""

from __future__ import annotations

import pytest

from tests.events.sentence_events import names, one, tell


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("قال الوزير الكندي إن القمة المرتقبة بين كندا والصين مهمة.", "CONSULT", "planned"),
        ("تراجعت الأسعار قبيل قمة بين كندا والصين.", "CONSULT", "planned"),
        ("عرضت كندا اقتراحا لعقد اجتماع مع الصين.", "CONSULT", "hypothetical"),
        ("أعلنت كندا انسحابا محتملا لقواتها من اليابان.", "RETREAT", "hypothetical"),
        ("أعلنت كندا سحب قواتها من اليابان.", "RETREAT", "done"),
    ],
)
def test_a_dealing_put_off_or_in_doubt_is_not_done(text, plover, status):
    found = [event for event in tell(text) if event.plover == plover]
    assert all(event.status == status for event in found)
    assert found


def test_what_a_demand_is_for_has_not_happened():
    text = "خرج نواب كنديون للمطالبة بالإفراج عن سجين كندي في الصين."
    assert not [
        event for event in tell(text) if event.plover == "RETREAT" and event.status == "done"
    ]


def test_an_accord_that_its_party_denies_is_not_told_as_done():
    assert not [event for event in tell("نفت كندا توقيع اتفاق مع الصين.") if event.status == "done"]


@pytest.mark.parametrize(
    "text",
    [
        "أشاد الرئيس الكندي بجنود بلاده.",
        "اعتذر مغن كندي عن أغنيته.",
        "زارت الوزيرة الكندية مصابي الحريق أمس.",
        "تعهد مرشح كندي بخفض الضرائب أمس.",
    ],
)
def test_who_deals_with_nobody_abroad_has_no_dealing(text):
    assert not [
        event for event in tell(text) if event.plover in ("SUPPORT", "CONCEDE", "CONSULT", "AGREE")
    ]


def test_the_released_is_acted_upon():
    event = one("أعلنت تركيا الإفراج عن القس الكندي.", "RETREAT")
    assert (names(event.actors), names(event.recipients)) == (["Turkey"], ["Canada"])


def test_drills_of_several_states_are_cooperation():
    assert one("أجرت كندا واليابان مناورات بحرية مشتركة.", "COOPERATE").polarity == "cooperation"
