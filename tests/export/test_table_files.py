"""Tables leave the store whole, and no spreadsheet runs what an article says."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pandas as pd
import pytest

from alaqat import store
from alaqat.cli import main
from alaqat.export import table_files
from alaqat.model.errors import AlaqatError
from alaqat.store.schema import FRAMES, typed
from tests import builders


@pytest.fixture
def hostile(tmp_path):
    """A build of one article whose title, outlet and name are formulas."""
    one = builders.visit()
    article = replace(
        one.article, title='=HYPERLINK("http://x.example")', source="@SUM(A1)", name="-1+1"
    )
    found = replace(one, document=replace(one.document, article=article))
    frames = builders.frames([found], builders.events(found))
    return store.publish(frames, root=tmp_path / "store", version="v", built="t")


def cells(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("kind", table_files.KINDS)
def test_every_kind_goes_out_in_every_format_with_all_its_rows(tiny, tmp_path, kind):
    whole = store.read(tiny, kind)
    for suffix in table_files.FORMATS:
        assert table_files.write(tiny, kind, tmp_path / "out" / f"{kind}{suffix}") == len(whole)
    assert len(cells(tmp_path / "out" / f"{kind}.csv")) == len(whole)
    assert len(json.loads((tmp_path / "out" / f"{kind}.json").read_text())) == len(whole)
    assert list(pd.read_parquet(tmp_path / "out" / f"{kind}.parquet").columns) == list(
        whole.columns
    )


def test_formulas_of_an_article_are_led_by_an_apostrophe(hostile, tmp_path):
    table_files.write(hostile, "articles", tmp_path / "a.csv")
    (row,) = cells(tmp_path / "a.csv")
    assert (row["title"], row["source"], row["name"]) == (
        '\'=HYPERLINK("http://x.example")',
        "'@SUM(A1)",
        "'-1+1",
    )


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_whatever_begins_a_formula_is_neutral(begin):
    assert table_files.escape_formula(f"{begin}1") == f"'{begin}1"


def test_numbers_and_plain_text_stay_as_they_are(tiny, tmp_path):
    assert (
        table_files.escape_formula(-4.0),
        table_files.escape_formula("قال"),
        table_files.escape_formula(None),
    ) == (
        -4.0,
        "قال",
        None,
    )
    table_files.write(tiny, "events", tmp_path / "e.csv")
    rows_out = cells(tmp_path / "e.csv")
    assert [row["date_from"] for row in rows_out] == ["2018-06-01", "2020-03-04"]
    assert {row["actors"] for row in rows_out} == {"France"}


def test_json_tells_days_and_lists_as_json_does(tiny, tmp_path):
    table_files.write(tiny, "events", tmp_path / "e.json")
    first = json.loads((tmp_path / "e.json").read_text())[0]
    assert (first["date_from"], first["actors"], first["context"]) == (
        "2018-06-01",
        ["France"],
        None,
    )


def test_an_unknown_format_names_those_there_are(tiny, tmp_path):
    with pytest.raises(AlaqatError, match=r"ends in \.csv, \.json, \.parquet"):
        table_files.write(tiny, "events", tmp_path / "e.xls")


def test_a_place_that_cannot_be_written_is_named(tiny, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(AlaqatError, match="cannot be written"):
        table_files.write(tiny, "events", tmp_path / "file" / "e.csv")


def test_the_command_writes_the_file_and_counts_its_rows(tiny, tmp_path, capsys):
    assert (
        main(
            ["export", "quotes", "--store", str(tiny.path.parent), "--out", str(tmp_path / "q.csv")]
        )
        == 0
    )
    assert "2 quotes" in capsys.readouterr().out


def as_text(value, kind):
    """A cell of the store as a CSV file writes it."""
    if kind.startswith("list"):
        return "|".join(value)
    if pd.isna(value):
        return ""
    if kind.startswith("date"):
        return value.date().isoformat()
    return table_files.escape_formula(value) if kind.startswith("str") else str(value)


@pytest.fixture(scope="module")
def visits(tmp_path_factory):
    """A build whose every frame has rows."""
    return builders.publish_visits(tmp_path_factory.mktemp("visits"))


@pytest.mark.parametrize("kind", table_files.KINDS)
def test_every_cell_of_a_csv_is_that_of_the_store(visits, tmp_path, kind):
    table_files.write(visits, kind, tmp_path / "table.csv")
    kinds = FRAMES[kind]
    wanted = [
        {name: as_text(value, kinds[name]) for name, value in row.items()}
        for row in store.read(visits, kind).to_dict("records")
    ]
    assert cells(tmp_path / "table.csv") == wanted


@pytest.mark.parametrize("kind", table_files.KINDS)
def test_every_cell_of_json_and_parquet_is_that_of_the_store(visits, tmp_path, kind):
    for suffix in (".json", ".parquet"):
        table_files.write(visits, kind, tmp_path / f"table{suffix}")
    whole = store.read(visits, kind)
    pd.testing.assert_frame_equal(
        pd.read_parquet(tmp_path / "table.parquet"), whole, check_dtype=False
    )
    rows = json.loads((tmp_path / "table.json").read_text(encoding="utf-8"))
    back = typed(kind, pd.DataFrame(rows, columns=list(whole.columns)))
    pd.testing.assert_frame_equal(back, whole, check_dtype=False)
