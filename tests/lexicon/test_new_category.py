"""A category is added by data alone: rows, a word, a rule and a label in another data folder."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from alaqat.lexicon.load import table
from alaqat.model.settings import DATA
from tests.conftest import ROOT

LEMMA = "عانق,عانق,يعانق,عناق,,\n"
LABEL = "embrace,Embraced,معانقة\n"
RULE = """
- id: embrace
  lemmas: [عانق]
  plover: EMBRACE
  party: target
  examples: ["عانق الرئيس المصري نظيره السوداني."]
  counter: ["عانقت مصر السماء مثل السودان."]
"""


@pytest.fixture
def data(tmp_path):
    """A copy of data/ with one more category."""
    folder = tmp_path / "data"
    for name in ("lexicon", "rules"):
        shutil.copytree(DATA / name, folder / name)
    columns = {"plover": "EMBRACE", "kind": "consult", "polarity": "cooperation", "score": "3"}
    columns |= {"label_en": "Embrace", "label_ar": "عناق", "needs_party": "yes"}
    row = ",".join(columns.get(name, "") for name in table("plover")[0])
    for path, text in (
        ("lexicon/plover.csv", row + "\n"),
        ("lexicon/event_lemmas.csv", LEMMA),
        ("lexicon/event_labels.csv", LABEL),
        ("rules/events/other.yaml", RULE),
    ):
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(text)
    return folder


def run(data, *arguments):
    """What a command of the program prints, with the folder for its data."""
    ran = subprocess.run(
        [sys.executable, "-m", "alaqat", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "ALAQAT_DATA": str(data)},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


def test_a_category_is_added_by_data_alone(data, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("عانق الرئيس المصري نظيره السوداني أمس.", encoding="utf-8")
    (event,) = json.loads(run(data, "annotate", article, "--published", "2020-01-15"))["events"]
    assert (event["plover"], event["rule"], event["intensity"]) == ("EMBRACE", "embrace", 3.0)
    assert (event["actors"], event["recipients"]) == (["Egypt", "Sudan"], ["Sudan"])
    assert event["date_from"] == "2020-01-14"


def test_a_new_category_has_its_label(data, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text("عانق الرئيس المصري نظيره السوداني أمس.", encoding="utf-8")
    lines = run(data, "preview", article, "--out", tmp_path / "out").splitlines()
    (shown,) = (line for line in map(json.loads, lines) if line["kind"] == "article")
    assert [event["label_en"] for event in shown["events"]] == ["Embraced"]
