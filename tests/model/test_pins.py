import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.model import pins
from alaqat.model.pins import Pin

PINS = st.builds(
    Pin,
    st.sampled_from("eq"),
    st.from_regex("[A-Za-z0-9_-]{1,64}", fullmatch=True),
    st.text(max_size=pins.NOTE).map(pins.clean).filter(lambda note: len(note) <= pins.NOTE),
    st.sampled_from(["", "from=2016&to=2018", "zoom=2018-05-01_2018-06-30", "q=%7E"]),
)
ONE, TWO, THREE = Pin("e", "1"), Pin("q", "2"), Pin("e", "3")


@given(PINS)
def test_a_pin_comes_back_from_its_text(pin):
    assert pins.read(str(pin)) == pin


@given(st.lists(PINS).map(pins.unique))
def test_a_story_comes_back_from_its_file(story):
    assert pins.loads(pins.dumps(story).encode()) == story


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.text(), st.lists).map(lambda x: json.dumps(x).encode())
)
def test_a_file_that_is_no_story_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011  any ValueError is told in one sentence
        pins.loads(data)


@pytest.mark.parametrize(
    "row", [None, "e:1", {"event": None, "quote": 3}, {"quote": "<b>"}, {"event": "1" * 65}]
)
def test_a_file_with_one_bad_pin_is_refused(row):
    told = json.loads(pins.dumps([ONE]))
    with pytest.raises(ValueError):  # noqa: PT011
        pins.loads(json.dumps({**told, "pins": [*told["pins"], row]}).encode())


def test_a_file_of_brackets_is_refused():
    with pytest.raises(ValueError, match="deep"):
        pins.loads(b"[" * 190_000)


def test_pinning_again_lets_go():
    assert pins.toggled((ONE, TWO), Pin("e", "1", note="other note")) == (TWO,)
    assert pins.toggled((ONE,), TWO) == (ONE, TWO)


def test_an_event_stands_once_in_a_story_that_is_bounded():
    assert pins.unique([ONE, TWO, Pin("e", "1", "later")]) == (ONE, TWO)
    assert len(pins.unique(Pin("e", str(number)) for number in range(99))) == pins.MOST


def test_a_pin_moves_by_hand_and_stops_at_the_ends():
    story = (ONE, TWO, THREE)
    assert pins.moved(story, 2, -1) == (ONE, THREE, TWO)
    assert pins.moved(story, 0, -1) == story
    assert pins.moved(story, 2, 1) == story


def test_the_title_of_a_story_is_a_line_of_some_length():
    assert pins.read_title(" a\nb ") == "a b"
    assert pins.read_title("a" * pins.TITLE) == "a" * pins.TITLE
    for value in ("", " ", "a" * (pins.TITLE + 1)):
        with pytest.raises(ValueError, match=f"^{value}$"):
            pins.read_title(value)


def test_a_note_is_one_line_and_cannot_turn_its_neighbours():
    assert pins.noted((ONE,), 0, " a\n\u202eb ")[0].note == "a b"


@pytest.mark.parametrize(("pin", "text"), [
    (Pin("e", "1"), "e:1"), (Pin("q", "2", "a note"), "q:2~a note"), (Pin("e", "1", "", "from=2016"), "e:1@from=2016"),
    (Pin("e", "1", "a~b", "from=2016"), None),
])  # fmt: skip
def test_a_pin_is_written_with_what_it_has(pin, text):
    assert pins.read(str(pin)) == pin
    if text:
        assert str(pin) == text


def test_a_story_file_as_a_whole(whole):
    story = (Pin("e", "1", "note", "from=2016"), Pin("q", "2"))
    whole("titled", pins.dumps(story, "Mine"))
    whole("untitled", pins.dumps(story))
