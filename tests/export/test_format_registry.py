"""Formats are found by name and by file, and a wrong call ends in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from alaqat import store
from alaqat.cli import main
from alaqat.export import export_command
from alaqat.export import format_registry as registry
from alaqat.export.export_tables import TABLES
from alaqat.model.errors import AlaqatError, NothingToExport
from alaqat.model.pins import Pin
from alaqat.model.selection import Selection
from alaqat.store import story_files
from components.view import view_state


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_offered_in_csv_first(table):
    assert registry.offered(table)[0].name == "csv"


def test_every_format_writes_every_table_that_it_names(request_of):
    for known in registry.FORMATS.values():
        for table in known.tables:
            assert registry.written(request_of(table), known)


@pytest.mark.parametrize("known", registry.FORMATS.values(), ids=lambda known: known.name)
def test_an_empty_selection_is_a_sentence_in_every_format(request_of, known):
    nothing = request_of(known.tables[0], selection=Selection(query="zzzz"))
    with pytest.raises(NothingToExport, match="in this selection"):
        registry.written(nothing, known)


def test_a_table_that_a_format_cannot_carry_is_a_sentence(request_of):
    with pytest.raises(AlaqatError, match="it can carry events"):
        registry.written(request_of("articles"), registry.named("ics"))


def export(visits, *arguments):
    return main(["export", "--store", str(visits.path.parent), *arguments])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["events", "--format", "scroll"], "there is no format 'scroll'; choose one of csv,"),
        (["events", "--out", "e.xls"], "choose a --format, or a file that ends in .csv"),
        (["shoes"], "there is no table 'shoes'; choose one of events,"),
        (["events", "--from", "1200", "--to", "1201"], "there are no events in this selection"),
        (["events", "--from", "soon"], "from=soon: not a value of this filter"),
        (["https://a.example/method?lang=ar"], "there is no table of this page"),
    ],
)
def test_a_wrong_call_is_a_sentence(visits, capsys, arguments, said):
    assert export(visits, *arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_the_command_writes_a_table(visits, tmp_path, capsys):
    assert export(visits, "quotes", "--out", str(tmp_path / "a" / "q.csv")) == 0
    assert "quotes as CSV" in capsys.readouterr().out
    assert len((tmp_path / "a" / "q.csv").read_text("utf-8").splitlines()) == 3


def test_the_command_writes_the_view_of_a_link(visits, tmp_path):
    path = tmp_path / "view.json"
    link = "https://alaqat.example/timeline?from=2019&pair=FRA-TCD&lang=en"
    assert export(visits, link, "--out", str(path)) == 0
    text = path.read_text("utf-8")
    assert text.count('"event_id"') == 1
    assert "https://alaqat.example/e/" in text


def test_the_command_writes_the_story_of_a_link(visits, tmp_path):
    events = store.read(visits, "events")["event_id"]
    key = story_files.save(visits.path.parent, [Pin("e", events.iloc[1], "a remark")])
    link, told, rows = f"/story?story={key}", tmp_path / "story.html", tmp_path / "rows.json"
    assert export(visits, link, "--out", str(told)) == 0
    assert "a remark" in told.read_text("utf-8")
    assert export(visits, link, "--out", str(rows)) == 0
    assert [row["event_id"] for row in json.loads(rows.read_text("utf-8"))] == [events.iloc[1]]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (f"story={'0' * 16}", "no such story is kept in"),
        ("pin=x:1", "pin=x:1: not a pinned event or quote"),
        ("pin=q:1", "there are no events in this selection"),
    ],
)
def test_a_story_that_cannot_be_told_is_a_sentence(visits, capsys, query, said):
    assert export(visits, f"/story?{query}", "--format", "csv") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_the_folders_of_a_file_are_made_and_an_older_file_is_replaced(request_of, tmp_path):
    path = tmp_path / "a" / "b" / "events.csv"
    for _ in range(2):
        size = registry.write_file(request_of("events"), registry.named("csv"), path)
        assert path.stat().st_size == size


def test_a_place_that_cannot_be_written_is_named(request_of, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(AlaqatError, match="cannot be written"):
        registry.write_file(request_of("events"), registry.named("csv"), tmp_path / "file" / "e")


def test_a_file_without_a_name_is_named_after_table_and_version(visits, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert export(visits, "events", "--format", "ics") == 0
    (path,) = Path.cwd().iterdir()
    assert path.name.startswith("alaqat-events-")
    assert path.suffix == ".ics"


def test_a_link_has_the_events_of_its_view():
    shown = view_state.parse({})[0].selection().certainty
    assert shown == export_command.SHOWN_CERTAINTY
