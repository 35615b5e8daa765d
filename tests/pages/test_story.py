import json

import pytest

from alaqat import store
from alaqat.model import pins
from alaqat.model.pins import Pin
from alaqat.model.selection import Selection
from components.slides import player
from components.view.view_state import EMPTY
from tests.pages.conftest import html_of

pytestmark = pytest.mark.usefixtures("sample")


@pytest.fixture
def ids(sample) -> list[str]:
    return store.read(sample, "events")["event_id"].tolist()


def _pins(test) -> list[str]:
    held = test.query_params.get("pin", [])
    return held if isinstance(held, list) else [held]


@pytest.mark.parametrize(
    "page", ["overview", "timeline", "quotes", "network", "articles", "method", "story"]
)
def test_a_slide_stands_alone_on_every_page(show, page):
    test = show(page, lang="en", present="1")
    assert not test.exception
    body = html_of(test)
    assert 'class="stage ' in body
    assert 'class="brand"' not in body
    assert 'class="sources"' not in body
    assert not test.button
    assert not test.selectbox


def test_an_empty_choice_says_why_on_its_slide(show):
    body = html_of(
        show("timeline", lang="en", present="1", kind=["assault"], **{"from": "2013", "to": "2013"})
    )
    assert "Nothing to show" in body
    assert "2013" in body


def test_slides_without_a_store_say_how_to_make_one(show, monkeypatch, tmp_path):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    test = show("timeline", lang="en", present="1")
    assert not test.exception
    assert "python -m alaqat build" in html_of(test)


def test_the_link_to_the_slides_keeps_the_choice(show):
    body = html_of(show("timeline", lang="en", kind=["consult"]))
    assert 'href="./timeline?lang=en&amp;kind=consult&amp;present=1"' in body


def test_every_row_card_and_quote_can_be_pinned_and_let_go(show, ids):
    body = html_of(
        show(
            "timeline",
            lang="en",
            event=ids[0],
            pin=[f"e:{ids[0]}"],
            **{"from": "1990", "to": "2030"},
        )
    )
    assert f"pin=e%3A{ids[0]}&amp;pin=e%3A{ids[1]}%40from%3D1990%26to%3D2030" in body
    assert body.count("pinned ×") == 2  # the row's and the card's
    assert "Story: \u20681 pinned\u2069" in body
    assert "pin=q%3A" in html_of(show("quotes", lang="en"))


def test_the_story_is_ordered_noted_and_emptied_by_hand(show, ids):
    test = show("story", lang="en", pin=[f"e:{ids[0]}", f"e:{ids[1]}"])
    assert not test.exception
    test.button(key=f"up_e_{ids[1]}").click().run()
    assert _pins(test) == [f"e:{ids[1]}", f"e:{ids[0]}"]
    test.text_input(key=f"note_e_{ids[1]}").input("note").run()
    assert _pins(test) == [f"e:{ids[1]}~note", f"e:{ids[0]}"]
    test.button(key=f"out_e_{ids[1]}").click().run()
    assert _pins(test) == [f"e:{ids[0]}"]


def test_an_unpinned_story_says_how_to_pin(show):
    assert "Nothing is pinned yet" in html_of(show("story", lang="en"))


def test_a_story_too_long_for_a_link_is_kept_under_a_key_and_still_told(show, ids):
    long = [f"e:{key}~{'ملاحظة طويلة ' * 12}" for key in ids[:4]]
    test = show("story", lang="en", pin=long)
    assert _pins(test) == []
    assert "too long for a link" in html_of(test)
    body = html_of(
        show("timeline", lang="en", present="1", slide="3", story=test.query_params["story"])
    )
    assert 'data-last="6"' in body
    assert "ملاحظة طويلة" in body


def test_a_pin_added_to_a_long_story_joins_it(show, ids):
    long = [f"e:{key}~{'ملاحظة طويلة ' * 12}" for key in ids[:4]]
    first = show("story", lang="en", pin=long).query_params["story"]
    more = show("story", lang="en", pin=[f"e:{ids[5]}"], story=first)
    assert more.query_params["story"] != first
    assert more.text_input(key=f"note_e_{ids[5]}").value == ""


def test_a_long_story_of_another_server_is_asked_for(show):
    lost = "0123456789abcdef"
    assert "load its file" in html_of(show("story", lang="en", story=lost))
    assert "not kept here" in html_of(show("timeline", lang="en", present="1", story=lost))


def test_a_file_brings_its_story_and_a_bad_one_changes_nothing(show, ids):
    test = show("story", lang="en", pin=[f"e:{ids[0]}"])
    upload = test.get("file_uploader")[0]
    upload.set_value(("s.json", json.dumps({"x": 1}).encode(), "application/json")).run()
    assert "is not a story" in html_of(test)
    assert _pins(test) == [f"e:{ids[0]}"]
    story = pins.dumps([Pin("e", ids[2], "from a file")]).encode()
    test.get("file_uploader")[0].set_value(("t.json", story, "application/json")).run()
    assert _pins(test) == [f"e:{ids[2]}~from a file"]


def test_slides_without_a_choice_are_of_the_most_frequent_pair_and_count_it_alone(sample, show):
    assert player.focus(EMPTY).pair == "EGY-QAT"
    body = html_of(show("timeline", lang="en", present="1"))
    events = len(store.read(sample, "events", Selection(pair="EGY-QAT", certainty="probable")))
    assert f"{events} events" in body.replace("\u2068", "").replace("\u2069", "")


def test_the_last_slide_has_version_citation_and_the_files_of_the_same_slides(show, ids):
    body = html_of(show("story", lang="en", present="1", slide="9", pin=[f"e:{ids[0]}~note"]))
    for part in ("Data set", "version", f"export/events.pptx?lang=en&amp;pin=e%3A{ids[0]}~note"):
        assert part in body


def test_a_story_is_named_and_its_file_keeps_the_name(show, ids):
    test = show("story", lang="en", pin=[f"e:{ids[0]}"])
    test.text_input(key="story_title").input("  Two   states ").run()
    assert test.query_params["title"] == "Two states"
    assert "Two states" in html_of(
        show("story", lang="en", present="1", pin=[f"e:{ids[0]}"], title="Two states")
    )
    story = pins.dumps([Pin("e", ids[2])], "From a file").encode()
    test.get("file_uploader")[0].set_value(("t.json", story, "application/json")).run()
    assert test.query_params["title"] == "From a file"
