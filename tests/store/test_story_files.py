"""Long stories are files beside the store, and nobody's is lost for another's."""

import os
import time

import pytest

from alaqat.model.pins import Pin
from alaqat.store import story_files

STORY = (Pin("e", "a1", "ملاحظة"), Pin("q", "b2", seen="from=2012"))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / story_files.FOLDER


def age(path, days):
    then = time.time() - days * 24 * 3600
    os.utime(path, (then, then))


def test_a_story_is_saved_under_a_key_and_loaded_again(folder):
    key = story_files.save(folder.parent, STORY)
    assert story_files.load(folder.parent, key) == STORY
    assert story_files.save(folder.parent, STORY) == key
    assert [path.name for path in folder.iterdir()] == [f"{key}.json"]


@pytest.mark.parametrize("key", ["0" * 16, "../CURRENT", "", "0" * 15, "/etc/passwd"])
def test_a_key_without_a_story_loads_nothing(folder, key):
    assert story_files.load(folder.parent, key) is None


def test_a_file_that_is_no_story_loads_nothing(folder):
    key = story_files.save(folder.parent, STORY)
    (folder / f"{key}.json").write_text("[1]")
    assert story_files.load(folder.parent, key) is None


def test_a_full_folder_keeps_what_was_read_lately(folder, monkeypatch):
    monkeypatch.setattr(story_files, "MOST", 1)
    first = story_files.save(folder.parent, STORY)
    age(folder / f"{first}.json", 80)
    assert story_files.save(folder.parent, STORY[:1]) is None
    assert story_files.load(folder.parent, first) == STORY
    assert story_files.save(folder.parent, STORY[:1]) is None


def test_a_full_folder_drops_what_nobody_has_read_for_long(folder, monkeypatch):
    monkeypatch.setattr(story_files, "MOST", 1)
    first = story_files.save(folder.parent, STORY)
    age(folder / f"{first}.json", 91)
    assert story_files.load(folder.parent, story_files.save(folder.parent, STORY[:1])) == STORY[:1]
    assert story_files.load(folder.parent, first) is None


def test_a_store_that_cannot_be_written_saves_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    assert story_files.save(tmp_path / "file", STORY) is None
