"""The row of actions offers what the registry has, and shows nothing as markup."""

from __future__ import annotations

import pytest

from alaqat.export import format_registry as registry
from components.html import action_links
from components.html.action_links import Actions
from components.view.view_state import ViewState


@pytest.mark.parametrize("table", ["events", "quotes", "network", "articles", "mentions"])
def test_every_format_of_a_table_is_offered(table):
    row = action_links.html(Actions("timeline", ViewState(lang="en"), table))
    offered = [known for known in registry.offered(table) if known.is_for_pages]
    assert len(offered) >= 3
    assert [known.title for known in offered if f">{known.title}</a>" not in row] == []


def test_pictures_are_offered_only_under_a_chart():
    plain = action_links.html(Actions("quotes", ViewState(lang="en"), "quotes"))
    charted = action_links.html(Actions("", ViewState(lang="en"), "events", has_picture=True))
    assert "PNG" not in plain
    assert ">PNG</button>" in charted
    assert ">SVG</a>" in charted


def test_the_link_that_is_copied_is_that_of_the_view():
    row = action_links.html(Actions("timeline", ViewState(lang="en", year_from=2018), "events"))
    assert 'data-address="./timeline?lang=en&amp;amp;from=2018"' in row


def test_a_search_is_no_markup():
    view = ViewState(lang="en", query='"><script>')
    row = action_links.html(Actions("", view, "events", title='"><script>', has_picture=True))
    assert "<script>" not in row
