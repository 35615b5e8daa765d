"""The page that arranges a story."""

import pytest

from alaqat.model.pins import Pin
from components.data import event_queries
from components.slides import story_editor
from tests.components.outline import drawn, outline


@pytest.fixture
def keys(sample_view):
    events = event_queries.events(sample_view)["event_id"]
    return [events.iloc[0], events.iloc[4]]


@pytest.fixture
def story(keys):
    """The parameters of a link to a story of two events."""
    return {"lang": "en", "pin": [f"e:{keys[0]}~one", f"e:{keys[1]}"], "title": "Mine"}


def pins_after(test):
    held = test.query_params["pin"]
    return held if isinstance(held, list) else [held]


def test_the_page_as_a_whole(story, whole):
    whole("story", outline(story_editor.draw, **story))
    whole("nothing pinned", outline(story_editor.draw, lang="en"))
    whole("not here", outline(story_editor.draw, lang="en", story="0" * 16))


@pytest.mark.parametrize(("button", "order"), [("down", [1, 0]), ("out", [1])])
def test_a_button_moves_a_pin_or_takes_it_out(button, order, story, keys):
    test = drawn(story_editor.draw, **story)
    test.button(key=f"{button}_e_{keys[0]}").click().run()
    assert [pin[:18] for pin in pins_after(test)] == [f"e:{keys[n]}" for n in order]


def test_a_note_and_a_title_are_in_the_link(story, keys):
    test = drawn(story_editor.draw, **story)
    test.text_input(key=f"note_e_{keys[1]}").set_value("two").run()
    test.text_input(key="story_title").set_value("New").run()
    assert pins_after(test)[1].startswith(f"e:{keys[1]}~two")
    assert test.query_params["title"] == "New"


def test_a_row_says_when_and_who_or_what(sample_view, whole):
    slide = story_editor.Slide(
        "quote", "<T>", sample_view, when="W", who="no", text="words", mark="●"
    )
    words = sample_view.words
    whole("quote", story_editor._shown(0, slide, words))
    assert "<bdi>no</bdi>" in story_editor._shown(
        0, story_editor.replace(slide, kind="event"), words
    )


def test_without_pins_nothing_is_saved_as_slides(sample_view):
    assert story_editor._exports((), sample_view.words) == ""
    assert story_editor._without((Pin("e", "a"), Pin("e", "b"), Pin("e", "c")), 1) == (
        Pin("e", "a"),
        Pin("e", "c"),
    )
