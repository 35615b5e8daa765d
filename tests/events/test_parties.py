"""Who did it to whom, in the ways Arabic news says it."""

from __future__ import annotations

import pytest

from alaqat.events import parties
from tests.events.sentence_events import names, one, tell


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
        (
            "قطعت السعودية ومصر والبحرين علاقاتها مع قطر.",
            "SANCTION",
            ["Saudi Arabia", "Egypt", "Bahrain", "Qatar"],
            [],
        ),
        ("قتل ثلاثة كينيين في غارة أوغندية.", "ASSAULT", ["Uganda"], ["Kenya"]),
        ("تعرضت سفينة يونانية لهجوم من قبل إريتريا.", "ASSAULT", ["Eritrea"], ["Greece"]),
        ("أطلقت صواريخ من لبنان على إسرائيل.", "ASSAULT", ["Lebanon"], ["Israel"]),
        ("شنت اليابان الحرب على كوريا الشمالية.", "ASSAULT", ["Japan"], ["North Korea"]),
        ("بدأ العراق غزو الكويت.", "ASSAULT", ["Iraq"], ["Kuwait"]),
        ("اختطف مسلحون من حركة الشباب مواطنا كينيا.", "ASSAULT", ["Al-Shabaab"], ["Kenya"]),
        ("اشتبكت قوات أرمينية مع قوات أذربيجانية.", "ASSAULT", ["Armenia"], ["Azerbaijan"]),
        (
            "تظاهر آلاف الكوريين الجنوبيين أمام سفارة اليابان.",
            "PROTEST",
            ["South Korea"],
            ["Japan"],
        ),
        ("أعلن الجيش التركي مقتل ثلاثة من جنوده في سوريا.", "ASSAULT", [], []),
        ("وقعت اليابان والفلبين اتفاقية دفاعية.", "AGREE", ["Japan", "Philippines"], []),
        ("قصفت كينيا مواقع لحركة الشباب الصومالية.", "ASSAULT", ["Kenya"], ["Al-Shabaab"]),
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


def test_an_official_of_an_international_body_acts_for_the_body():
    event = one("انتقد الأمين العام للأمم المتحدة أنطونيو غوتيريش ميانمار.", "ACCUSE")
    assert names(event.actors) == ["United Nations"]


def test_a_militia_s_backer_is_no_party():
    event = one("قصفت ميليشيات موالية لإيران قاعدة أمريكية.", "ASSAULT")
    assert "Iran" not in names((*event.actors, *event.recipients))


def test_a_news_agency_is_no_party():
    event = one("وقالت وكالة رويترز إن الهند قصفت مواقع في باكستان.", "ASSAULT")
    assert names((*event.actors, *event.recipients)) == ["India", "Pakistan"]


@pytest.mark.parametrize(
    "text", ["دعت كندا إلى وقف الغارات على ليبيا.", "أحبطت كينيا هجوما في نيروبي."]
)
def test_an_attack_that_was_stopped_is_none(text):
    assert not [event for event in tell(text) if event.plover == "ASSAULT"]


def test_the_released_is_acted_upon():
    event = one("أعلنت تركيا الإفراج عن القس الكندي.", "RETREAT")
    assert (names(event.actors), names(event.recipients)) == (["Turkey"], ["Canada"])


def test_drills_of_several_states_are_cooperation():
    assert one("أجرت كندا واليابان مناورات بحرية مشتركة.", "COOPERATE").polarity == "cooperation"


def test_parties_within_a_span_are_those_that_begin_there():
    named = [parties.Party(parties.states()["CAN"], start, start + 4, "state") for start in (0, 9)]
    assert list(parties.within(named, 0, 9)) == named[:1]


def test_neighbouring_mentions_of_one_state_are_one():
    canada, japan = parties.states()["CAN"], parties.states()["JPN"]
    near = [
        parties.Party(actor, start, start + 4, "state")
        for actor, start in ((canada, 0), (canada, 20), (japan, 26))
    ]
    assert [(party.start, party.end) for party in parties.merged(near)] == [(0, 24), (26, 30)]


def test_the_nationality_of_a_group_is_no_party():
    event = one("قصفت كينيا مواقع لحركة الشباب الصومالية.", "ASSAULT")
    assert "Somalia" not in names((*event.actors, *event.recipients))
