"""What a rule asks of the parties, and what only mentions an event."""

from __future__ import annotations

import pytest

from tests.events.sentence_events import one, tell


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


@pytest.mark.parametrize(
    "text", ["حذرت كندا الصين من التجسس.", "حذر الوزير الكندي الصين من التجسس."]
)
def test_another_state_right_after_the_verb_is_its_object(text):
    assert one(text, "THREATEN").status == "done"


@pytest.mark.parametrize(
    "text",
    [
        "حذرت كندا من الصين.",  # a preposition leads to what the warning is about
        "حذرت كندا مواطنيها من السفر إلى الصين.",
        "حذرت كندا المواطنين الكنديين من الصين.",
    ],
)
def test_no_other_state_right_after_the_verb_is_no_object(text):
    assert not [event for event in tell(text) if event.plover == "THREATEN"]


def test_a_demonstrative_points_back_to_an_event():
    assert one("وقعت الهجمات الكندية على الصين.", "ASSAULT").rule == "attack"
    assert not tell("وقعت تلك الهجمات الكندية على الصين.")


@pytest.mark.parametrize(
    ("text", "plovers"),
    [
        ("وقع هجوم في السوق.", ["ASSAULT"]),
        ("وقع الهجوم في السوق.", []),
        ("شن مسلحون غارة على القرية.", ["ASSAULT"]),
        ("شن مسلحون الغارة على القرية.", []),
    ],
)
def test_violence_without_parties_is_news_unless_the_article_makes_it_known(text, plovers):
    assert [event.plover for event in tell(text)] == plovers
