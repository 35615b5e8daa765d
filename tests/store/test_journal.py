"""Every write of a store says who did it."""

import getpass
import json

from alaqat.cli import main
from alaqat.store import journal
from tests import builders


def test_a_line_says_when_who_what_and_what_about(tmp_path):
    journal.record("add", by="Salma", about={"build": "b" * 12}, root=tmp_path)
    (line,) = journal.entries(tmp_path)
    assert (line["by"], line["what"], line["build"]) == ("Salma", "add", "b" * 12)
    assert line["at"].endswith("+00:00")


def test_lines_are_added_and_a_broken_one_costs_only_itself(tmp_path):
    journal.record("add", by="a", about={}, root=tmp_path)
    with (tmp_path / journal.NAME).open("a") as file:
        file.write("{broken\n")
    journal.record("remove", by="b", about={}, root=tmp_path)
    assert [line["what"] for line in journal.entries(tmp_path)] == ["add", "remove"]


def test_a_value_is_one_short_line(tmp_path):
    journal.record("correct", by="a\u202eb\nc", about={"reason": "x" * 500}, root=tmp_path)
    (line,) = journal.entries(tmp_path)
    assert (line["by"], len(line["reason"])) == ("a b\nc", 200)
    assert len((tmp_path / journal.NAME).read_text().splitlines()) == 1


def test_the_author_is_who_was_named_else_the_user(monkeypatch):
    monkeypatch.setenv("ALAQAT_BY", "Salma")
    assert journal.author() == "Salma"
    monkeypatch.delenv("ALAQAT_BY")
    assert journal.author() == getpass.getuser()


def test_a_store_that_cannot_be_written_loses_the_line_only(tmp_path):
    (tmp_path / "file").write_text("")
    journal.record("add", by="a", about={}, root=tmp_path / "file")
    assert journal.entries(tmp_path / "none") == []


def test_lines_go_to_the_log_where_it_is_asked_for(tmp_path, monkeypatch, capsys):
    journal.record("add", by="a", about={"added": 2}, root=tmp_path)
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("ALAQAT_LOG", "json")
    journal.record("add", by="a", about={"added": 2}, root=tmp_path)
    assert json.loads(capsys.readouterr().err)["added"] == 2
    monkeypatch.setenv("ALAQAT_LOG", "text")
    journal.record("add", by="a", about={"added": 2}, root=tmp_path)
    assert capsys.readouterr().err.endswith(" add by=a added=2\n")


def test_a_build_says_what_it_refused_without_words_of_articles(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ALAQAT_LOG", "json")
    (tmp_path / "good.txt").write_text(builders.visit().article.text, encoding="utf-8")
    (tmp_path / "secret.txt").write_bytes(b"\xff")
    assert main(["build", str(tmp_path), "--store", str(tmp_path / "store")]) == 1
    (line,) = (one for one in capsys.readouterr().err.splitlines() if one.startswith("{"))
    assert list(json.loads(line)["refused"].values()) == [1]
    assert "secret" not in line
    assert "وزير" not in line
