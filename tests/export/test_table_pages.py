"""The pages of a table are the rows of its export, in its order."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from alaqat.export import table_pages
from alaqat.export.export_tables import rows_of
from alaqat.model.selection import EVERYTHING, Selection

DAYS = (date(2018, 1, 1), date(2018, 12, 31))


@pytest.mark.parametrize("table", ["events", "quotes", "entities"])
def test_all_pages_together_are_the_export(request_of, visits, table):
    keys = table_pages.keys(visits, table, EVERYTHING, None)
    pages = [table_pages.page(request_of(table), [key]) for key in keys]
    assert len(pages) > 1
    pd.testing.assert_frame_equal(pd.concat(pages, ignore_index=True), rows_of(request_of(table)))


def test_keys_are_those_of_the_selection_and_the_days(request_of, visits):
    late = table_pages.keys(visits, "events", Selection(year_from=2019), None)
    early = table_pages.keys(visits, "events", EVERYTHING, DAYS)
    assert len(late) == len(early) == 1
    assert set(late) != set(early)


def test_a_relation_is_the_same_from_both_ends(request_of, visits):
    ends = ("loc:TCD", "loc:FRA")
    edges = table_pages.relation(visits, ends, EVERYTHING, None)
    assert len(edges) == 2
    pd.testing.assert_frame_equal(edges, table_pages.relation(visits, ends[::-1], EVERYTHING, None))
    rows = table_pages.relation_page(request_of("network"), edges)
    pd.testing.assert_frame_equal(rows, rows_of(request_of("network", ends=ends)))


def test_a_relation_of_some_days_has_only_their_sentences(visits):
    edges = table_pages.relation(visits, ("loc:TCD", "loc:FRA"), EVERYTHING, DAYS)
    assert len(edges) == 1


@pytest.mark.parametrize("table", ["events", "network"])
def test_a_page_without_rows_has_the_columns(request_of, table):
    none = pd.DataFrame(columns=["a", "b", "article_id", "sentence"])
    request = request_of(table)
    page = (
        table_pages.relation_page(request, none)
        if table == "network"
        else table_pages.page(request, [])
    )
    assert page.empty
    assert "store_version" in page
