"""Done, planned, denied, thought of; and what is no event."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.sentence_events import one, tell


@pytest.mark.parametrize(
    ("text", "plover", "status"),
    [
        ("زار الرئيس الصيني فرنسا.", "CONSULT", "done"),
        ("سيزور الرئيس الصيني فرنسا الأحد.", "CONSULT", "planned"),
        ("من المقرر أن يعقد الرئيسان الصيني والفرنسي اجتماعا.", "CONSULT", "planned"),
        ("لم تطرد كندا السفير الصيني.", "SANCTION", "denied"),
        ("يمكن أن تطرد كندا السفير الصيني.", "SANCTION", "hypothetical"),
    ],
)
def test_the_status_of_a_happening(text, plover, status):
    assert one(text, plover).status == status


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير الكندي إن الطقس جميل.",
        "تتهم كندا الصين دائما بالتجسس.",
        "دعت كندا إلى وقف إطلاق النار.",
        "مهاجم الفريق الكندي سجل هدفا.",
    ],
)
def test_no_material_event(text):
    assert not [
        event
        for event in tell(text)
        if event.plover in ("ASSAULT", "RETREAT", "ACCUSE", "SANCTION")
    ]


def test_a_thing_denied_has_no_date():
    assert one("لم تطرد كندا السفير الصيني أمس.", "SANCTION").date_from is None


def test_what_is_told_twice_is_kept_once():
    events = tell(
        "زار الرئيس الصيني فرنسا أمس. وخلال الزيارة التقى الرئيس الفرنسي. وجاءت زيارة الرئيس الصيني إلى فرنسا أمس."
    )
    assert [event.mode for event in events].count("visit") == 1


def test_spans_are_the_text_they_name():
    text = "اتّهمت  كندا الصينَ &quot;بالتجسس&quot;، وطردت سفيرها."
    for event in tell(text):
        assert text[event.start : event.end] == event.sentence
        assert event.start <= event.trigger_start < event.trigger_end <= event.end


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
    ("published", "status"),
    [(date(2020, 1, 15), "planned"), (date(2021, 1, 15), "done"), (None, "done")],
)
def test_a_day_after_publication_is_to_come(published, status):
    event = one("زار الرئيس الصيني فرنسا في 3 مارس 2020.", "CONSULT", published)
    assert (event.date_from, event.status) == (date(2020, 3, 3), status)
