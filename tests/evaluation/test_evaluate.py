"""The command that scores readers, on a small folder of annotated articles."""

from __future__ import annotations

import csv
import json

import pytest

from alaqat.build.pipeline import annotate
from alaqat.cli import main
from alaqat.evaluation import read_gold
from alaqat.evaluation.time_values import is_same_value
from alaqat.store.serialization import public
from tests import builders


@pytest.fixture
def gold(tmp_path):
    """Two articles, annotated with what the rules find; the second lacks its events."""
    for folder in ("articles", "gold"):
        (tmp_path / "toy" / folder).mkdir(parents=True)
    for name, article in zip(("10", "21"), builders.visit_articles(2), strict=True):
        found = public(annotate(article))
        events = found["events"] if name == "10" else []
        place = tmp_path / "toy"
        (place / "articles" / f"{name}.txt").write_text(article.text, encoding="utf-8")
        sidecar = {"published": article.published.isoformat(), "source": article.source}
        (place / "articles" / f"{name}.json").write_text(json.dumps(sidecar))
        (place / "gold" / f"{name}.json").write_text(json.dumps({**found, "events": events}))
    return tmp_path / "toy"


def test_a_table_for_the_reader_with_groups(gold, capsys):
    assert main(["evaluate", str(gold), "--reader", "rules", "--articles", "1*"]) == 0
    printed = capsys.readouterr().out
    assert "1 articles" in printed
    assert "event_date_f1      1.000 P 1.00 R 1.00" in printed
    assert "by outlet" in printed


def test_errors_are_listed_with_article_and_reader(gold, capsys):
    main(["evaluate", str(gold), "--reader", "rules", "--errors"])
    assert "rules  21  event extra: 2020-" in capsys.readouterr().out


def test_the_file_has_a_row_for_each_measure_and_reader(gold, tmp_path):
    out = tmp_path / "scores.csv"
    readers = ["--reader", "rules", "--reader", "rules+rules"]
    main(["evaluate", str(gold), *readers, "--table", str(out)])
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert {row["reader"] for row in rows} == {"rules", "rules+rules"}
    assert {row["on"] for row in rows} == {"toy *"}


def test_an_empty_list_may_say_that_nothing_is_annotated(gold):
    path = gold / "gold" / "10.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"quotes": []}))
    (kept,), (left,) = read_gold(gold, "10"), read_gold(gold, "10", should_skip_empty=True)
    assert (kept.gold["quotes"], left.gold.get("quotes")) == ([], None)


def test_a_folder_without_annotations_is_named(tmp_path, capsys):
    assert main(["evaluate", str(tmp_path)]) == 2
    assert "holds no annotated article" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("gold_value", "found", "is_same"),
    [
        ("2020-02", "2020-02-01/2020-02-29", True),
        ("2020-W10", "2020-03-02/2020-03-08", True),
        ("2020-Q1", "2020-01/2020-03", True),
        ("2020-H2", "2020-07/2020-12", True),
        ("202X", "2020/2029", True),
        ("2020-03-04T10:00", "2020-03-04", True),
        ("2020-02-30", "2020-02-29", False),
        ("P2D", "P2D", True),
        ("P2D", None, False),
    ],
)
def test_equal_times(gold_value, found, is_same):
    assert is_same_value(gold_value, found) is is_same
