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


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A copy of data/ with one more category."""
    folder = tmp_path_factory.mktemp("added") / "data"
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


def run(data, *commands):
    """What commands of the program print, with the folder for its data."""
    calls = "; ".join(f"main({[str(argument) for argument in command]!r})" for command in commands)
    ran = subprocess.run(
        [sys.executable, "-c", f"from alaqat.cli import main; {calls}"],
        cwd=ROOT,
        env={**os.environ, "ALAQAT_DATA": str(data)},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout


@pytest.fixture(scope="module")
def read(data, tmp_path_factory):
    """What `annotate` and `preview` find in a sentence with the new word, in one process."""
    folder = tmp_path_factory.mktemp("read")
    article = folder / "article.txt"
    article.write_text("عانق الرئيس المصري نظيره السوداني أمس.", encoding="utf-8")
    printed = run(
        data,
        ["annotate", article, "--published", "2020-01-15"],
        ["preview", article, "--out", folder],
    )
    annotated, end = json.JSONDecoder().raw_decode(printed)
    return annotated, [json.loads(line) for line in printed[end:].splitlines() if line]


def test_a_category_is_added_by_data_alone(read):
    (event,) = read[0]["events"]
    assert (event["plover"], event["rule"], event["intensity"]) == ("EMBRACE", "embrace", 3.0)
    assert (event["actors"], event["recipients"]) == (["Egypt", "Sudan"], ["Sudan"])
    assert event["date_from"] == "2020-01-14"


def test_a_new_category_has_its_label(read):
    (shown,) = (line for line in read[1] if line["kind"] == "article")
    assert [event["label_en"] for event in shown["events"]] == ["Embraced"]
