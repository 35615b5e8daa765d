import pytest

from alaqat.model.errors import StoryMissing
from alaqat.model.pins import Pin
from components.data import long_stories


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))


def test_a_story_that_is_saved_is_found_by_its_key():
    story = (Pin("e", "e1", "a note"), Pin("q", "q1"))
    key = long_stories.save(story)
    assert long_stories.load(key) == long_stories.of_link(key) == story


def test_the_link_of_a_story_that_is_not_here_is_refused():
    assert long_stories.load("0" * 16) is None
    with pytest.raises(StoryMissing):
        long_stories.of_link("0" * 16)
