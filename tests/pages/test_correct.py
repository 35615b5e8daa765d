import re
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from alaqat import corrections, store
from alaqat.corrections.model import Correction
from components.forms import correction_targets, job_process
from components.html import correction_marks
from components.i18n.words import Words
from tests import builders
from tests.pages.conftest import html_of

FAKE = (sys.executable, str(Path(__file__).resolve().parents[1] / "components" / "commands.py"))
DONE = Correction(
    "date", "", "2018-06-02/2018-06-02", "the <i>dateline</i>", "Reader", date(2026, 1, 2)
)


@pytest.fixture
def build(tmp_path, monkeypatch):
    """Two visits; one has its date corrected, and one correction finds nothing."""
    found = [builders.visit("2018-06-01", "ب"), builders.visit("2020-03-04", "أ")]
    made = builders.events(*found)
    report_ids = [
        correction_targets.report_id({"article_id": one.article.id, "trigger_start": 0})
        for one in found
    ]
    asked = [
        (Correction("date", report_ids[0], DONE.b, DONE.reason, DONE.by, DONE.day), made[0].id),
        (Correction("hide", f"{'0' * 16}:7", "", "=gone", "@reader", DONE.day), None),
        (Correction("hide", "per:somebody", "", "no name", "Reader", DONE.day), None),
    ]
    root = tmp_path / "build"
    tables = partial(builders.frames, found, made, asked)
    builders.publish_once(root, __file__, tables, version="1", built="2026-01-02T03:04:05")
    monkeypatch.setenv("ALAQAT_STORE", str(root))
    monkeypatch.setenv("ALAQAT_CORRECTIONS", str(tmp_path / "corrections.csv"))
    monkeypatch.setattr(job_process, "COMMAND", FAKE)
    monkeypatch.setattr(job_process, "RUNNER", job_process.JobRunner())
    for row, _ in asked:
        corrections.append(row)
    return [one.id for one in made]


@pytest.fixture
def quote(build):
    return store.read(store.latest(), "quotes").iloc[0]["quote_id"]


def bare(test):
    """The HTML without the marks that isolate values."""
    return re.sub("[\u2066-\u2069]", "", html_of(test))


def fill(test, **values):
    for name, value in values.items():
        next(box for box in test.text_input if box.key.startswith(f"correct_{name}")).set_value(
            value
        )
    return test


def choose(test, what, key="correct_what"):
    next(box for box in test.selectbox if box.key.startswith(key)).set_value(what).run()
    return test


def record(test):
    test.button(key="correct_record").click().run()
    return test


def test_a_corrected_event_says_so_on_its_card(show, build):
    body = html_of(show("timeline", lang="ar", event=build[0]))
    assert "مصحَّح" in body
    assert "the &lt;i&gt;dateline&lt;/i&gt;" in body
    assert f"correct=e%3A{build[0]}" in body


def test_an_event_left_as_read_carries_no_mark(show, build):
    assert 'class="corrected' not in html_of(show("timeline", lang="en", event=build[1]))


def test_a_code_is_recorded_with_reason_and_name(show, build):
    test = choose(show("correct", lang="en", correct=f"e:{build[1]}"), "code")
    choose(test, "SANCTION/expel", "correct_code")
    record(fill(test, reason=" they left,\nall ", by="A reader"))
    assert not test.exception
    assert "is recorded" in html_of(test)
    made = corrections.read()[-1]
    assert (made.kind, made.b, made.reason, made.by) == (
        "code",
        "SANCTION/expel",
        "they left, all",
        "A reader",
    )
    assert correction_targets.read(f"e:{build[1]}").is_corrected_by(made)


def test_parties_may_be_known_names_and_new_ones(show, build):
    test = choose(show("correct", lang="en", correct=f"e:{build[1]}"), "actors")
    test.multiselect[0].set_value(["Chad", "A | new one"])
    record(fill(test, reason="r", by="b"))
    assert corrections.read()[-1].b == "Chad|A new one"


def test_another_event_and_its_nearest_in_time_are_joined(show, build):
    test = choose(show("correct", lang="en", correct=f"e:{build[1]}"), "join")
    (other,) = correction_targets.nearby(correction_targets.read(f"e:{build[1]}"), Words("en"))
    record(fill(choose(test, other, "correct_join"), reason="r", by="b"))
    assert corrections.read()[-1].b == other


def test_an_event_of_one_report_is_not_taken_apart(show, build):
    test = show("correct", lang="en", correct=f"e:{build[0]}")
    assert "one of its reports is of another event" not in test.selectbox[0].options


