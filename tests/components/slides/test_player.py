"""The slides on screen."""

import pytest

from alaqat.model.pins import Pin
from components.data import event_queries
from components.slides import player
from tests.components.outline import outline


def shown(view, page="story"):
    return outline(lambda: player.show(view, page))


def test_the_story_of_a_view_as_a_whole(sample_view, whole):
    whole("title", shown(sample_view))
    whole("event", shown(sample_view.with_values({"slide": 3, "autoplay": 5})))
    whole("sources", shown(sample_view.with_values({"slide": 99, "lang": "ar"})))


def test_pins_are_a_story_of_their_own(sample_view, whole):
    first, *_, last = event_queries.events(sample_view)["event_id"]
    pins = (Pin("e", last, "<note>"), Pin("e", first), Pin("e", "gone"))
    view = sample_view.with_values({"pins": pins, "story_title": "Mine", "slide": 2})
    whole("pin", shown(view))
    whole("gone", shown(view.with_values({"slide": 4})))


def test_what_cannot_be_shown_has_a_slide_that_says_why(sample_view, whole):
    whole("nothing", shown(sample_view.with_values({"query": "ظظظ"}), "timeline"))
    whole("not here", shown(sample_view.with_values({"story": "0" * 16})))


def test_the_files_of_a_story_hold_its_slides(sample_view):
    names = [name for name, _ in player.exports(sample_view)]
    assert names == ["PowerPoint", "PDF", "HTML"]
    assert all("pin=e" in address for _, address in player.exports(sample_view))


@pytest.mark.parametrize(("choices", "subject"), [
    ({}, "uncertain events too"), ({"story_title": "Mine"}, "Mine"), ({"story": "0" * 16}, ""),
    ({"certainty": "probable"}, "all pairs"),
])  # fmt: skip
def test_a_story_is_about_what_is_chosen(choices, subject, sample_view):
    view = sample_view.with_values(choices)
    assert player.subject(view, view.words).strip("\u2066\u2069\u2068") == subject


def test_a_view_without_a_pair_is_about_the_most_frequent_one(sample_view):
    assert player.focus(sample_view).pair == "EGY-QAT"
    nothing = sample_view.with_values({"query": "ظظظ"})
    assert player.focus(nothing) == nothing
