"""The events that a page draws, counts and tells more about."""

from __future__ import annotations

import pandas as pd
import pytest

from components.data import event_queries
from components.view.view_state import ViewState


@pytest.fixture(autouse=True)
def two_visits(tiny, monkeypatch):
    """France visits Chad and is quoted, in 2018 and in 2020."""
    monkeypatch.setenv("ALAQAT_STORE", str(tiny.path.parent))


@pytest.mark.parametrize(
    ("period", "years"), [("2018", [2018]), ("2020-03", [2020]), ("2019-01-01", []), (None, [])]
)
def test_the_events_of_a_period_are_those_of_its_year(period, years):
    events = event_queries.events_of_period(ViewState(period=period))
    assert list(events["date_from"].dt.year) == years


@pytest.mark.parametrize(("cut", "years"), [(0.0, (1000, 2021)), (0.1, (2011, 2020))])
def test_a_few_years_far_from_the_others_do_not_count(cut, years):
    days = pd.to_datetime([f"{year}-05-01" for year in (1000, *range(2011, 2022))])
    frame = pd.DataFrame({"date_from": days, "date_to": days})
    assert event_queries.bulk_years(frame, cut) == years


def test_more_events_than_can_be_drawn_come_with_the_columns_to_count(monkeypatch):
    assert "sentence" in event_queries.events(ViewState())
    monkeypatch.setattr(event_queries, "MOST_DRAWN", 1)
    assert tuple(event_queries.events(ViewState())) == event_queries.NARROW


def test_an_event_has_the_quotes_of_its_days():
    for event in event_queries.whole_rows(event_queries.events(ViewState())):
        count, (quote,) = event_queries.quotes_of_days(event, ViewState())
        assert (count, quote["article_id"]) == (1, event["article_id"])
        assert event_queries.quotes_of_days({**event, "date_from": pd.NaT}, ViewState()) == (0, [])
