"""Names set off by pauses."""

import pytest

from alaqat.entities import apposition
from alaqat.entities.list_matches import ListMatches
from tests.entities.helpers import document


def matches(text):
    return ListMatches(document(text))


def find(text):
    found = matches(text)
    return {found.document.surface(span.start, span.end) for span in apposition.find(found)}


@pytest.mark.parametrize(
    "text",
    [
        "وحضر محمد قنطوف، رئيس بلدية أنقرة",
        "قال رئيس الهيئة الوطنية للقنوات محمد قنطوف إن",
        "قال محمد قنطوف إن",
    ],
)
def test_a_name_before_a_pause_or_speech_is_a_persons(text):
    assert find(text) == {"محمد قنطوف"}


@pytest.mark.parametrize("text", ["وحضر محمد قنطوف رئيس بلدية", "قال محمد قنطوفاً إن"])
def test_other_names_are_left_to_other_rules(text):
    assert find(text) == set()


@pytest.mark.parametrize(
    ("word", "opening"), [("إن", True), ("،", True), ("«", True), (":", True), ("في", False)]
)
def test_speech_begins_at_a_complementizer_or_mark(word, opening):
    assert apposition.is_speech_opening(matches(f"قال {word}"), 1) is opening


def test_speech_does_not_begin_after_the_text():
    assert not apposition.is_speech_opening(matches("قال"), 1)
