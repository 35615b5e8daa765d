"""The causes that sentences state for their events."""

from __future__ import annotations

import pytest

from alaqat.build.pipeline import annotate
from alaqat.readers import named
from tests.builders import article


def causes(text):
    """The cause of each event of a text, by the event's rule."""
    found = annotate(article(text), named("rules")).events
    return {event.rule: event.cause for event in found}


@pytest.mark.parametrize(
    ("text", "rule", "cause"),
    [
        ("طردت كينيا السفير الهندي أمس ردا على مقتل بحارة.", "expel-envoy", "ردا على مقتل بحارة"),
        ("وبسبب مقتل بحارة، طردت كينيا السفير الهندي أمس.", "expel-envoy", "بسبب مقتل بحارة"),
        ("أدانت كينيا الهند أمس بعد غارة على الصومال.", "condemn", "بعد غارة على الصومال"),
    ],
)
def test_a_cause_is_stated_with_its_cue(text, rule, cause):
    assert causes(text)[rule] == cause


@pytest.mark.parametrize(
    "text",
    [
        "زار وزير خارجية كينيا الهند أمس بعد شهرين من طرد السفير.",
        "أدان وزير خارجية كينيا الهند أمس عقب اجتماع مع نظيره.",
        "أدانت كينيا الهند أمس ردا على سؤال صحفي.",
    ],
)
def test_a_lapse_of_time_talks_and_questions_are_no_causes(text):
    assert set(causes(text).values()) == {None}


def test_a_cause_that_is_an_event_leads_to_its_trigger():
    text = "أدانت كينيا الهند بعد غارة هندية على الصومال أمس."
    events = {event.rule: event for event in annotate(article(text), named("rules")).events}
    assert events["condemn"].cause_trigger == events["raid"].trigger_start


def test_two_verbs_that_and_joins_share_the_cause_after_them():
    text = "سحبت كينيا سفيرها أمس وطردت سفير الهند بسبب مقتل بحارة."
    assert set(causes(text).values()) == {"بسبب مقتل بحارة"}


def test_a_cause_ends_where_a_clause_begins():
    text = "طردت كينيا السفير الهندي أمس بسبب مقتل بحارة وأغلقت سفارتها."
    assert causes(text)["expel-envoy"] == "بسبب مقتل بحارة"
