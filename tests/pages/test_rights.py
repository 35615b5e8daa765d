"""Pages for those who only read, and for editors who signed in."""

from contextlib import suppress

import pytest

from alaqat import corrections
from alaqat.corrections.model import Correction
from alaqat.store import journal
from components.access.policy import Editor
from components.forms import correction_form, job_process, job_view
from components.widgets import rights
from tests.pages.conftest import html_of

EVENT = f"{'0' * 16}:7"
WRITING = {"door_preview", "rebuild_now", "correct_record", "out_now"}


@pytest.fixture
def corrected(sample, tmp_path, monkeypatch):
    """A recorded correction in a file of its own."""
    monkeypatch.setenv("ALAQAT_CORRECTIONS", str(tmp_path / "corrections.csv"))
    return corrections.append(Correction("hide", EVENT, "", "why", "Omar"))


def become(monkeypatch, editor):
    monkeypatch.setattr(rights, "editor", lambda: editor)


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("page", ["sources", "correct"])
def test_who_only_reads_gets_a_note_and_no_form(show, corrected, monkeypatch, page, lang):
    become(monkeypatch, None)
    test = show(page, lang=lang)
    assert not test.exception
    assert not {button.key for button in test.button} & WRITING
    assert not [button for button in test.button if (button.key or "").startswith("undo")]
    assert ("only editors" if lang == "en" else "للمحررين وحدهم") in html_of(test)


def test_who_only_reads_is_led_to_the_sign_in(show, corrected, monkeypatch):
    become(monkeypatch, None)
    monkeypatch.setenv("ALAQAT_SECRET", "a long enough secret")
    assert 'href="sign-in?lang=en"' in html_of(show("sources", lang="en"))


def test_who_signed_in_signs_with_that_name(show, corrected, monkeypatch, sample):
    become(monkeypatch, Editor("Salma", has_signed_in=True))
    assert "You write as" in html_of(show("sources", lang="en"))


@pytest.mark.parametrize(
    "write",
    [
        lambda row: correction_form._write("correct", corrections.append, row),
        lambda row: correction_form._write("withdraw", corrections.withdraw, row),
        lambda _: job_view.begin("rebuild"),
        lambda _: job_view._stop(None),
    ],
)
def test_each_door_asks_for_the_right_itself(corrected, monkeypatch, write):
    become(monkeypatch, None)
    monkeypatch.setattr(rights, "draw_notice", lambda _: None)
    monkeypatch.setattr(job_process, "RUNNER", job_process.JobRunner())
    with suppress(rights.NotAllowed):
        write(corrected)
    assert corrections.read() == (corrected,)
    assert job_process.RUNNER.latest is None


def test_a_correction_is_in_the_journal_with_its_editor(corrected, monkeypatch, tmp_path):
    become(monkeypatch, Editor("Salma", has_signed_in=True))
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    monkeypatch.setattr(correction_form.st, "rerun", lambda: None)
    correction_form._write("withdraw", corrections.withdraw, corrected)
    assert corrections.read() == ()
    (line,) = journal.entries(tmp_path)
    assert (line["by"], line["what"], line["a"]) == ("Salma", "withdraw", EVENT)
