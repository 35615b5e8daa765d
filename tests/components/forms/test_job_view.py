"""A running command and its result on screen."""

from types import SimpleNamespace

import pytest

from components.access.policy import Editor
from components.forms import job_process, job_view
from components.i18n.words import Words
from tests.components.outline import outline

EN = Words("en")
DONE = {
    "articles": 12, "added": 2, "refused": ["<a> is empty"], "refused_count": 3, "copies": [{"message": "b"}],
    "removed": ["c"], "warnings": ["d"], "corrections_left_out": ["e"], "undated": [{"source": "<W>", "count": 1}, {"source": "", "count": 3}],
}  # fmt: skip


@pytest.fixture
def job(monkeypatch):
    """A job that runs, as all readers see it; the session may write."""
    job = SimpleNamespace(
        is_running=True,
        is_stopped=False,
        failure="",
        done=None,
        name="add",
        step={},
        stop=lambda: None,
    )
    monkeypatch.setattr(job_process, "RUNNER", SimpleNamespace(latest=job))
    monkeypatch.setattr(job_view.rights, "editor", lambda: Editor("local"))
    return job


@pytest.mark.parametrize("kind", [*job_view.STEPS, "other"])
def test_each_step_is_named(kind, job, whole):
    job.step = {"kind": kind, "done": 3, "of": 4, "name": "<n>"} if kind != "other" else {"done": 1}
    whole(f"step {kind}", outline(lambda: job_view._progress(job, EN)))


def test_readers_cannot_stop_a_command(job, monkeypatch):
    assert "Stop" in outline(lambda: job_view._progress(job, EN))
    monkeypatch.setattr(job_view.rights, "editor", lambda: None)
    assert "Stop" not in outline(lambda: job_view._progress(job, EN))


@pytest.mark.parametrize(("name", "fields"), [
    ("stopped", {"is_stopped": True, "failure": "x"}), ("failed", {"failure": "<why>"}), ("done", {"done": DONE}), ("open", {}),
])  # fmt: skip
def test_the_end_of_a_command_as_a_whole(name, fields, job, whole):
    job.__dict__.update(fields)
    whole(name, outline(lambda: job_view.ended(job, EN)))


def test_the_result_of_a_command_is_drawn_where_it_was_asked_for(job):
    job.is_running, job.done = False, {"articles": 1}
    shown = []
    assert "The build is done" in outline(
        lambda: shown.append(job_view.is_at_work(["add"])), lang="en"
    )
    assert outline(lambda: shown.append(job_view.is_at_work(["remove"]))) == ""
    job_process.RUNNER.latest = None
    assert outline(lambda: shown.append(job_view.is_at_work(["add"]))) == ""
    assert shown == [False] * 3


@pytest.mark.parametrize(("undated", "said"), [
    ({}, ""), ({"<W>": 1, "": 3}, "Without a day of publication: 4 of 12 (33%): outlet not stated 3, &lt;W&gt; 1"),
])  # fmt: skip
def test_articles_without_a_day_are_counted_by_source(undated, said):
    shown = job_view.without_day(undated, 12, EN).translate(
        dict.fromkeys(map(ord, "\u2066\u2068\u2069"))
    )
    assert shown == (f'<p class="notice">{said}</p>' if said else "")


@pytest.mark.parametrize(("length", "count", "items", "said"), [(1, None, 1, "1 article"), (101, None, 100, "101 articles"), (1, 7, 1, "7 articles")])  # fmt: skip
def test_of_many_sentences_the_first_are_listed(length, count, items, said):
    shown = job_view.sentences("T", ["<s>"] * length, EN, count=count)
    assert shown.startswith(
        f'<details class="sentences" open><summary>T · {said}</summary><ul><li>'
    )
    assert shown.count("<li>") == items


@pytest.mark.parametrize("problem", [job_process.Busy, job_view.rights.NotAllowed])
def test_a_command_that_may_not_begin_says_why(problem, job, monkeypatch, whole):
    def refuse(*_, **__):
        raise problem

    job_process.RUNNER.start_build = refuse
    whole(problem.__name__, outline(lambda: job_view.begin("add"), lang="en"))
