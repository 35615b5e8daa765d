"""Acts that share a sentence, acts done by words, and the spans that tell them."""

from __future__ import annotations

import pytest

from alaqat.events.merging import merge
from tests.events.sentence_events import names, one, tell

CRISIS = "واستمرت المصالحة حتى مايو 2018 قبل أن تسحب كندا سفيرها من الهند وتطرد سفير الهند."


def test_a_recall_and_an_expulsion_are_two_events_of_one_pair():
    events = [event for event in tell(CRISIS) if event.plover == "SANCTION"]
    assert {event.mode for event in events} == {"withdraw", "expel"}
    assert all(names((*event.actors, *event.recipients)) == ["Canada", "India"] for event in events)


def test_merging_keeps_both():
    assert len(merge([("a", event) for event in tell(CRISIS) if event.plover == "SANCTION"])) == 2


@pytest.mark.parametrize(
    "text", [CRISIS, "اتهمت كندا الصين بالتجسس، وطردت سفيرها، وأغلقت سفارتها."]
)
def test_a_span_neither_begins_nor_ends_with_a_comma_or_a_space(text):
    assert all(event.sentence == event.sentence.strip(" ،,؛") for event in tell(text))


@pytest.mark.parametrize(
    ("text", "plover", "sources", "targets"),
    [
        ("قال الوزير الكندي إن الصين متورطة في الهجوم.", "ACCUSE", ["Canada"], ["China"]),
        ("قال الوزير الكندي إنه يجب على الصين الاعتذار.", "REQUEST", ["Canada"], ["China"]),
        (
            "قال الوزير الكندي: «لن نسمح للصين بالتدخل في بلادنا».",
            "THREATEN",
            ["Canada"],
            ["China"],
        ),
        ("لم تقبل كندا العرض الصيني.", "REJECT", ["Canada"], ["China"]),
    ],
)
def test_an_act_lies_in_the_words_said(text, plover, sources, targets):
    event = one(text, plover)
    assert (names(event.actors), names(event.recipients)) == (sources, targets)


def test_what_a_condition_denies_is_no_refusal():
    assert not [
        event
        for event in tell("ستنسحب كندا ما لم توافق الصين على التعديل.")
        if event.plover == "REJECT"
    ]


def test_a_half_quoted_sentence_is_still_the_reporter_s():
    assert (
        one("وأعلنت كندا «تجميد جميع العلاقات التجارية مع الصين».", "SANCTION").mode
        == "discontinue"
    )


def test_the_four_states_are_those_told_last():
    text = (
        "قطعت كندا وفرنسا واليابان علاقاتها مع الصين. كما أمرت الدول الثلاث الصين بمغادرة البعثة."
    )
    event = next(event for event in tell(text) if event.mode == "expel")
    assert set(names(event.actors)) == {"Canada", "France", "Japan"}


def test_who_protests_and_against_whom():
    event = one("تظاهر ناشطون كنديون ضد الصين.", "PROTEST")
    assert (names(event.actors), names(event.recipients)) == (["Canada"], ["China"])


def test_the_context_is_read_from_the_words_of_the_clause():
    assert one("اتهمت كندا الصين بإدارة شبكة تجسس.", "ACCUSE").context == "intelligence"