def test_a_speaker_and_a_name_are_corrected_by_id(show, build, quote):
    test = choose(show("correct", lang="ar", correct=f"q:{quote}"), "speaker")
    record(fill(choose(test, "loc:TCD", "correct_speaker"), reason="r", by="b"))
    test = choose(show("correct", lang="ar", correct="n:loc:FRA"), "merge")
    record(fill(choose(test, "loc:TCD", "correct_merge"), reason="r", by="b"))
    said, merged = corrections.read()[-2:]
    assert (said.kind, said.a, said.b) == ("speaker", quote, "loc:TCD")
    assert (merged.kind, merged.a, merged.b) == ("merge", "loc:TCD", "loc:FRA")


@pytest.mark.parametrize(("reason", "by"), [("", "b"), ("r", ""), ("  ", "b")])
def test_no_correction_without_reason_and_name(show, build, reason, by):
    before = corrections.read()
    test = choose(show("correct", lang="en", correct=f"e:{build[1]}"), "hide")
    assert "needs a reason and a name" in html_of(record(fill(test, reason=reason, by=by)))
    assert corrections.read() == before


def test_the_list_of_all_corrections_leads_to_what_each_is_about(show, build):
    body = html_of(show("correct", lang="en"))
    assert body.count("what it is about") == 1
    assert f"./correct?lang=en&amp;correct=e%3A{build[0]}" in body


def test_what_contradicts_the_file_is_refused_in_its_own_sentence(show, build):
    corrections.append(Correction("merge", "loc:TCD", "loc:FRA", "r", "b"))
    test = choose(show("correct", lang="en", correct="n:loc:FRA"), "merge")
    record(fill(choose(test, "loc:TCD", "correct_merge"), reason="r", by="b"))
    assert "are one entity already" in html_of(test)


def test_a_file_that_cannot_be_written_is_told(show, build, monkeypatch):
    monkeypatch.setenv("ALAQAT_CORRECTIONS", str(Path("/proc/none/corrections.csv")))
    test = choose(show("correct", lang="en", correct=f"e:{build[1]}"), "hide")
    assert "cannot be written" in html_of(record(fill(test, reason="r", by="b")))


def test_the_name_is_remembered_for_the_next_correction(show, build):
    test = choose(show("correct", lang="en", correct=f"e:{build[1]}"), "hide")
    test = choose(record(fill(test, reason="r", by="A reader")), "hide")
    assert (
        next(box for box in test.text_input if box.key.startswith("correct_by")).value == "A reader"
    )


def test_a_correction_is_undone_where_it_is_listed(show, build):
    test = show("correct", lang="en", correct=f"e:{build[0]}")
    assert "the &lt;i&gt;dateline&lt;/i&gt;" in html_of(test)
    next(button for button in test.button if button.label == "undo").click().run()
    assert not test.exception
    assert [row.kind for row in corrections.read()] == ["hide", "hide"]
    assert "taken out" in html_of(test)


def test_a_rebuild_is_offered_when_the_file_says_more_than_the_build(show, build):
    assert "rebuild_now" not in {button.key for button in show("correct", lang="en").button}
    corrections.append(Correction("hide", "per:x", "", "r", "b"))
    test = show("correct", lang="en")
    assert "with the next rebuild" in html_of(test)
    test.button(key="rebuild_now").click().run()
    assert job_process.RUNNER.latest.has_ended_within(20)
    test.run()
    assert job_process.RUNNER.latest.name == "rebuild"
    assert "The build is done, 3 articles, 2 of them new" in bare(test)
    assert "&lt;i&gt;a&lt;/i&gt;.txt: is empty" in html_of(test)


@pytest.mark.parametrize("asked", ["e:none", "q:none", "n:<b>", "n:per:x"])
def test_a_link_to_what_is_not_held_says_so(show, build, asked):
    test = show("correct", lang="en", correct=asked)
    assert not test.exception
    assert "holds nothing under this link" in html_of(test)


def test_the_method_counts_by_kind_and_names_what_finds_nothing(show, build):
    test = show("method", lang="en")
    body = html_of(test)
    assert '<th scope="row">hidden</th><td class="num">2</td>' in body
    assert "1 correction finds nothing to correct" in bare(test)
    assert "0000000000000000:7" in body
    assert test.download_button[0].label.startswith("Download the corrections")


def test_no_cell_of_the_export_begins_a_formula(build):
    lines = (
        correction_marks.export(store.read(store.latest(), "corrections"))
        .decode("utf-8-sig")
        .splitlines()
    )
    assert lines[2] == "hide,0000000000000000:7,,'=gone,'@reader,2026-01-02,"
