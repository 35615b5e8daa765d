"""Tables leave the store whole in every table format, and no spreadsheet runs what an article says."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import openpyxl
import pandas as pd
import pytest

from alaqat import store
from alaqat.export import format_registry as registry
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import TABLES, plain_rows, rows_of
from alaqat.model.plain_text import escape_formula, unescape_formula
from alaqat.model.selection import Selection
from tests import builders


def written(request, name):
    return registry.written(request, registry.named(name))


def csv_rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def as_text(value, *, is_csv=True):
    """A cell as CSV or Excel holds it."""
    if isinstance(value, list):
        value = "|".join(value)
    if value is None:
        return ""
    return escape_formula(str(value)) if is_csv and isinstance(value, str) else str(value)


@pytest.mark.parametrize("table", TABLES)
def test_every_cell_of_a_csv_is_that_of_the_store(request_of, table):
    request = request_of(table)
    wanted = [
        {name: as_text(value) for name, value in row.items()}
        for row in plain_rows(rows_of(request))
    ]
    assert csv_rows(written(request, "csv")) == wanted


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", ["json", "parquet"])
def test_json_and_parquet_hold_the_columns_with_their_values(request_of, table, name):
    request = request_of(table)
    rows, content = plain_rows(rows_of(request)), written(request, name)
    if name == "json":
        assert json.loads(content) == json.loads(json.dumps(rows, default=str))
    else:
        back = pd.read_parquet(io.BytesIO(content))
        pd.testing.assert_frame_equal(back, rows_of(request), check_dtype=False)


@pytest.mark.parametrize("table", TABLES)
def test_a_workbook_holds_every_cell(request_of, table):
    request = request_of(table)
    sheet = openpyxl.load_workbook(io.BytesIO(written(request, "xlsx")))[table]
    head, *body = sheet.iter_rows(values_only=True)
    assert head == tuple(TABLES[table])
    for row, wanted in zip(body, plain_rows(rows_of(request)), strict=True):
        for cell, value in zip(row, wanted.values(), strict=True):
            shown = cell.date() if hasattr(cell, "date") else cell
            assert as_text(shown, is_csv=False) in (as_text(value, is_csv=False), _number(value))


def _number(value):
    """A whole float as Excel gives it back."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else None


@pytest.mark.parametrize("table", ["events", "quotes", "reports", "mentions", "network"])
def test_a_row_tells_where_it_was_read(request_of, table, visits):
    rows = plain_rows(rows_of(request_of(table)))
    texts = dict(store.read(visits, "articles")[["article_id", "text"]].to_numpy())
    surface = "sentence" if table in ("events", "reports") else "text"
    assert rows
    for row in rows:
        assert texts[row["article_id"]][row["start"] : row["end"]] == row[surface]
        assert row["store_version"]
        assert row["accessed"].isoformat() == "2026-03-09"
        assert row["source"].startswith("outlet")


def test_an_event_has_a_permanent_link_where_the_address_is_known(request_of):
    (row, _) = plain_rows(rows_of(request_of("events")))
    assert row["link"] == f"https://alaqat.example/e/{row['event_id']}"
    (row, _) = plain_rows(rows_of(replace(request_of("events"), address="")))
    assert row["link"] is None


def test_only_the_rows_of_the_selection_leave(request_of):
    years = [row["date_from"].year for row in plain_rows(rows_of(request_of("events")))]
    assert years == [2018, 2020]
    chosen = rows_of(request_of("events", selection=Selection(year_from=2019)))
    assert [row["date_from"].year for row in plain_rows(chosen)] == [2020]
    only = rows_of(request_of("events", ids=(chosen["event_id"].iloc[0],)))
    assert list(only["event_id"]) == list(chosen["event_id"])


@pytest.fixture
def hostile(tmp_path):
    """The request of an article whose title, outlet and name are formulas."""
    one = builders.visit()
    article = replace(
        one.article, title='=HYPERLINK("http://x.example")', source="@SUM(A1)", name="-1+1"
    )
    found = replace(one, document=replace(one.document, article=article))
    frames = builders.frames([found], builders.events(found))
    build = store.publish(frames, root=tmp_path / "store", version="v", built="t")
    return ExportRequest(build, "articles")


def test_formulas_of_an_article_are_led_by_an_apostrophe_in_csv(hostile):
    (row,) = csv_rows(written(hostile, "csv"))
    cells = (row["title"], row["source"], row["name"])
    assert cells == ('\'=HYPERLINK("http://x.example")', "'@SUM(A1)", "'-1+1")
    assert unescape_formula(row["title"]) == '=HYPERLINK("http://x.example")'


def test_formulas_of_an_article_are_text_in_a_workbook(hostile):
    sheet = openpyxl.load_workbook(io.BytesIO(written(hostile, "xlsx")))["articles"]
    cells = [cell for cell in sheet[2] if isinstance(cell.value, str)]
    assert '=HYPERLINK("http://x.example")' in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if cell.value.startswith(("=", "@", "-")))


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_whatever_begins_a_formula_is_neutral(begin):
    assert escape_formula(f"{begin}1") == f"'{begin}1"
    assert unescape_formula(f"'{begin}1") == f"{begin}1"
