"""The commands as a user types them."""

from __future__ import annotations

import json
import shutil

import pytest

from alaqat.cli import main
from tests.conftest import SEED


@pytest.fixture
def folder(tmp_path):
    shutil.copy(SEED, tmp_path / "good.txt")
    shutil.copy(SEED.with_suffix(".json"), tmp_path / "good.json")
    return tmp_path


def test_annotate_writes_one_json_an_article(folder):
    assert main(["annotate", str(folder), "--out", str(folder / "out")]) == 0
    data = json.loads((folder / "out" / "good.json").read_text())
    assert data["published"] == "2022-10-27"
    assert data["timex"]
    assert data["events"]


def test_one_file_goes_to_standard_output(folder, capsys):
    assert main(["annotate", str(folder / "good.txt")]) == 0
    assert json.loads(capsys.readouterr().out)["quotes"]


def test_a_day_given_by_hand_dates_an_article_without_one(folder, capsys):
    (folder / "good.json").unlink()
    assert main(["annotate", str(folder / "good.txt"), "--published", "2022-10-27"]) == 0
    assert json.loads(capsys.readouterr().out)["published"] == "2022-10-27"


def test_a_bad_article_is_named_and_the_rest_done(folder, capsys):
    (folder / "bad.txt").write_bytes(b"\xff")
    assert main(["build", str(folder), "--store", str(folder / "store")]) == 1
    said = capsys.readouterr()
    assert "bad.txt: byte 0 is not UTF-8" in said.err
    assert "1 articles" in said.out


@pytest.mark.parametrize("name", ["crystal-ball", "trained"])
@pytest.mark.parametrize("command", ["annotate", "build"])
def test_a_recognizer_that_is_not_there_is_refused_once(command, name, folder, capsys, monkeypatch):
    monkeypatch.setenv("ALAQAT_RECOGNIZER", name)
    monkeypatch.setenv("ALAQAT_MODEL", str(folder / "none"))
    (folder / "b.txt").write_text("غادر الوفد المدينة أمس", encoding="utf-8")
    assert main([command, str(folder)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert name in line


def test_a_whole_build_is_status_zero_and_keeps_its_laws(folder, capsys):
    assert main(["build", str(folder), "--store", str(folder / "store")]) == 0
    assert main(["check", "--store", str(folder / "store")]) == 0
    assert "no violations" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["build", "/no/such/place"], 1, "there is no such file"),
        (["build", "--engine", "abacus"], 2, "choose one of"),
        (["check", "--store", "/no/such/place"], 2, "python -m alaqat build"),
    ],
)
def test_a_wrong_call_says_what_to_do(arguments, status, said, capsys):
    assert main(arguments) == status
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["paint"], ["annotate", str(SEED), "--published", "2022-02-30"]]
)
def test_what_cannot_be_read_is_a_wrong_call(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


TEXTS = ("زار وزير خارجية فرنسا تشاد أمس.", "زار رئيس مصر السودان أول أمس.")


@pytest.mark.parametrize(
    "name", ["../../x", "/alaqat-x", "a/b", "a\0b", "https://a.example/1?p=2", "..", "ن" * 400]
)
def test_annotate_writes_nothing_outside_its_folder(name, tmp_path):
    rows = [json.dumps({"id": name, "text": text}, ensure_ascii=False) for text in TEXTS]
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    (inside / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert main(["annotate", str(inside / "rows.jsonl"), "--out", str(inside / "out")]) == 0
    written = [json.loads(path.read_text("utf-8")) for path in (inside / "out").iterdir()]
    assert [path for path in tmp_path.rglob("*.json") if path.parent != inside / "out"] == []
    assert len(written) == len({record["id"] for record in written}) == len(TEXTS)
    assert all(name.startswith(record["name"][:40]) for record in written)


def test_annotate_replaces_a_link_in_its_folder_and_not_what_it_leads_to(folder):
    (folder / "out").mkdir()
    (folder / "private.json").write_text("mine")
    (folder / "out" / "good.json").symlink_to(folder / "private.json")
    assert main(["annotate", str(folder / "good.txt"), "--out", str(folder / "out")]) == 0
    assert (folder / "private.json").read_text() == "mine"


def test_annotate_into_a_file_ends_in_a_sentence(folder, capsys):
    assert main(["annotate", str(folder / "good.txt"), "--out", str(folder / "good.json")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_annotate_takes_the_columns_of_a_table(tmp_path, capsys):
    path = tmp_path / "a.csv"
    path.write_text("words,when\nزار وزير الدفاع العاصمة يوم الخميس.,2021-03-09\n")
    assert main(["annotate", str(path), "--columns", "text=words,published=when"]) == 0
    assert json.loads(capsys.readouterr().out)["published"] == "2021-03-09"


def test_refusals_of_one_cause_are_one_line(tmp_path, capsys):
    path = tmp_path / "a.csv"
    path.write_text("text\n" + "words\n" * 6)
    assert main(["annotate", str(path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("(6 times: also line 3, line 4 and 3 more)")
