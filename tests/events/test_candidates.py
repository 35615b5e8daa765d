"""Which triggers stand for events: words of a speaker, wishes, purposes, habits."""

from __future__ import annotations

import pytest

from tests.events.sentence_events import one, tell


def coded(text, plover):
    return [event for event in tell(text) if event.plover == plover]


def test_a_deed_in_the_words_of_a_speaker_is_not_reported():
    assert not coded("قال الوزير: «سوف نرى كيف قصفت كندا الصين أمس».", "ASSAULT")


def test_a_deed_after_that_is_reported_in_quotation_marks_too():
    assert coded("قال الوزير إن «كندا قصفت مواقع في الصين أمس».", "ASSAULT")


def test_a_noun_that_an_act_asks_for_has_not_happened():
    assert not coded("طالبت كندا الصين بالإفراج عن سجين كندي.", "RETREAT")


def test_a_present_tense_after_that_is_done_by_being_said():
    assert one("قالت كندا إنها ترفض القرار الصيني.", "REJECT").status == "done"
    assert not coded("ترفض كندا القرار الصيني.", "REJECT")


def test_a_present_tense_with_a_day_to_come_is_planned():
    event = one("يزور الرئيس الصيني فرنسا في 20 يناير 2020.", "CONSULT")
    assert event.status == "planned"
    assert not coded("يزور الرئيس الصيني فرنسا.", "CONSULT")


@pytest.mark.parametrize(("comma", "count"), [("،", 1), ("", 0)])
def test_a_participle_goes_on_after_a_comma(comma, count):
    text = f"وخرج الوزير الكندي إلى الناس{comma} متهما الصين بالتجسس."
    assert len(coded(text, "ACCUSE")) == count
