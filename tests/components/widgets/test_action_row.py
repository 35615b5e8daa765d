"""The row of actions of a page: what is taken away, and how a view is cited."""

import pytest

from components.access import headers
from components.data import event_queries
from components.widgets import action_row
from tests.components.outline import outline


def test_the_row_of_a_page_as_a_whole(sample_view, whole):
    whole("timeline", outline(lambda: action_row.draw("timeline", sample_view, "events")))
    plain = sample_view.with_values({"certainty": "probable", "lang": "ar"})
    whole("quotes", outline(lambda: action_row.draw("quotes", plain, "quotes", has_picture=True)))


def test_the_code_of_a_chart_says_where_it_works(sample_view, monkeypatch):
    monkeypatch.setenv("ALAQAT_EMBED_PARENTS", "https://a.example")
    assert headers.embed_parents()
    shown = outline(lambda: action_row.draw("timeline", sample_view, "events"))
    assert "So far only pages of this server" not in shown


def test_a_view_is_cited_in_both_languages(sample_view, whole):
    cited = action_row.citations("timeline", sample_view, "<A title>")
    whole("citations", "\n".join(map(repr, cited)))


@pytest.mark.parametrize(("choices", "title"), [
    ({"story_title": "Mine"}, "Mine"), ({"certainty": "probable"}, "all events and quotes"),
    ({"certainty": "probable", "year_from": 2012}, "from 2012"),
])  # fmt: skip
def test_a_view_has_a_title(choices, title, sample_view):
    said = action_row._title(sample_view.with_values(choices))
    assert said.translate(dict.fromkeys(map(ord, "\u2066\u2068\u2069"))) == title


def test_a_record_is_cited_with_its_article(sample_view, whole):
    event = event_queries.whole_rows(event_queries.events(sample_view))[0]
    cite = action_row.citer(sample_view, "events")
    whole("event", "\n".join(map(repr, cite(event, event_queries.article_of(event)))))
