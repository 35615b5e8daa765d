import json
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from components.access.policy import Editor
from components.forms import job_process, uploads
from components.forms.uploads import Given

FAKE = (sys.executable, str(Path(__file__).parents[1] / "commands.py"))


class Upload(BytesIO):
    """A file as the browser hands it on."""

    def __init__(self, name: str, data: bytes = b"text") -> None:
        super().__init__(data)
        self.name = name


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    monkeypatch.setattr(job_process, "COMMAND", FAKE)
    monkeypatch.setattr(job_process, "RUNNER", job_process.JobRunner())


def staged(given):
    made = uploads.stage(given, by=Editor("Salma"))
    assert made.job.has_ended_within(20)
    return made


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\a.TXT", "a.txt"),
        ("خبر اليوم.html", "خبر_اليوم.html"),
        ("a\0b\n<c>.csv", "a_b_c.csv"),
        ("...", "article"),
        ("-rf.txt", "rf.txt"),
        ("x" * 500 + ".txt", "x" * 80 + ".txt"),
        (".txt", "txt"),
    ],
)
def test_names_of_files_lead_nowhere_else(name, kept):
    assert uploads.safe_name(name) == kept


def test_files_of_one_name_are_all_kept():
    made = staged(Given((Upload("a.txt", b"1"), Upload("x/a.txt", b"2"))))
    inside = made.folder / "given"
    assert {path.name: path.read_bytes() for path in inside.iterdir()} == {
        "a.txt": b"1",
        "a-2.txt": b"2",
    }


def test_a_pasted_text_keeps_its_title_outlet_and_day():
    made = staged(Given(text="نص", title="عنوان", outlet="منبر", day=date(2020, 2, 3)))
    inside = made.folder / "given"
    told = json.loads((inside / "pasted.json").read_text("utf-8"))
    assert told == {
        "title": "عنوان",
        "source": "منبر",
        "published": "2020-02-03",
        "published_basis": "reader",
    }
    assert (inside / "pasted.txt").read_text("utf-8") == "نص"


def test_links_are_given_on_and_nothing_that_looks_like_an_option():
    links = uploads.links(
        "https://a.example/1\n--out\n file:///etc/passwd\nhttps://a.example/1\n\n HTTP://b.example "
    )
    assert links == ("https://a.example/1", "HTTP://b.example")
    assert uploads.links("https://a.example/f", before="feed:") == ("feed:https://a.example/f",)
    given = staged(Given(links=links)).job.done["given"]
    assert given[given.index("--") + 1 :] == list(links)


def test_nothing_stays_on_the_disk():
    made = staged(Given((Upload("a.txt"),)))
    folder = made.folder
    assert folder.is_dir()
    made.clear()
    assert not folder.exists()


def test_what_is_not_chosen_stays_out_and_the_readers_day_is_taken_where_there_is_none(monkeypatch):
    made = staged(Given((Upload("a.txt"),), outlet="منبر", day=date(2020, 1, 1)))
    made.ready.mkdir()
    told = {"a": {}, "b": {"published": "2019-05-05", "source": "غيره"}, "c": {}, "d": {}}
    made.job.lines += [{"kind": "article", "id": key, "file": key} for key in told]
    for key, facts in told.items():
        (made.ready / f"{key}.json").write_text(json.dumps(facts), "utf-8")
        (made.ready / f"{key}.txt").write_text("نص", "utf-8")
    made.keep({"a", "b", "c"}, {"a": date(2018, 4, 4)})
    left = {path.stem: json.loads(path.read_text("utf-8")) for path in made.ready.glob("*.json")}
    assert left["a"] == {"published": "2018-04-04", "published_basis": "reader", "source": "منبر"}
    assert left["b"] == told["b"]
    assert left["c"]["published"] == "2020-01-01"
    assert {path.stem for path in made.ready.glob("*.txt")} == {"a", "b", "c"}


def test_a_refusal_names_the_file_as_it_was_given():
    made = staged(Given((Upload("a.txt"),)))
    inside = made.folder / "given" / "a.txt"
    made.job.lines.append({"kind": "refused", "message": f"{inside}: is empty"})
    assert made.refused == ["a.txt: is empty"]
