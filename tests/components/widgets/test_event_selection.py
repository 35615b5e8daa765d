from types import SimpleNamespace

import pytest

from components.data import event_queries, queries
from components.widgets import event_selection
from components.widgets.event_selection import neighbours


@pytest.mark.parametrize(
    ("chosen", "around"),
    [("a", (None, "b")), ("b", ("a", "c")), ("c", ("b", None)), ("x", (None, None))],
)
def test_a_card_leads_to_the_events_around_it(chosen, around):
    assert neighbours(["a", "b", "c"], chosen) == around


@pytest.fixture
def events(sample_view):
    return event_queries.events(sample_view)


def test_the_card_of_a_chosen_event_as_a_whole(sample_view, events, whole):
    view = sample_view.with_values({"event": events["event_id"].iloc[2]})
    whole("card", event_selection.panel(view, events))


def test_without_a_choice_there_is_no_card(sample_view, events):
    assert event_selection.panel(sample_view, events) == ""


def test_an_event_that_was_never_there_is_said_to_be_missing(sample_view, events, whole):
    whole("missing", event_selection.panel(sample_view.with_values({"event": "<x>"}), events))


@pytest.mark.parametrize("has_article", [True, False])
@pytest.mark.parametrize("successors", [0, 2])
def test_an_event_of_an_earlier_build_leads_to_its_sentence(
    successors, has_article, sample_view, events, monkeypatch, whole
):
    row = event_queries.whole_rows(events)[2]
    monkeypatch.setattr(
        queries, "row_of_earlier_build", lambda *_: (SimpleNamespace(id="old"), row)
    )
    monkeypatch.setattr(event_queries, "successors", lambda _: [row] * successors)
    monkeypatch.setattr(event_queries, "article_of", lambda _: row if has_article else None)
    whole(f"{successors} now, {has_article}", event_selection.missing_notice(sample_view, "e"))


def test_an_event_without_its_article_has_no_card(sample_view, events, monkeypatch):
    monkeypatch.setattr(event_queries, "article_of", lambda _: None)
    assert event_selection.card(event_queries.whole_rows(events)[0], sample_view) == ""
