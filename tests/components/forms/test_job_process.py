import os
import sys
import time
from pathlib import Path

import pytest

from components.access.policy import Editor
from components.forms import job_process

SALMA = Editor("Salma")
COMMAND = (sys.executable, str(Path(__file__).parents[1] / "commands.py"))


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """No command before, none left behind."""
    monkeypatch.setattr(job_process, "COMMAND", COMMAND)
    monkeypatch.setattr(job_process, "RUNNER", job_process.JobRunner())
    yield
    if job := job_process.RUNNER.latest:
        job.stop()
        assert job.has_ended_within(20)


def ended(*arguments: str) -> job_process.Job:
    job = job_process.RUNNER.start(arguments[0], *arguments, by=SALMA)
    assert job.has_ended_within(20)
    return job


def test_a_command_is_followed_to_its_end():
    job = ended("add", "one", "two three")
    assert job.step == {"kind": "annotate", "done": 2, "of": 2, "name": "article 2"}
    assert job.done["given"] == ["one", "two three"]
    assert (job.status, job.failure, job.is_running) == (0, "", False)


def test_one_command_at_a_time():
    job_process.RUNNER.start("slow", "slow", by=SALMA)
    with pytest.raises(job_process.Busy):
        job_process.RUNNER.start("add", "add", by=SALMA)


def test_after_its_end_another_may_run():
    first, second = ended("add"), ended("add")
    assert job_process.RUNNER.latest is second is not first


def test_a_command_that_breaks_says_its_last_words():
    assert ended("broken").failure == "ValueError: broken"


def test_a_refusal_is_told_in_its_own_sentence():
    assert ended("refusing").failure == "the store is being written by another process"


def test_lines_that_are_no_objects_are_passed_over():
    assert ended("broken").lines == []


def test_much_on_standard_error_blocks_nothing():
    assert ended("loud").done == {"kind": "done"}


def test_a_stopped_command_ends_with_what_it_started_and_is_no_failure():
    job = job_process.RUNNER.start("slow", "slow", by=SALMA)
    job.stop()
    assert job.has_ended_within(20)
    assert (job.is_stopped, job.failure, job.done) == (True, "", None)
    assert job.status != 0


def test_a_build_goes_to_the_store_on_screen_and_takes_its_corrections(monkeypatch, tmp_path):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    job = job_process.RUNNER.start_build("add", "folder", by=SALMA)
    assert job.has_ended_within(20)
    assert job.done["given"] == ["folder", "--store", str(tmp_path), "--progress", "json"]


def test_steps_are_seen_while_the_command_runs():
    job = job_process.RUNNER.start("slow", "slow", by=SALMA)
    until = time.monotonic() + 20
    while not job.step and time.monotonic() < until:
        time.sleep(0.05)
    assert job.is_running
    assert job.step["name"] == "first"
    assert os.getpgid(job._process.pid) != os.getpgid(0)
