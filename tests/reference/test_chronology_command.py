"""The command prints the counts, and refuses a wrong file in one sentence."""

from __future__ import annotations

import pytest

from alaqat import store
from alaqat.cli import main
from alaqat.reference.chronology_comparison import compared
from alaqat.reference.reference_file import read
from tests import builders


@pytest.fixture(scope="module")
def visits(tmp_path_factory):
    return builders.publish_visits(tmp_path_factory.mktemp("visits"))


def run(visits, *arguments):
    return main(["compare-chronology", *arguments, "--store", str(visits.path.parent)])


def test_the_counts_and_the_recall_by_year(visits, tmp_path, capsys):
    (tmp_path / "c.csv").write_text("date,text\n2018,visit\n2019-01-01,talks\n", "utf-8")
    assert run(visits, str(tmp_path / "c.csv")) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("c.csv: 2 entries, 2018–2019")
    assert "matched 1 (day 0, month 0, year 1), missing 1, extra events 1" in lines[1]
    assert lines[-2:] == ["2018  1 of 1  100%", "2019  0 of 1  0%"]


def test_filters_are_those_of_a_link(visits, tmp_path, capsys):
    (tmp_path / "c.csv").write_text("date,text\n2018,visit\n", "utf-8")
    assert run(visits, str(tmp_path / "c.csv"), "--from", "2020") == 0
    assert "matched 0" in capsys.readouterr().out
    assert run(visits, str(tmp_path / "c.csv"), "--from", "soon") == 2


def test_the_shipped_one_is_compared_with_its_pair_alone(visits, capsys):
    assert run(visits, "israel-turkey") == 0
    assert "extra events 0" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["missing.csv", "bad.csv"])
def test_a_wrong_file_is_a_sentence(visits, tmp_path, capsys, name):
    (tmp_path / "bad.csv").write_text("date,text\nsoon,x\n", "utf-8")
    assert run(visits, str(tmp_path / name)) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert name in line
    assert ";" in line


def test_a_comparison_leaves_the_events_as_they_are(visits):
    events = store.read(visits, "events")
    before = events.copy(deep=True)
    comparison = compared(read(b"2018,visit\n", "c.csv"), events)
    assert events.equals(before)
    assert (comparison.recall, comparison.entries) == (1.0, 1)
