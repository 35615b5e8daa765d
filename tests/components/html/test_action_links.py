"""The row of actions offers what the registry has, and shows nothing as markup."""

from __future__ import annotations

import pytest

from alaqat.export import format_registry as registry
from components.html import action_links
from components.html.action_links import Actions
from components.html.cite_list import Citation
from components.i18n.words import Words
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


def test_a_link_that_copies_itself_also_leads_there():
    link = action_links.copy_link("e/1?lang=en", Words("en"))
    assert 'href="e/1?lang=en" data-address="e/1?lang=en"' in link


@pytest.mark.parametrize(("has_parents", "said"), [(True, "Code copied"), (False, "only pages")])
def test_the_code_of_an_iframe_is_copied_and_says_where_it_works(has_parents, said):
    frame = action_links.frame("https://alaqat.example/embed/timeline?a=1&b=2", '"><b>')
    assert 'src="https://alaqat.example/embed/timeline?a=1&amp;b=2"' in frame
    assert "<b>" not in frame
    actions = Actions("timeline", ViewState(lang="en"), "events", frame=frame, has_parents=has_parents)  # fmt: skip
    row = action_links.html(actions)
    assert ">Embed</button>" in row
    assert said in row
    assert "<iframe" not in row
    assert "Embed" not in action_links.html(Actions("timeline", ViewState(lang="en"), "events"))


CITATION = Citation("APA", "en", "A citation.")


@pytest.mark.parametrize("table", ["events", "quotes"])
def test_a_row_of_actions_as_a_whole(table, whole):
    view = ViewState(lang="en", year_from=2018, story_title="S", entity="per:a", event="e")
    actions = Actions(
        "timeline", view, table, ids=("a", "b"), has_picture=True, title="<T>", caption="C",
        citations=(CITATION,), pins=("e:1",), frame="<iframe>",
    )  # fmt: skip
    whole(table, action_links.html(actions))


def test_the_barest_row_of_actions_as_a_whole(whole):
    whole(
        "bare", action_links.html(Actions("", ViewState(lang="ar"), "mentions", has_picture=True))
    )
    whole("link", action_links.copy_link("e/1?a&b", Words("en")))
    whole("frame", action_links.frame("https://a.example/?a&b", "<T>"))
