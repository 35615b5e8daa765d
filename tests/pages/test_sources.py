import json
import re
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from components.access.policy import Editor
from components.forms import job_process
from tests import builders
from tests.pages.conftest import html_of

FAKE = (sys.executable, str(Path(__file__).resolve().parents[1] / "components" / "commands.py"))
REAL = job_process.COMMAND
TEXT = (
    'زار وزير خارجية تونس القاهرة في 3 مارس 2021.\nوقال الوزير إن "العلاقات بين البلدين متينة جداً".'
)


@pytest.fixture(autouse=True)
def held(tmp_path, monkeypatch):
    """Two articles of two outlets, and a stand-in for the command line."""
    found = [builders.visit("2018-06-01", "ب"), builders.visit("2020-03-04", "أ")]
    root = tmp_path / "build"
    tables = partial(builders.frames, found, builders.events(*found))
    builders.publish_once(root, __file__, tables, version="1", built="2026-01-02T03:04:05")
    monkeypatch.setenv("ALAQAT_STORE", str(root))
    monkeypatch.setattr(job_process, "COMMAND", FAKE)
    monkeypatch.setattr(job_process, "RUNNER", job_process.JobRunner())
    return found


def bare(test):
    return re.sub("[\u2066-\u2069]", "", html_of(test))


def finished(test):
    """The page after the command at work has ended."""
    assert job_process.RUNNER.latest.has_ended_within(60)
    return test.run()


def click(test, key):
    return test.button(key=key).click().run()


def previewed(test, monkeypatch):
    """The page with a preview that the real command made."""
    monkeypatch.setattr(job_process, "COMMAND", REAL)
    test = finished(click(test, "door_preview"))
    monkeypatch.setattr(job_process, "COMMAND", FAKE)
    assert not test.exception
    return test


def box(boxes, key):
    return next(one for one in boxes if one.key.startswith(key))


def test_what_is_held_is_told_by_outlet(show):
    body = bare(show("sources", lang="ar"))
    assert "outlet أ" in body
    assert "4 مارس 2020" in body


def test_nothing_handed_in_is_told_so(show):
    assert "Give a file, a text or a link" in html_of(
        click(show("sources", lang="en"), "door_preview")
    )


def test_a_pasted_text_is_previewed_dated_and_added(show, monkeypatch):
    test = show("sources", lang="en")
    box(test.text_area, "door_text").set_value(TEXT)
    box(test.text_input, "door_title").set_value("<i>عنوان</i>")
    test = previewed(test, monkeypatch)
    body = bare(test)
    assert "This is a preview: nothing is added yet." in body
    assert "&lt;i&gt;عنوان&lt;/i&gt;" in body
    assert "published on an unknown day" in body
    box(test.date_input, "day_").set_value(date(2021, 3, 4)).run()
    folder = test.session_state["sources_staged"].ready
    click(test, "door_add")
    assert json.loads((folder / "pasted.json").read_text("utf-8"))["published"] == "2021-03-04"
    test = finished(test)
    assert job_process.RUNNER.latest.done["given"][0] == str(folder)
    assert "The build is done, 3 articles, 2 of them new" in bare(test)
    assert not folder.exists()


def test_files_come_in_together_and_what_cannot_be_used_is_named(show, monkeypatch):
    test = show("sources", lang="ar")
    files = [
        ("خبر.txt", TEXT.encode(), "text/plain"),
        ("<b>.txt", b"no letters of ours", "text/plain"),
    ]
    box(test.file_uploader, "door_files").set_value(files)
    body = bare(previewed(test, monkeypatch))
    assert "مقال واحد، واحد مرفوض" in body
    assert "b.txt: only 0% of its letters are Arabic" in body
    assert "/given/" not in body
    assert "في 3 مارس 2021" in body


def test_an_article_of_a_preview_can_be_left_out_and_all_thrown_away(show, monkeypatch):
    test = show("sources", lang="en")
    box(test.text_area, "door_text").set_value(TEXT)
    test = previewed(test, monkeypatch)
    folder = test.session_state["sources_staged"].folder
    test = box(test.checkbox, "take_").uncheck().run()
    assert "door_add" not in {button.key for button in test.button}
    test = click(test, "door_discard")
    assert not folder.exists()
    assert box(test.text_area, "door_text").value in ("", None)


def test_while_a_command_runs_no_other_begins(show):
    job_process.RUNNER.start("slow", "slow", by=Editor("Salma"))
    test = show("sources", lang="en")
    box(test.text_area, "door_text").set_value(TEXT)
    assert "Another run is at work" in html_of(click(test, "door_preview"))
    assert "stop_job" in {button.key for button in test.button}
    job_process.RUNNER.latest.stop()
    assert "Stopped." not in html_of(finished(test))


def test_an_outlet_is_taken_out_after_a_second_yes(show, held):
    test = show("sources", lang="en")
    test.selectbox(key="out_outlet").set_value("outlet أ").run()
    assert test.button(key="out_now").disabled
    box(test.checkbox, "out_sure").check().run()
    click(test, "out_now")
    assert job_process.RUNNER.latest.has_ended_within(20)
    assert job_process.RUNNER.latest.name == "remove"
    assert job_process.RUNNER.latest.done["given"][0] == held[1].article.id


def test_without_a_store_the_doors_are_open(show, monkeypatch, tmp_path):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    test = show("sources", lang="en")
    assert not test.exception
    assert "door_preview" in {button.key for button in test.button}
    assert "no articles have been read" in html_of(test)
