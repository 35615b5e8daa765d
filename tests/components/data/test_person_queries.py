import pytest

from components.data.person_queries import person_frames
from components.view.view_state import ViewState


@pytest.fixture(autouse=True)
def two_visits(tiny, monkeypatch):
    """France visits Chad and is quoted, in 2018 and in 2020."""
    monkeypatch.setenv("ALAQAT_STORE", str(tiny.path.parent))


def sizes(view):
    frames = person_frames(view)
    names = ("events", "edges", "sentences", "quotes")
    return {name: len(getattr(frames, name)) for name in names}


def test_a_name_has_the_sentences_that_name_it_and_its_quotes():
    assert sizes(ViewState(entity="loc:FRA")) == dict.fromkeys(
        ("events", "edges", "sentences", "quotes"), 2
    )


def test_quotes_are_those_of_the_speaker_alone():
    assert sizes(ViewState(entity="loc:TCD"))["quotes"] == 0


def test_a_filter_narrows_the_sentences_but_not_the_entities():
    view = ViewState(entity="loc:FRA", year_from=2020)
    assert sizes(view)["events"] == 1
    frames = person_frames(view)
    assert (len(frames.entities), len(frames.articles)) == (2, 2)


@pytest.mark.parametrize("entity", [None, "per:nobody"])
def test_a_name_that_is_not_in_the_store_has_no_frames(entity):
    assert person_frames(ViewState(entity=entity)) is None
