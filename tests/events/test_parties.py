"""Who did it to whom, in the ways Arabic news says it."""

from __future__ import annotations

import pytest

from tests.events.told import names, one, tell


@pytest.mark.parametrize(
    ("text", "plover", "sources", "targets"),
    [
        ("اتهمت باكستان الهند بانتهاك الهدنة.", "ACCUSE", ["Pakistan"], ["India"]),
        ("انتقد وزير الدفاع الياباني روسيا.", "ACCUSE", ["Japan"], ["Russia"]),
        ("هددت طهران واشنطن.", "THREATEN", ["Iran"], ["United States"]),
        ("قررت النمسا طرد السفير الإيراني.", "SANCTION", ["Austria"], ["Iran"]),
        ("استدعت وزارة الخارجية العراقية السفير التركي.", "ACCUSE", ["Iraq"], ["Turkey"]),
        ("شنت مقاتلات فرنسية غارة على مواقع في مالي وليبيا.", "ASSAULT", ["France"], ["Libya"]),
        ("قتل خمسة جنود أتراك بنيران قوات سورية.", "ASSAULT", [], ["Turkey"]),
        ("قُتل ثلاثة جنود أتراك على يد قوات روسية.", "ASSAULT", ["Russia"], ["Turkey"]),
        ("قطعت السعودية ومصر والبحرين علاقاتها مع قطر.", "SANCTION", ["Saudi Arabia", "Egypt", "Bahrain", "Qatar"], []),
        ("وقعت اليابان والفلبين اتفاقية دفاعية.", "AGREE", ["Japan", "Philippines"], []),
    ],
)
def test_sources_and_targets(text, plover, sources, targets):
    event = one(text, plover)
    assert names(event.actors)[: len(sources)] == sources
    assert set(targets) <= set(names(event.recipients))


def test_the_two_countries_are_those_the_text_speaks_of():
    text = "اتهمت كينيا الصومال بخرق الاتفاق. وقد جمدت العلاقات بين البلدين عام 2019."
    event = one(text, "SANCTION")
    assert set(names(event.actors)) == {"Kenya", "Somalia"}


def test_an_unnamed_subject_is_the_one_before():
    events = tell("انتقدت كندا الصين. وهددت بمقاطعة الألعاب.")
    assert names(events[-1].actors) == ["Canada"]


def test_a_newspaper_is_no_party():
    event = one("قالت صحيفة بريطانية إن اليونان انتقدت تركيا.", "ACCUSE")
    assert "United Kingdom" not in names((*event.actors, *event.recipients))


def test_an_armed_group_acts_for_itself():
    event = one("قصفت جماعة الحوثي مطارا في السعودية.", "ASSAULT")
    assert names(event.actors) == ["Houthis"]
    assert names(event.recipients) == ["Saudi Arabia"]


def test_the_place_a_report_was_filed_from_is_no_party():
    event = one("دبي، الإمارات العربية المتحدة (CNN)-- انتقدت كندا الصين.", "ACCUSE")
    assert names((*event.actors, *event.recipients)) == ["Canada", "China"]


def test_a_dash_in_a_sentence_is_no_dateline():
    event = one("أعلنت تركيا – العضو في الناتو – أنها طردت السفير الصيني.", "SANCTION")
    assert names(event.actors) == ["Turkey"]
