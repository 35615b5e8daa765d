"""A table explains itself: its package is valid, and the page of columns is complete."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from frictionless import Package

from alaqat.export import column_docs, data_package, format_registry
from alaqat.export.column_meanings import meanings
from alaqat.export.export_tables import TABLES
from alaqat.lexicon.load import table
from tests.conftest import ROOT


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_package_is_valid(request_of, tmp_path, name):
    path = tmp_path / "p.zip"
    path.write_bytes(data_package.write(request_of(name)))
    report = Package(str(path)).validate()
    assert report.flatten(["type", "note"]) == []
    assert report.stats["tasks"] == 1


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_descriptor_without_the_address_of_a_dashboard_is_valid(request_of, tmp_path):
    path, request = tmp_path / "a.csv", replace(request_of("events"), address="")
    format_registry.write_file(request, format_registry.named("csv"), path)
    format_registry.write_descriptor(request, path)
    report = Package(str(tmp_path / "a.datapackage.json")).validate()
    assert report.flatten(["type", "note"]) == []
    assert report.stats["tasks"] == 1


def test_the_command_writes_a_descriptor_beside_a_csv(request_of, tmp_path):
    path, request = tmp_path / "a.csv", request_of("events")
    format_registry.write_file(request, format_registry.named("csv"), path)
    format_registry.write_descriptor(request, path)
    described = json.loads((tmp_path / "a.datapackage.json").read_text("utf-8"))
    (resource,) = described["resources"]
    assert (resource["path"], resource["bytes"]) == ("a.csv", path.stat().st_size)
    assert [field["name"] for field in resource["schema"]["fields"]] == list(TABLES["events"])


def test_a_column_is_required_if_no_row_may_lack_it():
    required = {column.name for column in meanings("events") if column.is_required}
    assert {"event_id", "article_id", "sentence"} <= required
    assert required.isdisjoint({"date_from", "mode", "url"})


def test_the_page_of_columns_is_that_of_the_code():
    """Write it anew: python -c "from alaqat.export.column_docs import page; print(page(), end='')"."""
    assert (ROOT / "docs" / "data.md").read_text("utf-8") == column_docs.page()


def test_every_format_says_what_it_cannot_carry_and_what_opened_it():
    assert set(column_docs.LIMITS) == set(format_registry.FORMATS)
    assert [row["format"] for row in table("export_sizes")] == list(format_registry.FORMATS)
