"""Pins of the story on any page."""

import pytest

from alaqat.model.pins import Pin
from components.data import long_stories
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import pinning
from tests.components.outline import drawn, outline

PIN = Pin("e", "one")
LONG = tuple(Pin("e", f"{number:016}", "n" * 60) for number in range(20))


@pytest.fixture(autouse=True)
def stories(monkeypatch):
    """Long stories that the server stores, by their key."""
    stored = {}
    monkeypatch.setattr(long_stories, "load", stored.get)
    monkeypatch.setattr(
        long_stories, "save", lambda story: stored.setdefault("0" * 16, story) and "0" * 16
    )
    return stored


def test_the_links_that_pin_as_a_whole(whole):
    view = ViewState(lang="en", pins=(PIN,), year_from=2012)
    link = pinning.pinner("timeline", view, "e")
    whole("links", f"{link('two')}\n{link('one')}\n{pinning.pinner('quotes', view, 'q')('one')}")


def test_a_pin_of_a_long_story_leads_to_it(stories, whole):
    stories["0" * 16] = (PIN,)
    whole("long", pinning.pinner("timeline", ViewState(lang="en", story="0" * 16), "e")("one"))


def test_the_tray_as_a_whole(whole):
    whole(
        "tray",
        outline(lambda: pinning.tray("timeline", ViewState(lang="en", pins=(PIN, Pin("q", "b"))))),
    )
    whole("lost", outline(lambda: pinning.tray("timeline", ViewState(lang="en", story="1" * 16))))
    assert outline(lambda: pinning.tray("timeline", ViewState())) == ""


def test_a_story_too_long_for_a_link_is_stored(stories):
    view = pinning.with_story(ViewState(), LONG)
    assert (view.pins, view.story) == ((), "0" * 16)
    assert stories["0" * 16] == LONG
    assert pinning.with_story(ViewState(story="x"), (PIN, PIN)) == ViewState(pins=(PIN,))


@pytest.mark.parametrize(("length", "is_long"), [(1420, False), (1421, True)])
def test_a_link_of_1500_characters_with_its_server_is_not_too_long(length, is_long):
    bare = len(view_state.href("", ViewState(query="a")))
    assert pinning._is_long(ViewState(query="a" * (length - bare + 1))) is is_long


def test_a_story_that_cannot_be_stored_stays_in_the_link(monkeypatch):
    monkeypatch.setattr(long_stories, "save", lambda _: None)
    assert pinning.with_story(ViewState(), LONG) == ViewState(pins=LONG)


def test_pins_added_to_a_long_story_move_to_it(stories):
    stories["0" * 16] = LONG
    test = drawn(pinning.move_long_story, story="0" * 16, pin="e:one")
    assert stories["0" * 16] == LONG
    assert "pin" not in test.query_params
    assert drawn(pinning.move_long_story, pin="e:one").query_params["pin"] == "e:one"


def test_a_pin_remembers_filters_and_zoom_of_its_view():
    view = ViewState(lang="en", year_from=2012, zoom="2012-01-01_2012-02-01", event="e", query="~")
    assert pinning.stored_view(view) == "from=2012&q=%7E&zoom=2012-01-01_2012-02-01"
    assert pinning.stored_view(ViewState(query="ق" * 2000)) == ""
