"""On which side of a happening its parties stand, where the sentence is longer than a plain one."""

from __future__ import annotations

import pytest

from tests.events.sentence_events import names, one, tell


def sides(text, plover):
    event = one(text, plover)
    return names(event.actors), names(event.recipients)


@pytest.mark.parametrize(
    ("text", "plover", "expected"),
    [
        ("اقتحم متظاهرون السفارة الكندية في طوكيو أمس.", "ASSAULT", ([], ["Canada"])),
        (
            "هذه هي القاعدة التي شنت منها طائرات كندية هجوما على بلدة أمس.",
            "ASSAULT",
            (["Canada"], []),
        ),
        ("شنت طائرات سورية هجوما على خان شيخون أمس.", "ASSAULT", (["Syria"], [])),
        (
            "وأقدمت كل من كندا واليابان أمس على طرد ثلاثة دبلوماسيين صينيين.",
            "SANCTION",
            (["Canada", "Japan"], ["China"]),
        ),
        (
            "جاء ذلك بعد طرد كندا المواطنين الصينيين من أراضيها في يونيو 2017.",
            "SANCTION",
            (["Canada"], ["China"]),
        ),
        ("وأشادت أمس بموقف مصر من الأزمة.", "SUPPORT", ([], ["Egypt"])),
        ("انسحبت القوات الكندية من شمال العراق أمس.", "RETREAT", (["Canada"], ["Iraq"])),
        ("أعلن رئيس الوزراء أمس سحب القوات الكندية من العراق.", "RETREAT", (["Canada"], ["Iraq"])),
        ("تم إرسال مساعدات يابانية إلى اليمن أمس.", "AID", (["Japan"], ["Yemen"])),
        ("استقبل الرئيس الكندي نظيره الياباني أمس.", "CONSULT", (["Canada"], ["Japan"])),
        ("ينوي الرئيس الكندي زيارة طوكيو يوم الخميس.", "CONSULT", (["Canada"], ["Japan"])),
        (
            "سلمت الخارجية الكندية السفير الياباني مذكرة احتجاج أمس.",
            "ACCUSE",
            (["Canada"], ["Japan"]),
        ),
        ("طلبت كندا أن تسحب اليابان سفيرها.", "REQUEST", (["Canada"], ["Japan"])),
        ("تحدث عن الصحفي الياباني، الذي اعتقل في مدينة كندية أمس.", "COERCE", ([], ["Japan"])),
        (
            "دبي، الإمارات العربية المتحدة (CNN)— استدعت كندا سفيرها باليابان أمس.",
            "SANCTION",
            (["Canada"], ["Japan"]),
        ),
    ],
)
def test_each_party_stands_on_its_side(text, plover, expected):
    assert sides(text, plover) == expected


def test_an_office_after_a_comma_goes_on_with_those_who_sign():
    event = one("وقع الرئيس الكندي، وولي عهد اليابان، اتفاقا بين البلدين.", "AGREE")
    assert set(names(event.actors)) == {"Canada", "Japan"}


def test_a_state_that_is_worth_recalling_acts():
    event = one("يشار إلى أن كندا شنت في يناير 2018 هجوما على مواقع في اليابان.", "ASSAULT")
    assert names(event.actors) == ["Canada"]


def test_the_relative_clause_of_a_visit_names_its_parties():
    event = one(
        "جاء ذلك بعد الزيارة الأخيرة التي قام بها الرئيس الكندي إلى مصر في ديسمبر 2017.", "CONSULT"
    )
    assert (names(event.actors), names(event.recipients)) == (["Canada"], ["Egypt"])
    assert event.date_from.isoformat() == "2017-12-01"


def test_talks_that_stop_are_no_meeting():
    event = one("رفضت مصر التقرير، لتتوقف المفاوضات بين مصر وكندا في أكتوبر 2017.", "SANCTION")
    assert event.rule == "talks-fail"


def test_what_a_state_says_in_marks_that_it_decided_is_told():
    event = one('قالت كندا إنها "قررت إغلاق سفارتها في مصر ردا على القرار".', "SANCTION")
    assert event.status == "done"


def test_the_name_of_a_person_is_no_verb():
    event = one("جرت أمس مكالمة هاتفية بين الوزير المصري، نبيل صادق، ونظيره الكندي.", "CONSULT")
    assert set(names(event.actors)) == {"Egypt", "Canada"}


def test_a_clause_with_when_is_of_the_day_before_it():
    event = one(
        "بدأت الأزمة في كندا في 8 يوليو 2018 عندما فتحت قوات الأمن النار على الناس.", "ASSAULT"
    )
    assert event.date_from.isoformat() == "2018-07-08"


def test_the_two_sides_right_after_a_verb_are_its_subject():
    found = tell(
        "وقعت كندا واليابان اتفاقا أمس. والتقى الوزيران أمس على هامش مؤتمر دعت إليه الصين."
    )
    (event,) = [event for event in found if event.rule == "meet"]
    assert set(names(event.actors)) == {"Canada", "Japan"}


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("حذر الرئيس الكندي من الحرب واتهم اليابان بالتصعيد.", ["Canada"], ["Japan"]),
        ("حذر الرئيس الكندي من الحرب واتهمت اليابان الصين بالتصعيد.", ["Japan"], ["China"]),
        ("حذر الرئيس الكندي من الحرب واتهم العراق الصين بالتصعيد.", ["Iraq"], ["China"]),
    ],
)
def test_a_feminine_state_is_no_subject_of_a_masculine_verb(text, actors, recipients):
    assert sides(text, "ACCUSE") == (actors, recipients)
